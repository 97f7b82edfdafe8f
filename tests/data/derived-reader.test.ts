import { expect, test, vi } from 'vitest';
import { openReader, readerPassOf } from '#data/derived-reader.ts';
import type { Store } from '#data/store.ts';
import { PatternEngine } from '#app/patterns/engine.ts';
import { noFilter } from '#domain/patterns/filter.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { DeviceId } from '#domain/ids.ts';
import { sentRecordOf } from '#domain/sync/sent-record.ts';
import type { PulledReplica } from '#domain/sync/pulled-replica.ts';
import { recordFrom, today } from '#tests/support/pattern-record.ts';
import { freshName, storeAt } from './store-kit.ts';

const finish = (store: Store, record: MeetingRecord): Promise<void> => store.write({ record, roadmap: record.roadmap });
const engineOn = async (store: Store): Promise<{ engine: PatternEngine; reader: Awaited<ReturnType<typeof openReader>> }> => {
  const reader = await openReader(readerPassOf(store));
  return { reader, engine: new PatternEngine(reader, () => undefined) };
};
const meetingsSeen = async (engine: PatternEngine): Promise<number> => (await engine.look(noFilter, today)).meetings;

test('a finished meeting is read once, and again only when it is finished anew', async () => {
  const store = await storeAt(freshName());
  await finish(store, recordFrom({ n: 1, marks: { 'intros-with-roles': 'no' } }));
  const first = await engineOn(store);
  expect(await meetingsSeen(first.engine)).toBe(1);
  first.reader.close();

  const second = await engineOn(store);
  const sources = vi.spyOn(second.reader, 'sources');
  expect(await meetingsSeen(second.engine)).toBe(1);
  expect(sources).not.toHaveBeenCalled();

  await finish(store, { ...recordFrom({ n: 1, marks: { 'intros-with-roles': 'yes' } }), revision: 2 });
  expect(await second.engine.refresh()).toBe(true);
  const { items } = await second.engine.look(noFilter, today);
  expect(items.find(({ item }) => item.id === 'intros-with-roles')).toMatchObject({ yes: 1, no: 0 });
  expect(sources).toHaveBeenCalledTimes(1);
});

test('a meeting that is removed is in no pattern any more', async () => {
  const store = await storeAt(freshName());
  const record = recordFrom({ n: 2 });
  await finish(store, record);
  const { engine } = await engineOn(store);
  expect(await meetingsSeen(engine)).toBe(1);
  await store.removeMeeting(record.meeting);
  await engine.refresh();
  expect(await meetingsSeen(engine)).toBe(0);
});

test('what a hub gave counts with its owner, and a tombstone takes it away', async () => {
  const store = await storeAt(freshName());
  const record = recordFrom({ n: 3, marks: { 'purpose-stated': 'yes' } });
  await store.write({ roadmap: record.roadmap });
  const replica: PulledReplica = {
    member: crypto.randomUUID(), record: record.meeting, device: crypto.randomUUID() as DeviceId, kind: 'record', revision: 1,
    sha256: 'a'.repeat(43), seq: 1, atMs: 5, content: sentRecordOf(record, 'b'.repeat(43)),
  };
  await store.write({ replicas: [replica] });
  const { engine } = await engineOn(store);
  expect(Object.values((await engine.look(noFilter, today)).names)).toContainEqual(expect.objectContaining({ own: false }));
  await store.write({ replicas: [{ ...replica, kind: 'tombstone', revision: 2, content: null }] });
  await engine.refresh();
  expect(await meetingsSeen(engine)).toBe(0);
});

test('a row whose sources have changed meanwhile is not put', async () => {
  const store = await storeAt(freshName());
  const record = recordFrom({ n: 4 });
  await finish(store, record);
  const reader = await openReader(readerPassOf(store));
  const sources = await reader.sources(record.meeting, []);
  await finish(store, { ...record, revision: 2 });
  await reader.put([{ sources, keys: [], value: { stale: true } }]);
  expect((await reader.derived()).size).toBe(0);
});

test('another window is told of a finished meeting', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const reader = await openReader(readerPassOf(store));
  const told = vi.fn();
  const stop = reader.watch(told);
  await vi.waitFor(() => { expect(told).toHaveBeenCalled(); });
  told.mockClear();
  await finish(await storeAt(name), recordFrom({ n: 5 }));
  await vi.waitFor(() => { expect(told).toHaveBeenCalled(); });
  stop();
  reader.close();
});
