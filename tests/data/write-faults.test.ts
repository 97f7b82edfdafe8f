import { afterEach, expect, test, vi } from 'vitest';
import type { StoreObstacle } from '#data/store.ts';
import { aborts, atEachPut, closes, hold, seeConnections, throws, type Fault } from './faults.ts';
import { freshName, listed, mark, newMeeting, quick, stampsOf, storeAt, until } from './store-kit.ts';

afterEach(() => { vi.restoreAllMocks(); });

const full: Pick<StoreObstacle, 'type'> = { type: 'StorageFull' };
const lost: Pick<StoreObstacle, 'type'> = { type: 'ConnectionLost' };

test.each<[string, Fault, object]>([
  ['a full disk, told at the call', throws('QuotaExceededError'), full],
  ['a full disk, told at the commit', aborts('QuotaExceededError'), full],
  ['a lost connection', throws('UnknownError'), lost],
  ['a connection that is closing', throws('InvalidStateError'), lost],
  ['a transaction that ended', throws('TransactionInactiveError'), lost],
  ['an abort out of the blue', aborts('AbortError'), { type: 'WriteRefused', name: 'AbortError' }],
  ['an error that nobody knows', throws('NeverHeardOfError'), { type: 'WriteRefused', name: 'NeverHeardOfError' }],
])('%s: each write is kept, told, and lands once it can', async (_, fault, obstacle) => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  const changes = Array.from({ length: 4 }, () => mark(meeting));
  for (const [at, change] of changes.entries()) {
    let left = at + 1;
    const told: (StoreObstacle | null)[] = [];
    const stopHearing = store.onSaved((saved) => { told.push(saved.obstacle); });
    const stop = atEachPut(() => { left -= 1; return left >= 0 ? fault : null; });
    await store.write({ changes: [change] });
    stop();
    stopHearing();
    expect(told.filter((each) => each !== null).length).toBeGreaterThan(at);
    expect(told.find((each) => each !== null)).toMatchObject(obstacle);
    expect(store.saved).toMatchObject({ pendingCount: 0, heldSinceMs: null, obstacle: null });
  }
  expect((await store.readJournal(meeting)).changes).toEqual(changes);
});

test('what goes before the first commit never holds it up, whatever becomes of it', async () => {
  const meeting = newMeeting();
  const change = mark(meeting);
  for (const beforeWriting of [() => new Promise<void>(() => undefined), () => Promise.reject(new DOMException('', 'TimeoutError'))]) {
    const store = await storeAt(freshName(), { beforeWriting });
    await store.write({ changes: [change] });
    expect((await store.readJournal(meeting)).changes).toEqual([change]);
  }
  const told = new Promise<string>((tell) => {
    addEventListener('error', (event) => { event.preventDefault(); event.stopImmediatePropagation(); tell(event.message); }, { once: true, capture: true });
  });
  const store = await storeAt(freshName(), { beforeWriting: () => Promise.reject(new Error('a bug')) });
  await store.write({ changes: [change] });
  expect(await told).toContain('a bug');
});

test('while the disk is full everything is kept in memory, in order, and told with numbers', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  const stop = atEachPut(() => throws('QuotaExceededError'));
  const changes = Array.from({ length: 30 }, () => mark(meeting));
  const landed: number[] = [];
  const writes = changes.map((change, at) => store.write({ changes: [change] }).then(() => landed.push(at)));
  await until(() => store.saved.obstacle !== null);
  expect(await store.flush(30)).toBe(false);
  expect(store.saved.pendingCount).toBe(30);
  // WebKitGTK has no storage manager that could be asked.
  const quotaBytes = 'storage' in navigator ? expect.any(Number) as number : null;
  expect(store.saved.obstacle).toMatchObject({ type: 'StorageFull', quotaBytes });
  expect(await stampsOf(store, meeting)).toEqual([]);
  stop();
  await Promise.all(writes);
  expect(landed).toEqual(changes.map((_, at) => at));
  expect((await store.readJournal(meeting)).changes).toEqual(changes);
});

test('a bundle goes in whole or not at all', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  let puts = 0;
  const stop = atEachPut(() => { puts += 1; return puts % 3 === 0 ? aborts('QuotaExceededError') : null; });
  const written = store.write({ changes: [mark(meeting), mark(meeting)], listed: listed(meeting, false) });
  await until(() => store.saved.obstacle !== null);
  expect(await stampsOf(store, meeting)).toEqual([]);
  stop();
  await written;
  expect(await stampsOf(store, meeting)).toHaveLength(2);
});

test('returning to the tab tries again at once', async () => {
  const store = await storeAt(freshName(), { timing: { ...quick, retryMs: [60_000] } });
  const meeting = newMeeting();
  const stop = atEachPut(() => throws('QuotaExceededError'));
  const written = store.write({ changes: [mark(meeting)] });
  await until(() => store.saved.obstacle !== null);
  stop();
  document.dispatchEvent(new Event('visibilitychange'));
  await written;
  expect(await stampsOf(store, meeting)).toHaveLength(1);
});

test.each(['killAll', 'closeAllSilently'] as const)('after %s of the connections writing, reading and watching go on', async (how) => {
  const connections = seeConnections();
  const name = freshName();
  const [store, other] = [await storeAt(name), await storeAt(name)];
  const meeting = newMeeting();
  const changes = [mark(meeting), mark(meeting), mark(meeting)] as const;
  const seen = new Set<string>();
  store.watchJournal(meeting, new Set(), (news) => { for (const { stamp } of news) seen.add(stamp); });
  await store.write({ changes: [changes[0]] });
  await until(() => seen.size === 1);
  connections[how]();
  await store.write({ changes: [changes[1]] });
  expect(await stampsOf(store, meeting)).toHaveLength(2);
  await other.write({ changes: [changes[2]] });
  await until(() => seen.size === 3);
  connections[how]();
  expect(await stampsOf(other, meeting)).toHaveLength(3);
});

test('a connection that died in the background is found dead on return, and watching goes on', async () => {
  const connections = seeConnections();
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  const seen = new Set<string>();
  store.watchJournal(meeting, new Set(), (news) => { for (const { stamp } of news) seen.add(stamp); });
  await store.write({ changes: [mark(meeting)] });
  await until(() => seen.size === 1);
  connections.closeAllSilently();
  const other = await storeAt(name);
  document.dispatchEvent(new Event('visibilitychange'));
  await other.write({ changes: [mark(meeting)] });
  await until(() => seen.size === 2);
});

test('a sealing that does not succeed is done again, in its turn', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  const changes = [mark(meeting), mark(meeting)] as const;
  vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new DOMException('On purpose', 'OperationError'));
  const landed: number[] = [];
  await Promise.all(changes.map((change, at) => store.write({ changes: [change] }).then(() => landed.push(at))));
  expect(landed).toEqual([0, 1]);
  expect((await store.readJournal(meeting)).changes).toEqual(changes);
});

test('a transaction that hangs is told, given up and repeated', async () => {
  const name = freshName();
  const store = await storeAt(name, { timing: { ...quick, answerMs: 80 } });
  const meeting = newMeeting();
  const release = await hold(name, 'changes');
  const written = store.write({ changes: [mark(meeting)] });
  await until(() => store.saved.obstacle?.type === 'ConnectionLost');
  expect(store.saved.pendingCount).toBe(1);
  release();
  await written;
  expect(await stampsOf(store, meeting)).toHaveLength(1);
});

test('when this window\'s database is dead for good, a frame\'s is used', async () => {
  const connections = seeConnections();
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  await store.write({ changes: [mark(meeting)] });
  const dead = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');
  });
  connections.killAll();
  const known = new Set<string>();
  store.watchJournal(meeting, new Set(), (news) => { for (const { stamp } of news) known.add(stamp); });
  await store.write({ changes: [mark(meeting)] });
  expect(document.querySelector('iframe[hidden]')).not.toBeNull();
  expect(await stampsOf(store, meeting)).toHaveLength(2);
  await until(() => known.size === 2);
  await store.write({ changes: [mark(meeting)], listed: listed(meeting, true) });
  await until(() => known.size === 3);
  expect((await store.readMeetings()).meetings).toHaveLength(1);
  dead.mockRestore();
  expect(await stampsOf(await storeAt(name), meeting)).toHaveLength(3);
  store.close();
  expect(document.querySelector('iframe[hidden]')).toBeNull();
});

test('a read by itself finds its way to a frame\'s database', async () => {
  const connections = seeConnections();
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  await store.write({ changes: [mark(meeting)] });
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => { throw new DOMException('lost', 'UnknownError'); });
  connections.closeAllSilently();
  expect(await stampsOf(store, meeting)).toHaveLength(1);
  expect(document.querySelector('iframe[hidden]')).not.toBeNull();
});

test('a removal that does not succeed says why and leaves the meeting whole', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  await store.write({ changes: [mark(meeting)], listed: listed(meeting, false) });
  const spy = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => { throw new DOMException('no', 'ReadOnlyError'); });
  expect(await store.removeMeeting(meeting)).toEqual({ ok: false, error: { type: 'WriteRefused', name: 'ReadOnlyError' } });
  spy.mockRestore();
  expect(await stampsOf(store, meeting)).toHaveLength(1);
  expect((await store.readMeetings()).meetings).toHaveLength(1);
});

test('a self-test on a full disk says so', async () => {
  const store = await storeAt(freshName());
  atEachPut(() => throws('QuotaExceededError'));
  expect(await store.selfTest()).toMatchObject({ ok: false, error: full });
});

/** The other engines' transactions take several times as long. */
const manyWrites = 'userAgentData' in navigator ? 10_000 : 4_000;

test('thousands of writes through every fault at random: none is lost', async () => {
  const store = await storeAt(freshName(), { timing: { ...quick, answerMs: 2_000 } });
  const meeting = newMeeting();
  let seed = 20_261_124;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const faults: readonly Fault[] = [
    throws('QuotaExceededError'), aborts('QuotaExceededError'), throws('UnknownError'), throws('NeverHeardOfError'), aborts('DataError'), closes,
  ];
  let injected = 0;
  const stop = atEachPut(() => {
    if (random() > 0.03) return null;
    injected += 1;
    return faults[Math.floor(random() * faults.length)] ?? null;
  });
  const began = performance.now();
  const stamps: string[] = [];
  const landed: string[] = [];
  const writes: Promise<unknown>[] = [];
  while (stamps.length < manyWrites) {
    for (let at = 0; at < 20; at += 1) {
      const change = mark(meeting);
      stamps.push(change.stamp);
      writes.push(store.write({ changes: [change] }).then(() => landed.push(change.stamp)));
    }
    if (random() < 0.5) await Promise.race([writes.at(-1), new Promise((resolve) => setTimeout(resolve, 5))]);
  }
  await Promise.all(writes);
  stop();
  console.log(`${String(manyWrites)} writes, ${String(injected)} faults, ${(performance.now() - began).toFixed(0)} ms`);
  expect(injected).toBeGreaterThan(50);
  expect(landed).toEqual(stamps);
  expect(await stampsOf(store, meeting)).toEqual(stamps);
}, 180_000);
