/** A store of its own for each test, values to put into it, and a look at what is on disk. */
import { onTestFinished } from 'vitest';
import { openStore, type OpenOptions } from '#data/open-store.ts';
import type { ListedMeeting, Store } from '#data/store.ts';
import type { Change } from '#domain/change.ts';
import { digestSchema } from '#domain/digest-schema.ts';
import { entryIdOf, parseMeetingId, type ActId, type MeetingId } from '#domain/ids.ts';
import { assert } from '#domain/result.ts';
import { emptyClock, nodeIdFromBytes, stampOf, tick } from '#domain/stamp.ts';

/** Retries and reopenings as quick as a test can use. */
export const quick = { retryMs: [1, 2, 4], reopenMs: 2 } as const;

let count = 0;
/** A name that no other test uses; files share one origin. */
export function freshName(): string {
  count += 1;
  const name = `test-${crypto.randomUUID()}-${String(count)}`;
  onTestFinished(() => { indexedDB.deleteDatabase(name); });
  return name;
}

export async function storeAt(name: string, options: Partial<OpenOptions> = {}): Promise<Store> {
  const store = await openStore({ nowMs: () => Date.now(), name, timing: quick, ...options });
  assert(store.ok, `the store opens: ${store.ok ? '' : JSON.stringify(store.error)}`);
  onTestFinished(() => { store.value.close(); });
  return store.value;
}

export function newMeeting(): MeetingId {
  const id = parseMeetingId(crypto.randomUUID());
  assert(id, 'a UUID is a meeting id');
  return id;
}

let clock = emptyClock(nodeIdFromBytes(crypto.getRandomValues(new Uint8Array(8))));

/** A mark, later than every one before. */
export function mark(meeting: MeetingId, item = 'goal-from-need', answer = 'yes'): Change {
  clock = tick(clock, 1_790_000_000_000);
  return {
    meeting, stamp: stampOf(clock), act: crypto.randomUUID() as ActId, entry: entryIdOf('mark', item), kind: 'mark',
    value: { answer, atMs: 1_790_000_000_000 },
  };
}

/** A note about the whole meeting. */
export const note = (meeting: MeetingId, text: string): Change => ({
  ...mark(meeting), entry: entryIdOf('note', crypto.randomUUID()), kind: 'note',
  value: { text, tag: null, about: { to: 'meeting', id: '' }, atMs: 1_790_000_000_000 },
});

export const listed = (id: MeetingId, open: boolean, code = 'AB-12'): ListedMeeting => ({
  id, open,
  digest: digestSchema.parse({
    state: open ? 'running' : 'finished', sample: false, type: 'annual', code, team: 'Cedar', school: 'Elmwood', room: '4',
    onDate: null, startsAt: null, plannedMinutes: 60, conditions: [], language: '', startedAtMs: null, endedAtMs: null,
    openBefore: [], askedBefore: 0, lookedAt: 0, asked: 0, revision: 0,
    roadmap: { id: 'collaborative-iep-team-meetings', version: '1' }, followUps: [], words: '',
  }),
});

export const stampsOf = async (store: Store, meeting: MeetingId): Promise<string[]> =>
  (await store.readJournal(meeting)).changes.map(({ stamp }) => stamp);

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('no reason')); };
  });

/** The database as the browser has it, without Dexie. */
export async function withRaw<T>(name: string, use: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const db = await done(indexedDB.open(name));
  try {
    return await use(db);
  } finally {
    db.close();
  }
}

export type RawRow = Record<string, unknown> & { sealed: Uint8Array<ArrayBuffer> };

export const rawRows = (name: string, table: string): Promise<RawRow[]> =>
  withRaw(name, (db) => done(db.transaction(table).objectStore(table).getAll() as IDBRequest<RawRow[]>));

export const putRaw = (name: string, table: string, row: object): Promise<void> =>
  withRaw(name, async (db) => { await done(db.transaction(table, 'readwrite').objectStore(table).put(row)); });

/** Until `holds` does, as liveQuery tells nobody when it is through. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Not within ${String(withinMs)} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
