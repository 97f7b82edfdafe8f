/** Records of many finished meetings, one like the other but for code, day and team, as a zip to bring in. */
import { strToU8, zipSync } from 'fflate';
import type { Edit } from '#domain/entry.ts';
import { entryIdOf, type ActId, type MeetingId } from '#domain/ids.ts';
import { replicaOf } from '#domain/merge.ts';
import { recordOf } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { sampleMeeting } from '#domain/sample-meeting.ts';
import { emptyClock, nodeIdFromBytes, stampOf, tick } from '#domain/stamp.ts';
import { someDevice } from './arbitrary-meeting.ts';
import { countingId } from './fake-app.ts';

const day = 86_400_000;

/** `count` finished meetings, the last one held a day before `nowMs` and the others each three days earlier. */
export function manyRecords(count: number, nowMs: number): MeetingRecord[] {
  const roadmap = defaultRoadmap();
  return Array.from({ length: count }, (_, at) => {
    const heldAtMs = nowMs - day * (1 + 3 * at);
    let ids = 10_000 * (at + 1);
    const edits = sampleMeeting({ roadmap, newId: () => countingId((ids += 1)), nowMs: heldAtMs }).map((edit) => named(edit, at));
    const finish: Edit = { kind: 'finish', entry: entryIdOf('finish'), value: { revision: 1, atMs: heldAtMs, open: false } };
    let clock = emptyClock(nodeIdFromBytes(new Uint8Array(8).fill(7)));
    const meeting = countingId(0xa000 + at) as MeetingId;
    const changes = [...edits, finish].map((edit) => {
      clock = tick(clock, heldAtMs);
      return { meeting, stamp: stampOf(clock), act: countingId(9) as ActId, ...edit };
    });
    return recordOf({ meeting, device: someDevice, replica: replicaOf(changes), roadmap, finishedAtMs: heldAtMs, revision: 1 });
  });
}

function named(edit: Edit, at: number): Edit {
  if (edit.kind !== 'basics' || edit.value === null) return edit;
  const code = `S-${String(at + 1).padStart(2, '0')}`;
  return { ...edit, value: { ...edit.value, code, sample: false, school: at % 3 === 0 ? 'Mesa Verde' : 'Cottonwood', team: at % 2 === 0 ? 'Grade 3' : 'Grade 5', type: at % 4 === 0 ? 'reevaluation' : 'annual' } };
}

/** Those as a zip of records. */
export const zipOfRecords = (records: readonly MeetingRecord[]): Uint8Array =>
  zipSync(Object.fromEntries(records.map((record) => [`${record.meeting}.json`, strToU8(JSON.stringify(record))])));
