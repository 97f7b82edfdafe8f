import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replicaOf } from '#domain/merge.ts';
import { recordOf } from '#domain/record/finish.ts';
import { mergeRecords } from '#domain/record/merge-records.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { DeviceId } from '#domain/ids.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { anyId, anyJournal, someMeeting } from '../../support/arbitrary-meeting.ts';

const replica = fc.tuple(anyJournal, anyId, fc.integer({ min: 1, max: 5 })).map(([journal, device, revision]): MeetingRecord =>
  recordOf({ meeting: someMeeting, device: device as DeviceId, replica: replicaOf(journal), roadmap: defaultRoadmap(), finishedAtMs: revision, revision }));
const some = fc.uniqueArray(replica, { minLength: 1, maxLength: 4, selector: ({ device }) => device });

describe('replicas of a record', () => {
  it('come to the same record in any order, grouping and number', () => {
    fc.assert(fc.property(some, fc.integer({ min: 0, max: 3 }), (replicas, cut) => {
      const merged = mergeRecords(replicas);
      expect(mergeRecords(replicas.toReversed())).toEqual(merged);
      expect(mergeRecords([...replicas, ...replicas])).toEqual(merged);
      const [left, right] = [mergeRecords(replicas.slice(0, cut)), mergeRecords(replicas.slice(cut))];
      expect(mergeRecords([left, right].filter((record) => record !== null))).toEqual(merged);
    }), { numRuns: 40 });
  });

  it('are none where there is none', () => {
    expect(mergeRecords([])).toBeNull();
  });
});
