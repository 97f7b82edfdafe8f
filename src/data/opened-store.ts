/**
 * From the options to a connection, and from a connection and a key to a store. Keeps, beside
 * each store that is open, the parts that only this layer may see; they go with the store.
 */
import { assert, err, ok, type Result } from '#domain/result.ts';
import { keyProof } from '#seal/key-slot.ts';
import type { Kdf } from '#seal/kdf.ts';
import { carryRows, forgetMirror, mirrorRows, takeCarried } from './carried-rows.ts';
import { keepSlots } from './data-key.ts';
import { databaseName, versions, type Database, type DatabaseOptions, type Factory, type SlotRow } from './database.ts';
import { Guard } from './guard.ts';
import { HeldKey } from './held-key.ts';
import { namesOf } from './obstacle.ts';
import type { OpenOptions } from './open-options.ts';
import { commitRows, type SealedRow } from './sealed-rows.ts';
import { SealedStore } from './sealed-store.ts';
import type { OpenObstacle, Store } from './store.ts';
import { usualTiming, within, type Timing } from './timing.ts';
import { WriteQueue } from './write-queue.ts';

/** The options, with the app's own where none were given. */
export interface Settings extends DatabaseOptions {
  readonly nowMs: () => number;
  readonly timing: Timing;
  /** The worker's where none was given; not named here, since most starts derive nothing. */
  readonly kdf?: Kdf;
  readonly beforeWriting: (factory: Factory) => Promise<void>;
}

/** A connection before there is a key to it. */
export interface Connection {
  readonly settings: Settings;
  readonly guard: Guard;
  /** From now on, a database opened anew has to be under this key. */
  readonly holdTo: (held: HeldKey, rows: readonly SlotRow[]) => void;
}

/** What belongs to a store that is open. */
export interface Inside {
  readonly settings: Settings;
  readonly guard: Guard;
  readonly queue: WriteQueue;
  readonly held: HeldKey;
  /** Tells how the slots stand now, for the case that the browser clears the database under the store. */
  readonly learn: (rows: readonly SlotRow[]) => void;
}

const insides = new WeakMap<Store, Inside>();

/** The settings; `NoDatabase` in browsers without IndexedDB. */
export function settingsOf(options: OpenOptions): Result<Settings, OpenObstacle> {
  const factory = options.indexedDB ?? ('indexedDB' in globalThis ? indexedDB : undefined);
  if (!factory) return err({ type: 'NoDatabase', name: 'MissingAPIError' });
  return ok({
    nowMs: options.nowMs, name: options.name ?? databaseName, versions: options.versions ?? versions,
    indexedDB: factory, IDBKeyRange, timing: { ...usualTiming, ...options.timing },
    beforeWriting: options.beforeWriting ?? (() => Promise.resolve()),
    ...(options.kdf ? { kdf: options.kdf } : {}),
  });
}

/** Opens a connection, uses it, and closes it when what came of it is an obstacle. */
export async function connected<T, E>(
  options: OpenOptions, use: (connection: Connection) => Promise<Result<T, E>>,
): Promise<Result<T, E | OpenObstacle>> {
  const settings = settingsOf(options);
  if (!settings.ok) return settings;
  let holding: { readonly held: HeldKey; rows: readonly SlotRow[] } | null = null;
  const guard = new Guard(settings.value, settings.value.timing, async (db: Database) => {
    if (holding) holding.rows = await keepSlots(db, holding.held.key, holding.rows);
  });
  try {
    await guard.open();
    const used = await use({ settings: settings.value, guard, holdTo: (held, rows) => { holding = { held, rows }; } });
    if (!used.ok) guard.close();
    return used;
  } catch (error) {
    guard.close();
    return err(openObstacleOf(error));
  }
}

/** The store over a connection; what waits for it from before a lock or reload goes in first. */
export async function storeOn({ settings, guard, holdTo }: Connection, key: CryptoKey, rows: readonly SlotRow[]): Promise<Store> {
  const held = new HeldKey(key);
  holdTo(held, rows);
  const proof = await keyProof(key);
  const queue = queueOn(settings, guard, (waiting) => { mirrorRows(settings.name, { proof, rows: waiting }); });
  const store = new SealedStore({ guard, timing: settings.timing, held, queue });
  insides.set(store, { settings, guard, queue, held, learn: (now) => { holdTo(held, now); } });
  const waiting = await takeCarried(settings.name, key);
  if (waiting.length > 0) void queue.add(countOf(waiting), () => Promise.resolve(waiting)).then(() => { forgetMirror(settings.name); });
  return store;
}

/** The parts of a store that is open. Asking for those of a closed one is a bug. */
export function insideOf(store: Store): Inside {
  const inside = insides.get(store);
  assert(inside, 'the store is open');
  return inside;
}

/**
 * Seals what waits and is kept for the next store under this key, closes, and lets go of the
 * key and of everything that was opened. What waits has `flushMs` to land before.
 */
export async function closeForNext(store: Store, flushMs: number): Promise<void> {
  const { queue, settings, held } = insideOf(store);
  await queue.flush(flushMs);
  let rows: readonly SealedRow[];
  let pending: number;
  do {
    // A last write may come while those before it are sealed.
    pending = queue.saved.pendingCount;
    rows = await queue.sealedRows();
  } while (queue.saved.pendingCount > pending);
  const proof = rows.length > 0 ? await keyProof(held.key) : null;
  if (proof) carryRows(settings.name, { proof, rows });
  insides.delete(store);
  store.close();
}

const countOf = (rows: readonly SealedRow[]): number => Math.max(rows.filter(({ table }) => table === 'changes').length, 1);

function queueOn({ nowMs, timing, name, beforeWriting, indexedDB, IDBKeyRange: range }: Settings, guard: Guard, mirror: (rows: readonly SealedRow[]) => void): WriteQueue {
  let used = guard.db;
  let ready: Promise<void> | null = null;
  return new WriteQueue({
    nowMs,
    timing,
    commit: (rows) => {
      used = guard.db;
      return commitRows(used, rows);
    },
    ready: () => (ready ??= within(timing.answerMs, beforeWriting({ indexedDB, IDBKeyRange: range })).catch(passOver)),
    reconnect: () => guard.reopen(used),
    mirror,
    unmirror: () => { forgetMirror(name); },
  });
}

/** No answer in time, or a file that cannot be had now: then it is gone without. A bug goes to the top, and no write waits for it. */
function passOver(error: unknown): void {
  if (!namesOf(error).some((name) => name === 'TimeoutError' || name === 'TypeError')) queueMicrotask(() => { throw error; });
}

function openObstacleOf(error: unknown): OpenObstacle {
  const names = namesOf(error);
  // A TypeError or an Error of our own is a bug, and goes to the top.
  if (names.length === 0 || names[0] === 'TypeError' || names[0] === 'Error') throw error;
  return names.includes('VersionError') ? { type: 'NewerDatabase' } : { type: 'NoDatabase', name: names.at(-1) ?? '' };
}
