/** Records to export: the sample, one from any journal, and small ones from edits. */
import type { Change } from '#domain/change.ts';
import type { Edit } from '#domain/entry.ts';
import { entryIdOf, type ActId } from '#domain/ids.ts';
import { replicaOf } from '#domain/merge.ts';
import { recordOf } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { sampleMeeting } from '#domain/sample-meeting.ts';
import { emptyClock, nodeIdFromBytes, stampOf, tick } from '#domain/stamp.ts';
import { someDevice, someMeeting } from '#tests/support/arbitrary-meeting.ts';
import { countingId, tenOClock } from '#tests/support/fake-app.ts';

export const roadmap = defaultRoadmap();

/** The record that a journal leads to. */
export const recordOfJournal = (journal: readonly Change[]): MeetingRecord =>
  recordOf({ meeting: someMeeting, device: someDevice, replica: replicaOf(journal), roadmap, finishedAtMs: tenOClock, revision: 1 });

/** The record of a meeting in which these edits were made, one after the other. */
export function recordOfEdits(edits: readonly Edit[]): MeetingRecord {
  let clock = emptyClock(nodeIdFromBytes(new Uint8Array(8).fill(7)));
  return recordOfJournal(edits.map((edit): Change => {
    clock = tick(clock, tenOClock);
    return { meeting: someMeeting, stamp: stampOf(clock), act: countingId(9) as ActId, ...edit };
  }));
}

/** The sample meeting's record. */
export function sampleRecord(): MeetingRecord {
  let ids = 100;
  return recordOfEdits(sampleMeeting({ roadmap, newId: () => countingId((ids += 1)), nowMs: tenOClock }));
}

/** Basics of an annual review with a code. */
export const basics = (patch: object = {}): Edit => ({
  kind: 'basics', entry: entryIdOf('basics'),
  value: { type: 'annual', code: 'R-14', capacity: 'observer', onDate: '2026-11-12', startsAt: null, room: 'Room 7', school: 'Mesa', team: 'Grade 3', ...patch },
});

/** A note with this text. */
export const note = (text: string, tag: 'device-only' | 'family' | null = null, id = 'n1'): Edit => ({
  kind: 'note', entry: entryIdOf('note', id), value: { text, tag, about: { to: 'meeting', id: '' }, atMs: tenOClock },
});
