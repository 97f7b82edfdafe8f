/** A meeting that is to be observed with `count` items in six phases, as a record file. */
import { randomUUID } from 'node:crypto';
import { recordFormat, recordVersion } from '#domain/record/record.ts';

const phases = 6;

export function itemsRecord(count: number): string {
  const node = 'be'.repeat(8);
  const phaseOf = (at: number): string => `phase-${String(Math.floor((at * phases) / count) + 1)}`;
  return JSON.stringify({
    format: recordFormat,
    schemaVersion: recordVersion,
    meeting: randomUUID(),
    device: randomUUID(),
    revision: 1,
    finishedAtMs: 1_780_000_000_000,
    sample: false,
    roadmap: {
      id: `bench-${String(count)}`,
      version: '1',
      title: 'Bench',
      phases: Array.from({ length: phases }, (_, at) => ({
        id: `phase-${String(at + 1)}`, stage: 'during', title: `Phase ${String(at + 1)}`, purpose: 'Measured.', pinned: false, minutes: 10,
      })),
      items: Array.from({ length: count }, (_, at) => ({
        id: `item-${String(at)}`, phase: phaseOf(at), stage: 'during', kind: 'quality', lens: ['instruction'], label: `Indicator number ${String(at)} is seen`,
        lookFor: 'Something that can be seen or heard.', citation: '', coachingMove: 'One move that helps.', appliesWhen: [], core: true,
        chainLink: '', patterns: [], evidence: 'seen-or-heard', legalForce: 'none', allowPartly: true,
      })),
    },
    entries: [
      {
        id: 'basics', kind: 'basics', stamp: `0190000000000000-${node}`,
        value: { type: 'annual', code: `BENCH-${String(count)}`, capacity: 'member', onDate: null, startsAt: null, room: '', school: '', team: '' },
      },
    ],
  });
}
