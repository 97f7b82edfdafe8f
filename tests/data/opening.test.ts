import { expect, test, vi } from 'vitest';
import { openStore, type OpenOptions } from '#data/open-store.ts';
import { versions } from '#data/database.ts';
import { freshName, mark, newMeeting, putRaw, quick, rawRows, stampsOf, storeAt, until, withRaw } from './store-kit.ts';

/** The schema that comes after the present one. */
const next = { number: versions.length + 1, stores: { extra: 'id' } };
/** The number that IndexedDB gives to a schema version. */
const nativeOf = (number: number): number => number * 10;

const errorAt = async (name: string, options: Partial<OpenOptions> = {}): Promise<unknown> => {
  const store = await openStore({ nowMs: () => 1, name, timing: quick, ...options });
  if (store.ok) store.value.close();
  return store.ok ? null : store.error;
};

const rawDatabase = (name: string, version: number, upgrade: (db: IDBDatabase) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => { upgrade(request.result); };
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.onerror = () => { reject(request.error ?? new Error('no reason')); };
  });

const emptied = (name: string, table: string): Promise<void> =>
  withRaw(name, (db) => new Promise((resolve) => {
    const transaction = db.transaction(table, 'readwrite');
    transaction.objectStore(table).clear();
    transaction.oncomplete = () => { resolve(); };
  }));

test('a database of a later version is refused and not touched', async () => {
  const name = freshName();
  await rawDatabase(name, nativeOf(next.number), (db) => db.createObjectStore('of-later').put('row', 'key'));
  expect(await errorAt(name)).toEqual({ type: 'NewerDatabase' });
  await withRaw(name, (db) => {
    expect([db.version, [...db.objectStoreNames]]).toEqual([nativeOf(next.number), ['of-later']]);
    return Promise.resolve();
  });
});

test('asking for the version of a database that is not there makes none', async () => {
  const { nativeVersionOf } = await import('#data/database.ts');
  const name = freshName();
  expect(await nativeVersionOf(name, { indexedDB, IDBKeyRange })).toBe(0);
  // WebKit goes on listing the name, with version 0: still none, and the next opening begins from there.
  expect((await indexedDB.databases()).filter((known) => known.name === name && known.version !== 0)).toEqual([]);
});

test('an upgrade that throws leaves rows and version as they were', async () => {
  const name = freshName();
  const meeting = newMeeting();
  const change = mark(meeting);
  const store = await storeAt(name);
  await store.write({ changes: [change] });
  store.close();
  const throwing = {
    ...next,
    upgrade: async (transaction: { table: (name: string) => { clear: () => PromiseLike<void> } }) => {
      await transaction.table('changes').clear();
      throw new DOMException('On purpose', 'ConstraintError');
    },
  };
  expect(await errorAt(name, { versions: [...versions, throwing] })).toEqual({ type: 'NoDatabase', name: 'ConstraintError' });
  await withRaw(name, (db) => {
    expect(db.version).toBe(nativeOf(versions.length));
    return Promise.resolve();
  });
  expect(await stampsOf(await storeAt(name), meeting)).toEqual([change.stamp]);
});

test('an open store lets a later version in, keeps its writes, and does not touch the new one', async () => {
  const name = freshName();
  const meeting = newMeeting();
  const old = await storeAt(name);
  await old.write({ changes: [mark(meeting)] });
  const later = await storeAt(name, { versions: [...versions, next] });
  expect(await stampsOf(later, meeting)).toHaveLength(1);
  void old.write({ changes: [mark(meeting)] });
  await until(() => old.saved.obstacle !== null && old.saved.obstacle.type === 'WriteRefused');
  expect(old.saved).toMatchObject({ pendingCount: 1, obstacle: { type: 'WriteRefused', name: 'VersionError' } });
  expect(await stampsOf(later, meeting)).toHaveLength(1);
});

test('a tab that does not let go of an earlier version is named', async () => {
  const name = freshName();
  (await storeAt(name)).close();
  await withRaw(name, async () => {
    expect(await errorAt(name, { versions: [...versions, next], timing: { ...quick, openMs: 100 } })).toEqual({ type: 'NoDatabase', name: 'BlockedError' });
  });
});

test('rows without their key slot are left alone', async () => {
  const name = freshName();
  const store = await storeAt(name);
  await store.write({ changes: [mark(newMeeting())] });
  store.close();
  await emptied(name, 'slots');
  expect(await errorAt(name)).toEqual({ type: 'KeyMissing' });
  expect(await rawRows(name, 'changes')).toHaveLength(1);
  expect(await rawRows(name, 'slots')).toHaveLength(0);
});

test.each([
  ['whose wrapping key the browser lost', { wrappingKey: null }],
  ['whose wrapped key was altered', { wrapped: new Uint8Array(48) }],
  ['whose wrapped key is short', { wrapped: new Uint8Array(3) }],
  ['whose nonce was altered', { nonce: new Uint8Array(12) }],
])('a slot %s is told as damaged', async (_, part) => {
  const name = freshName();
  (await storeAt(name)).close();
  const [slot] = await rawRows(name, 'slots');
  await putRaw(name, 'slots', { ...slot, ...part });
  expect(await errorAt(name)).toEqual({ type: 'KeyDamaged' });
});

test('a slot of a kind that this version does not know leaves the store locked', async () => {
  const name = freshName();
  (await storeAt(name)).close();
  await emptied(name, 'slots');
  await putRaw(name, 'slots', { id: 'x', kind: 'later' });
  expect(await errorAt(name)).toEqual({ type: 'KeyMissing' });
});

test('a browser that stores no keys is told as such, and nothing is left behind', async () => {
  const name = freshName();
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('The object can not be cloned.', 'DataCloneError');
  });
  expect(await errorAt(name)).toEqual({ type: 'NoDatabase', name: 'DataCloneError' });
  add.mockRestore();
  expect(await rawRows(name, 'slots')).toHaveLength(0);
  await storeAt(name);
});

test('no IndexedDB at all is told by the browser\'s name for it', async () => {
  const dead = { open: () => { throw new DOMException('no', 'SecurityError'); } };
  expect(await errorAt(freshName(), { indexedDB: dead as unknown as IDBFactory })).toEqual({ type: 'NoDatabase', name: 'SecurityError' });
});

test('a database that is removed meanwhile is begun anew under the same key', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  await new Promise((resolve) => { indexedDB.deleteDatabase(name).onsuccess = resolve; });
  await store.write({ changes: [mark(meeting)] });
  expect(await stampsOf(await storeAt(name), meeting)).toHaveLength(1);
});

test('a database that another tab began anew under another key gets no rows of the old one', async () => {
  const name = freshName();
  const old = await storeAt(name);
  await new Promise((resolve) => { indexedDB.deleteDatabase(name).onsuccess = resolve; });
  const anew = await storeAt(name);
  void old.write({ changes: [mark(newMeeting())] });
  await until(() => old.saved.obstacle?.type === 'WriteRefused');
  expect(old.saved.obstacle).toEqual({ type: 'WriteRefused', name: 'KeyChangedError' });
  expect((await anew.readMeetings()).damaged).toEqual([]);
  expect(await rawRows(name, 'changes')).toHaveLength(0);
});
