/** The file of the present version: all that a store can hold, and the rows it makes of it. */
import { digestOf } from '#domain/digest-of.ts';
import type { Change } from '#domain/change.ts';
import type { ActId, DeviceId } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { finishEdits, recordOf } from '#domain/record/finish.ts';
import { sentRecordOf } from '#domain/sync/sent-record.ts';
import { queuedRecord } from '#domain/sync/outbox-item.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { sampleMeeting } from '#domain/sample-meeting.ts';
import { emptyClock, nodeIdFromBytes, stampOf, tick } from '#domain/stamp.ts';
import type { Edit } from '#domain/entry.ts';
import { dumpOf, type Released } from './released-kit.ts';
import { tellAll } from './released-told.ts';
import { freshName, newMeeting, storeAt } from './store-kit.ts';

const heldAtMs = 1_795_000_000_000;
let clock = emptyClock(nodeIdFromBytes(new Uint8Array(8).fill(7)));

/** Fills a store by the code as it stands, and dumps its database. */
export async function makeReleased(): Promise<Released> {
  const name = freshName();
  const store = await storeAt(name, { nowMs: () => heldAtMs });
  const roadmap = defaultRoadmap();
  const device = crypto.randomUUID() as DeviceId;
  for (const finished of [false, true]) {
    const meeting = newMeeting();
    const act = crypto.randomUUID() as ActId;
    const changesFor = (edits: readonly Edit[]): Change[] => edits.map(({ entry, kind, value }) => {
      clock = tick(clock, heldAtMs);
      return { meeting, stamp: stampOf(clock), act, entry, kind, value };
    });
    const changes = changesFor(sampleMeeting({ roadmap, newId: () => crypto.randomUUID(), nowMs: heldAtMs }));
    if (finished) changes.push(...changesFor(finishEdits(meetingOf(replicaOf(changes)), heldAtMs)));
    const replica = replicaOf(changes);
    await store.write({ changes, roadmap, listed: { id: meeting, open: !finished, digest: digestOf(meetingOf(replica), roadmap) } });
    if (finished) {
      const record = recordOf({ meeting, device, replica, roadmap, finishedAtMs: heldAtMs, revision: 1 });
      const sent = { record: meeting, kind: 'record', revision: 1, sha256: '5'.repeat(43), seq: 7, atMs: heldAtMs } as const;
      await store.write({
        record, outbox: [queuedRecord(meeting, 1, heldAtMs)], receipts: [sent],
        replicas: [{ ...sent, member: crypto.randomUUID(), device, content: sentRecordOf(record, '1'.repeat(43)) }],
        sync: [{ id: 'identity', value: { member: 'someone' } }], derived: [{ id: meeting, value: [1, 2] }],
      });
    }
    await store.writeDraft(`${meeting}/jot`, { text: 'Half a sentence', item: null });
  }
  await store.writeSetting('phrases', ['Say more', 'Who decides?']);
  await store.write({ log: { id: crypto.randomUUID(), atMs: heldAtMs, what: 'record-json', kind: 'identified', meetings: 1, reason: 'For the file', deviceOnlyNotesLeftOut: 1 } });
  const drafts = (await store.readMeetings()).meetings.map(({ id }) => `${id}/jot`);
  const told = await tellAll(store, { drafts, settings: ['phrases', 'none'], roadmaps: [[roadmap.id, roadmap.version]] });
  store.close();
  return dumpOf(name, told);
}
