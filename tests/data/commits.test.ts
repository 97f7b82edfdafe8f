import { afterEach, expect, test, vi } from 'vitest';
import { freshName, listed, mark, newMeeting, note, quick, stampsOf, storeAt } from './store-kit.ts';

afterEach(() => { vi.restoreAllMocks(); });

test('every writing transaction asks for strict durability', async () => {
  // Dexie binds the method when it opens the database.
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  transaction.mockClear();
  await store.write({ changes: [mark(meeting)], listed: listed(meeting, true) });
  await store.writeDraft(meeting, 'x');
  await store.removeMeeting(meeting);
  const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writing).toHaveLength(3);
  for (const call of writing) expect(call[2]).toEqual({ durability: 'strict' });
});

test('WebCrypto is never called while a writing transaction is open', async () => {
  let open = 0;
  let seen = 0;
  let during = 0;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- applied below to the database that it was called on
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const transaction = begin.apply(this, args);
    if (transaction.mode === 'readwrite') {
      open += 1;
      seen += 1;
      for (const end of ['complete', 'abort']) transaction.addEventListener(end, () => { open -= 1; });
    }
    return transaction;
  });
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  const calls = vi.spyOn(crypto.subtle, 'encrypt').mockImplementation((...args) => {
    if (open > 0) during += 1;
    return encrypt(...args);
  });
  const store = await storeAt(freshName());
  calls.mockClear();
  seen = 0;
  const meeting = newMeeting();
  // One after the other, so that nobody else's sealing happens to fall into a transaction.
  for (let at = 0; at < 20; at += 1) await store.write({ changes: [mark(meeting), note(meeting, 'x')], listed: listed(meeting, true) });
  await store.removeMeeting(meeting);
  expect(calls.mock.calls.length).toBe(60);
  expect(seen).toBe(21);
  expect(during).toBe(0);
});

test('bundles are committed in the order of the calls', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  const order: number[] = [];
  // Big ones take longer to seal than the small ones after them.
  await Promise.all(Array.from({ length: 60 }, (_, at) =>
    store.write({ changes: [note(meeting, 'w'.repeat(at % 3 === 0 ? 400_000 : 1))] }).then(() => order.push(at))));
  expect(order).toEqual(Array.from({ length: 60 }, (_, at) => at));
});

test('the last of many drafts stands, however they are gathered', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  await Promise.all(Array.from({ length: 200 }, (_, at) => store.writeDraft(meeting, { at })));
  expect(await store.readDraft(meeting)).toEqual({ at: 199 });
});

test('what comes while a transaction runs goes together in the next', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  transaction.mockClear();
  await Promise.all(Array.from({ length: 100 }, () => store.write({ changes: [mark(meeting)] })));
  expect(transaction.mock.calls.length).toBeGreaterThan(0);
  expect(transaction.mock.calls.length).toBeLessThan(5);
  expect(await stampsOf(store, meeting)).toHaveLength(100);
});

test('writing the same changes twice changes nothing', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  const changes = [mark(meeting), mark(meeting)];
  await store.write({ changes });
  await store.write({ changes });
  expect((await store.readJournal(meeting)).changes).toEqual(changes);
});

test('a tick is on disk within a few milliseconds', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  const took: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    const began = performance.now();
    await store.write({ changes: [mark(meeting)] });
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  console.log(`tick to durable: p50 ${String(took[100])} ms, p95 ${String(took[190])} ms`);
  expect(took[190]).toBeLessThan(250);
});

test('a bundle of thousands of rows has the time that it needs, and holds up nobody', async () => {
  const store = await storeAt(freshName(), { timing: { ...quick, answerMs: 100 } });
  const meeting = newMeeting();
  const told: unknown[] = [];
  store.onSaved(({ obstacle }) => { told.push(obstacle); });
  const many = Array.from({ length: 5_000 }, () => mark(meeting));
  void store.write({ changes: many });
  await store.write({ changes: [mark(meeting)] });
  expect(told.filter((obstacle) => obstacle !== null)).toEqual([]);
  expect(await stampsOf(store, meeting)).toHaveLength(5_001);
});
