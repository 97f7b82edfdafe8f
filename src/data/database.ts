/**
 * The Dexie database, and what must be asked before it is opened.
 *
 * - `durability: 'strict'` reaches every engine, despite the option's name.
 * - The query cache is off: its bugs gave wrong results (Dexie #2011, #2309), and opened
 *   rows are kept by the callers anyway.
 * - It never opens by itself: Dexie would open, and could patch, a database of a later
 *   version of this app; see {@link nativeVersionOf}.
 */
import Dexie, { type Table } from 'dexie';
import type { Sealed } from '#seal/row.ts';
import type { SchemaVersion } from './versions/schema-version.ts';
import { v01 } from './versions/v01.ts';
import { v02 } from './versions/v02.ts';

/** The database's name in the browser. */
export const databaseName = 'quiet-checkpoint';

/** Every version of the schema, the oldest first. */
export const versions: readonly SchemaVersion[] = [v01, v02];

/** Where a database comes from: this window's, or one borrowed from a frame. */
export interface Factory {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** What the table of slots holds: a key slot of any kind, perhaps not whole (seal/key-slot.ts), or one of the two rows about them (tables/slots.ts). */
export interface SlotRow { readonly id: string; readonly kind: string }
export interface MeetingRow { readonly id: string; readonly open: 0 | 1; readonly sealed: Sealed }
export interface ChangeRow { readonly meeting: string; readonly stamp: string; readonly sealed: Sealed }
export interface RecordRow { readonly meeting: string; readonly revision: number; readonly sealed: Sealed }
export interface RoadmapRow { readonly key: string; readonly sealed: Sealed }
export interface ReplicaRow { readonly member: string; readonly record: string; readonly device: string; readonly sealed: Sealed }
export interface IdRow { readonly id: string; readonly sealed: Sealed }

/** The tables of sealed rows. */
export const tableNames = ['meetings', 'changes', 'drafts', 'records', 'roadmaps', 'settings', 'log', 'outbox', 'replicas', 'sync', 'receipts', 'derived'] as const;
export type TableName = (typeof tableNames)[number];

export interface DatabaseOptions extends Factory {
  readonly name: string;
  readonly versions: readonly SchemaVersion[];
}

/** The tables, typed. Only files of this layer see it. */
export class Database extends Dexie {
  declare readonly slots: Table<SlotRow, string>;
  declare readonly meetings: Table<MeetingRow, string>;
  declare readonly changes: Table<ChangeRow, [string, string]>;
  declare readonly drafts: Table<IdRow, string>;
  declare readonly records: Table<RecordRow, [string, number]>;
  declare readonly roadmaps: Table<RoadmapRow, string>;
  declare readonly settings: Table<IdRow, string>;
  declare readonly log: Table<IdRow, string>;
  declare readonly outbox: Table<IdRow, string>;
  declare readonly replicas: Table<ReplicaRow, [string, string, string]>;
  declare readonly sync: Table<IdRow, string>;
  declare readonly receipts: Table<IdRow, string>;
  declare readonly derived: Table<IdRow, string>;

  constructor({ name, indexedDB, IDBKeyRange, versions: all }: DatabaseOptions) {
    super(name, { indexedDB, IDBKeyRange, autoOpen: false, cache: 'disabled', chromeTransactionDurability: 'strict' });
    for (const { number, stores, upgrade } of all) {
      const version = this.version(number).stores({ ...stores });
      if (upgrade) version.upgrade(upgrade);
    }
  }
}

/** The version that IndexedDB counts for a schema version: Dexie keeps a tenth in reserve. */
export const nativeVersion = (all: readonly SchemaVersion[]): number =>
  10 * all.reduce((latest, { number }) => Math.max(latest, number), 0);

/**
 * The native version of the database on disk; 0 when there is none, and none is made.
 * Rejects with the browser's DOMException when the database cannot be opened at all.
 */
export function nativeVersionOf(name: string, factory: Factory): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = factory.indexedDB.open(name);
    // Without a version this event comes only for a database that does not exist; aborting unmakes it.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve(version);
    };
    request.onerror = () => {
      if (request.error?.name === 'AbortError') resolve(0);
      else reject(request.error ?? new DOMException('No reason given', 'UnknownError'));
    };
  });
}
