import { expect, test } from 'vitest';
import type { Listing } from '#data/store.ts';
import type { Change } from '#domain/change.ts';
import type { Stamp } from '#domain/stamp.ts';
import { freshName, listed, mark, newMeeting, note, putRaw, rawRows, stampsOf, storeAt, until } from './store-kit.ts';

test('each store sees what the other adds to a journal, once', async () => {
  const name = freshName();
  const [one, other] = [await storeAt(name), await storeAt(name)];
  const meeting = newMeeting();
  const known = new Set<Stamp>();
  const seen: Change[] = [];
  const stop = other.watchJournal(meeting, known, (changes) => {
    seen.push(...changes);
    for (const { stamp } of changes) known.add(stamp);
  });
  const changes = Array.from({ length: 20 }, () => mark(meeting));
  for (const change of changes) await one.write({ changes: [change, mark(newMeeting())] });
  await until(() => seen.length === 20);
  expect(seen.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))).toEqual(changes);
  stop();
  await one.write({ changes: [mark(meeting)] });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen).toHaveLength(20);
});

test('what was there before the watch and is not known is brought', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  const [known, unknown] = [mark(meeting), mark(meeting)];
  await store.write({ changes: [known, unknown] });
  const seen: Change[] = [];
  store.watchJournal(meeting, new Set([known.stamp]), (changes) => seen.push(...changes));
  await until(() => seen.length > 0);
  expect(seen).toEqual([unknown]);
});

test('a damaged row of another tab does not keep the others away', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  const broken = mark(meeting);
  await store.write({ changes: [broken] });
  await putRaw(name, 'changes', { meeting, stamp: broken.stamp, sealed: new Uint8Array(400) });
  const known = new Set<Stamp>();
  store.watchJournal(meeting, known, (changes) => { for (const { stamp } of changes) known.add(stamp); });
  const next = mark(meeting);
  await store.write({ changes: [next] });
  await until(() => known.has(next.stamp));
  expect(known.has(broken.stamp)).toBe(false);
});

test('a journal that was taken away elsewhere is told, with what is left of it', async () => {
  const name = freshName();
  const [one, other] = [await storeAt(name), await storeAt(name)];
  const meeting = newMeeting();
  const changes = [mark(meeting), mark(meeting)];
  await one.write({ changes, listed: listed(meeting, true) });
  const known = new Set(changes.map(({ stamp }) => stamp));
  const left: number[] = [];
  other.watchJournal(meeting, known, () => undefined, (count) => { left.push(count); known.clear(); });
  expect(await one.removeMeeting(meeting, 1)).toEqual({ ok: true, value: false });
  expect(await stampsOf(one, meeting)).toHaveLength(2);
  expect(await one.removeMeeting(meeting, 2)).toEqual({ ok: true, value: true });
  await until(() => left.length > 0);
  expect(left).toEqual([0]);
});

test('the list follows meetings and journals of the other store', async () => {
  const name = freshName();
  const [one, other] = [await storeAt(name), await storeAt(name)];
  const meeting = newMeeting();
  let listing: Listing | null = null;
  const told = (): Listing | null => listing;
  let calls = 0;
  const stop = other.watchMeetings((next) => { listing = next; calls += 1; });
  await until(() => told()?.meetings.length === 0);
  await one.write({ listed: listed(meeting, true, 'FIRST') });
  await until(() => told()?.meetings[0]?.digest.code === 'FIRST');
  await one.write({ listed: listed(meeting, true, 'SECOND') });
  await until(() => told()?.meetings[0]?.digest.code === 'SECOND');
  const before = calls;
  await one.write({ changes: [note(meeting, 'hello')] });
  await until(() => calls > before);
  await one.removeMeeting(meeting);
  await until(() => told()?.meetings.length === 0);
  stop();
});

test('two stores that make a database at the same moment have one key', async () => {
  const name = freshName();
  const stores = await Promise.all([storeAt(name), storeAt(name), storeAt(name)]);
  const meeting = newMeeting();
  await Promise.all(stores.map((store) => store.write({ changes: [mark(meeting)] })));
  for (const store of stores) expect(await stampsOf(store, meeting)).toHaveLength(3);
  expect(await rawRows(name, 'slots')).toHaveLength(1);
});

test('a list of a thousand meetings opens', async () => {
  const store = await storeAt(freshName());
  const ids = Array.from({ length: 1_000 }, newMeeting);
  await Promise.all(ids.map((id) => store.write({ listed: listed(id, false) })));
  const began = performance.now();
  expect((await store.readMeetings()).meetings).toHaveLength(1_000);
  const first = performance.now() - began;
  await store.readMeetings();
  console.log(`1,000 finished meetings: ${first.toFixed(0)} ms, again ${(performance.now() - began - first).toFixed(0)} ms`);
});
