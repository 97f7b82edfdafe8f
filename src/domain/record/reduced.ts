/**
 * A meeting without identifiers: the marks, the meeting's type and the conditions that
 * say which items were asked. No code, school, team, room, day, clock time, role, text.
 */
import type { Edit, Meeting } from '../entry.ts';
import { entryIdOf } from '../ids.ts';
import { basicsOf } from '../meeting/plan.ts';

/** The edits that lay out the reduced meeting in an empty journal; `nowMs` is when it is reduced. */
export function reducedEdits(meeting: Meeting, nowMs: number): Edit[] {
  const { type, sample } = basicsOf(meeting);
  const on = [...meeting.conditions.values()].flatMap((conditions) => conditions.on);
  return [
    {
      kind: 'basics', entry: entryIdOf('basics'),
      value: { type, code: '', capacity: null, onDate: null, startsAt: null, room: '', school: '', team: '', ...(sample === true ? { sample } : {}) },
    },
    { kind: 'conditions', entry: entryIdOf('conditions'), value: { on, language: '' } },
    ...[...meeting.mark].map(([entry, { answer }]): Edit => ({ kind: 'mark', entry, value: { answer, atMs: 0 } })),
    { kind: 'finish', entry: entryIdOf('finish'), value: { revision: 1, atMs: nowMs, open: false } },
  ];
}
