import { afterEach, expect, test, vi } from 'vitest';
import type { Everything } from '#data/everything.ts';
import type { Store } from '#data/store.ts';
import { aborts, atEachPut, seeConnections, throws, type Fault } from './faults.ts';
import { freshName, listed, mark, newMeeting, note, rawRows, storeAt } from './store-kit.ts';

afterEach(() => { vi.restoreAllMocks(); });

const line = { id: 'l1', atMs: 1, what: 'record-json', kind: 'identified', meetings: 1, reason: '', deviceOnlyNotesLeftOut: 0 } as const;

function someOf(): Partial<Everything> {
  const [a, b] = [newMeeting(), newMeeting()];
  return {
    meetings: [listed(a, false), listed(b, true)],
    changes: [mark(a), note(a, 'Stays here'), mark(b), mark(b, 'intros-with-roles', 'no')],
    drafts: { [a]: { text: 'half' }, [`${b}:abc`]: 'hashed' },
    settings: { phrases: ['One.'], welcomed: true },
    log: [line],
    sync: { identity: { member: 'someone' }, cursors: { a: 7 } },
  };
}

const sorted = (all: Partial<Everything>): Everything => {
  const { meetings = [], changes = [], records = [], roadmaps = [], drafts = {}, settings = {}, log = [], sync = {} } = all;
  const digests = meetings.map(({ id, open, digest }) => ({ id, open, code: digest.code })).sort((one, two) => one.id.localeCompare(two.id));
  return {
    meetings: digests as unknown as Everything['meetings'], records, roadmaps, drafts, settings, log, sync,
    changes: [...changes].sort((one, two) => one.stamp.localeCompare(two.stamp)),
  };
};

async function everythingIn(store: Store): Promise<Everything> {
  const { damaged, ...all } = await store.readEverything();
  expect(damaged).toEqual([]);
  return sorted(all);
}

test('what is put comes back, also in another store of the same database, and twice is once', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const put = someOf();
  const told: number[] = [];
  expect(await store.writeEverything(put, { onProgress: (done) => told.push(done) })).toEqual({ ok: true, value: undefined });
  expect(told.at(-1)).toBe(13);
  expect(await everythingIn(store)).toEqual(sorted(put));
  await store.writeEverything(put);
  expect(await everythingIn(await storeAt(name))).toEqual(sorted(put));
});

test.each<[string, Fault]>([
  ['a full disk, told at the call', throws('QuotaExceededError')],
  ['a full disk, told at the commit', aborts('QuotaExceededError')],
  ['an abort out of the blue', aborts('AbortError')],
])('%s: none of it goes in, and nothing goes out', async (_, fault) => {
  const name = freshName();
  const store = await storeAt(name);
  const before = someOf();
  await store.writeEverything(before);
  let puts = 0;
  const stop = atEachPut(() => { puts += 1; return puts === 5 ? fault : null; });
  const gone = before.meetings?.[0]?.id;
  const written = await store.writeEverything(someOf(), { remove: gone ? [gone] : [] });
  stop();
  expect(puts).toBeGreaterThanOrEqual(5);
  expect(written.ok).toBe(false);
  expect(await everythingIn(store)).toEqual(sorted(before));
});

test('a lost connection is opened anew and the rest goes in', async () => {
  const connections = seeConnections();
  const store = await storeAt(freshName());
  const put = someOf();
  await store.readMeetings();
  connections.closeAllSilently();
  expect((await store.writeEverything(put)).ok).toBe(true);
  expect(await everythingIn(store)).toEqual(sorted(put));
});

test('one meeting is replaced by another form of itself in one step', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const put = someOf();
  await store.writeEverything(put);
  const [first] = put.meetings ?? [];
  if (!first) throw new Error('there are two');
  const reduced = mark(first.id);
  await store.writeEverything({ meetings: [listed(first.id, false, '')], changes: [reduced] }, { remove: [first.id] });
  expect((await store.readJournal(first.id)).changes).toEqual([reduced]);
  expect(await store.readDraft(first.id)).toBeNull();
  expect((await store.readMeeting(first.id))?.digest.code).toBe('');
  expect(await rawRows(name, 'changes')).toHaveLength(3);
});

test('called off before the write, nothing goes in', async () => {
  const store = await storeAt(freshName());
  const controller = new AbortController();
  const put = store.writeEverything(someOf(), { onProgress: () => { controller.abort(); }, signal: controller.signal });
  await expect(put).rejects.toThrow(/abort/i);
  expect(await everythingIn(store)).toEqual(sorted({}));
});

test('erased, the database is gone with its keys', async () => {
  const name = freshName();
  const store = await storeAt(name);
  await store.writeEverything(someOf());
  expect(await store.erase()).toEqual({ ok: true, value: undefined });
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
  expect(await everythingIn(await storeAt(name))).toEqual(sorted({}));
});

test('a damaged row is left out and told; all else comes', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const put = someOf();
  await store.writeEverything(put);
  const [row] = await rawRows(name, 'changes');
  if (!row) throw new Error('there are some');
  const { putRaw } = await import('./store-kit.ts');
  row.sealed[40] = (row.sealed[40] ?? 0) ^ 1;
  await putRaw(name, 'changes', row);
  const all = await store.readEverything();
  expect(all.changes).toHaveLength(3);
  expect(all.damaged).toMatchObject([{ table: 'changes' }]);
});
