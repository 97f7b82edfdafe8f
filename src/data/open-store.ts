/** The front door: opens the sealed store of this browser. */
import { err, ok, type Result } from '#domain/result.ts';
import type { DeviceSlot } from '#seal/key-slot.ts';
import { dataKeyOf, keepSlot } from './data-key.ts';
import { databaseName, versions, type Database } from './database.ts';
import { Guard } from './guard.ts';
import { namesOf } from './obstacle.ts';
import { commitRows } from './sealed-rows.ts';
import { SealedStore } from './sealed-store.ts';
import type { OpenObstacle, Store } from './store.ts';
import { usualTiming, type Timing } from './timing.ts';
import type { SchemaVersion } from './versions/schema-version.ts';
import { WriteQueue } from './write-queue.ts';

export interface OpenOptions {
  /** Wall clock, epoch milliseconds. */
  readonly nowMs: () => number;
  /** Another factory than the window's. */
  readonly indexedDB?: IDBFactory;
  /** Another name than the app's, so that several stores can stand side by side. */
  readonly name?: string;
  readonly timing?: Partial<Timing>;
  /** Other schema versions than the app's. */
  readonly versions?: readonly SchemaVersion[];
}

/**
 * Opens the store, and makes it where there is none.
 *
 * `NewerDatabase`: a later version of the app wrote it; nothing was touched. `NoDatabase`
 * with the browser's name for it when there is no way in (`BlockedError`: another tab with an
 * earlier version does not let go; `DataCloneError`, `KeyNotKept`: no keys can be stored).
 * `KeyMissing`, `KeyDamaged`: see `data-key.ts`; nothing was overwritten.
 */
export async function openStore(options: OpenOptions): Promise<Result<Store, OpenObstacle>> {
  const factory = options.indexedDB ?? windowFactory();
  if (!factory) return err({ type: 'NoDatabase', name: 'MissingAPIError' });
  const timing: Timing = { ...usualTiming, ...options.timing };
  let slot: DeviceSlot | null = null;
  const check = async (db: Database): Promise<void> => { if (slot) await keepSlot(db, slot); };
  const name = options.name ?? databaseName;
  const guard = new Guard({ name, versions: options.versions ?? versions, indexedDB: factory, IDBKeyRange }, timing, check);
  try {
    await guard.open();
    const dataKey = await dataKeyOf(guard.db);
    if (!dataKey.ok) {
      guard.close();
      return dataKey;
    }
    slot = dataKey.value.slot;
    return ok(new SealedStore({ guard, timing, key: dataKey.value.key, queue: queueOn(guard, options.nowMs, timing) }));
  } catch (error) {
    guard.close();
    return err(openObstacleOf(error));
  }
}

/** Missing in some locked-down browsers. */
const windowFactory = (): IDBFactory | undefined => ('indexedDB' in globalThis ? indexedDB : undefined);

function queueOn(guard: Guard, nowMs: () => number, timing: Timing): WriteQueue {
  let used = guard.db;
  return new WriteQueue({
    nowMs,
    timing,
    commit: (rows) => {
      used = guard.db;
      return commitRows(used, rows);
    },
    reconnect: () => guard.reopen(used),
  });
}

function openObstacleOf(error: unknown): OpenObstacle {
  const names = namesOf(error);
  // A TypeError or an Error of our own is a bug, and goes to the top.
  if (names.length === 0 || names[0] === 'TypeError' || names[0] === 'Error') throw error;
  return names.includes('VersionError') ? { type: 'NewerDatabase' } : { type: 'NoDatabase', name: names.at(-1) ?? '' };
}
