import { afterEach, expect, test, vi } from 'vitest';
import type { DeviceId } from '#domain/ids.ts';
import { queuedRecord, queuedTombstone } from '#domain/sync/outbox-item.ts';
import type { PulledReplica } from '#domain/sync/pulled-replica.ts';
import { aborts, atEachPut } from './faults.ts';
import { freshName, listed, mark, newMeeting, storeAt } from './store-kit.ts';

afterEach(() => { vi.restoreAllMocks(); });

const member = crypto.randomUUID();
const replica = (over: Partial<PulledReplica> = {}): PulledReplica => ({
  member, record: newMeeting(), device: crypto.randomUUID() as DeviceId, kind: 'tombstone', revision: 1,
  sha256: 'a'.repeat(43), seq: 1, atMs: 5, content: null, ...over,
});

test('what waits goes in with what it is about, and comes back the oldest first', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const [a, b] = [newMeeting(), newMeeting()];
  await store.write({ changes: [mark(a)], outbox: [queuedRecord(a, 2, 20)], parts: [{ listed: listed(b, false), outbox: [queuedRecord(b, 1, 10)] }] });
  const other = await storeAt(name);
  expect((await other.readOutbox()).map(({ record, revision }) => [record, revision])).toEqual([[b, 1], [a, 2]]);
  expect(await other.readMeeting(b)).not.toBeNull();
  await store.write({ outboxGone: [`${a}:record:2`], receipts: [{ record: a, kind: 'record', revision: 2, sha256: 'c'.repeat(43), seq: 3, atMs: 4 }] });
  expect(await other.readOutbox()).toHaveLength(1);
  expect((await other.readReceipts()).map(({ record }) => record)).toEqual([a]);
});

test('a page and its cursor go in together or not at all', async () => {
  const store = await storeAt(freshName());
  let puts = 0;
  const stop = atEachPut(() => (puts++ === 1 ? aborts('QuotaExceededError') : null));
  const afterFailure: unknown[] = [];
  store.onSaved(({ obstacle }) => { if (obstacle) void store.readReplicas().then((rows) => afterFailure.push(rows.length)); });
  await store.write({ replicas: [replica(), replica()], sync: [{ id: 'cursors', value: { [member]: 9 } }] });
  stop();
  await vi.waitFor(() => { expect(afterFailure).toHaveLength(1); });
  expect(await store.readReplicas()).toHaveLength(2);
  expect(await store.readNamed('sync', 'cursors')).toEqual({ [member]: 9 });
});

test('replicas are found by member and by record; a draft stands beside the record', async () => {
  const store = await storeAt(freshName());
  const one = replica();
  await store.write({ replicas: [one, { ...one, kind: 'draft' }, replica({ record: one.record, member: crypto.randomUUID() }), replica()] });
  expect(await store.readReplicas({ member, record: one.record })).toHaveLength(2);
  expect(await store.readReplicas({ member })).toHaveLength(3);
  expect(await store.readReplicas({ record: one.record })).toHaveLength(3);
  await store.write({ replicas: [{ ...one, revision: 2 }] });
  expect((await store.readReplicas({ member, record: one.record })).map(({ revision }) => revision).sort()).toEqual([1, 2]);
});

test('a removed meeting takes along what waited of it, and leaves its tombstone waiting', async () => {
  const store = await storeAt(freshName());
  const [meeting, other] = [newMeeting(), newMeeting()];
  await store.write({ changes: [mark(meeting)], outbox: [queuedRecord(meeting, 1, 1), queuedRecord(other, 1, 2)], derived: [{ id: meeting, value: 1 }] });
  await store.removeMeeting(meeting, undefined, queuedTombstone(meeting, 2, 3));
  expect((await store.readOutbox()).map(({ record, kind }) => [record, kind])).toEqual([[other, 'record'], [meeting, 'tombstone']]);
  expect((await store.readAllNamed('derived')).size).toBe(0);
});

test('other tabs hear of the outbox, the replicas and named rows', async () => {
  const name = freshName();
  const [here, there] = [await storeAt(name), await storeAt(name)];
  const heard = { outbox: -1, replicas: -1, derived: -1 };
  there.watchOutbox((items) => { heard.outbox = items.length; });
  there.watchReplicas((count) => { heard.replicas = count; });
  there.watchNamed('derived', (ids) => { heard.derived = ids.length; });
  await vi.waitFor(() => { expect(heard).toEqual({ outbox: 0, replicas: 0, derived: 0 }); });
  await here.write({ outbox: [queuedRecord(newMeeting(), 1, 1)], replicas: [replica()], derived: [{ id: 'a', value: 1 }, { id: 'b', value: 2 }] });
  await vi.waitFor(() => { expect(heard).toEqual({ outbox: 1, replicas: 1, derived: 2 }); });
  await here.write({ derived: [{ id: 'a', value: null }] });
  await vi.waitFor(() => { expect(heard.derived).toBe(1); });
  expect(await there.readAllNamed('derived', ['a', 'b'])).toEqual(new Map([['b', 2]]));
});
