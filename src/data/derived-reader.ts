/**
 * What the patterns are computed from, read over a connection of its own, so that a worker can
 * do it: records, pulled replicas, roadmaps, and the small derived rows (sealed as well, their
 * values computed anew at will). It writes nothing else, and opens no other version than the
 * page's own.
 */
import { parseMeetingId, type MeetingId } from '#domain/ids.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { PulledReplica } from '#domain/sync/pulled-replica.ts';
import { sealingOf } from '#seal/row.ts';
import { liveQuery } from 'dexie';
import { Database, nativeVersion, nativeVersionOf, versions, type ReplicaRow } from './database.ts';
import { insideOf } from './opened-store.ts';
import type { Store } from './store.ts';
import { namedRows, openNamed, sealNamed } from './tables/named.ts';
import { openAll } from './tables/opened.ts';
import { openRecord, recordRow } from './tables/records.ts';
import { openReplica } from './tables/replicas.ts';
import { openRoadmap } from './tables/roadmaps.ts';

/** What a reader needs of a store that is open; it crosses to a worker as it is, the key without its bytes. */
export interface ReaderPass {
  readonly name: string;
  readonly key: CryptoKey;
}

/** The pass of a store. Throws an InvalidStateError when the store was closed by a lock. */
export function readerPassOf(store: Store): ReaderPass {
  const { settings, held } = insideOf(store);
  return { name: settings.name, key: held.key };
}

type ReplicaKey = [string, string, string];

/** Which rows there are, without opening one. */
export interface DerivedKeys {
  /** The latest revision of each own meeting that was ever finished. */
  readonly revisions: ReadonlyMap<string, number>;
  readonly replicas: ReadonlyMap<string, readonly ReplicaKey[]>;
  readonly derived: ReadonlySet<string>;
}

/** What one meeting's row is computed from; `token` tells whether it has changed since. */
export interface Sources {
  readonly id: string;
  readonly record: MeetingRecord | null;
  readonly replicas: readonly PulledReplica[];
  readonly token: string;
}

export interface DerivedReader {
  keys(): Promise<DerivedKeys>;
  /** All derived values that open, by meeting. */
  derived(): Promise<ReadonlyMap<string, unknown>>;
  /** The sources of one meeting; a row that does not open is left out. */
  sources(id: string, replicas: readonly ReplicaKey[]): Promise<Sources>;
  /** Puts values whose sources are still the same; the others are left for the next time. */
  put(rows: readonly { readonly sources: Sources; readonly keys: readonly ReplicaKey[]; readonly value: unknown }[]): Promise<void>;
  drop(ids: readonly string[]): Promise<void>;
  roadmaps(): Promise<readonly Roadmap[]>;
  /** Calls whenever any tab changes records, replicas or derived rows. Returns the way to stop. */
  watch(on: () => void): () => void;
  close(): void;
}

/** Opens a reader; rejects with the browser's DOMException when the database is not there, or of another version. */
export async function openReader({ name, key }: ReaderPass): Promise<DerivedReader> {
  const found = await nativeVersionOf(name, { indexedDB, IDBKeyRange });
  if (found !== nativeVersion(versions)) throw new DOMException('Not the version of this app', 'VersionError');
  const db = new Database({ name, versions, indexedDB, IDBKeyRange });
  await db.open();
  return {
    keys: () => keysOf(db),
    derived: async () => {
      const opened = await openAll(await namedRows(db, 'derived'), (row) => openNamed(key, 'derived', row));
      return new Map(opened.values.map(({ id, value }) => [id, value]));
    },
    sources: (id, replicas) => sourcesOf(db, key, id, replicas),
    put: async (rows) => {
      const sealed = await Promise.all(rows.map(async (row) => ({ ...row, to: await sealNamed(key, 'derived', row.sources.id, row.value) })));
      await db.transaction('rw', [db.records, db.replicas, db.derived], async () => {
        for (const { sources, keys, to } of sealed) {
          if (to.row && (await tokenOf(db, sources.id, keys)) === sources.token) await db.table('derived').put(to.row);
        }
      });
    },
    drop: (ids) => Promise.resolve(db.derived.bulkDelete([...ids])),
    roadmaps: async () => (await openAll(await db.roadmaps.toArray(), (row) => openRoadmap(key, row))).values,
    watch: (on) => {
      const tell = (): void => { setTimeout(on); }; // beyond the query's own zone, in which nothing may be written
      const seen = liveQuery(() => keysOf(db)).subscribe({ next: tell, error: tell }); // the next look tells what is in the way
      return () => { seen.unsubscribe(); };
    },
    close: () => { db.close(); },
  };
}

async function keysOf(db: Database): Promise<DerivedKeys> {
  const revisions = new Map<string, number>();
  for (const [meeting, revision] of await db.records.toCollection().primaryKeys()) revisions.set(meeting, Math.max(revision, revisions.get(meeting) ?? 0));
  const replicas = new Map<string, ReplicaKey[]>();
  for (const at of await db.replicas.toCollection().primaryKeys()) replicas.set(at[1], [...(replicas.get(at[1]) ?? []), at]);
  return { revisions, replicas, derived: new Set(await db.derived.toCollection().primaryKeys()) };
}

const ownId = (id: string): MeetingId | null => parseMeetingId(id);

/** The sealings of a meeting's sources, which change whenever one of them is written. Dexie only: it runs inside a transaction. */
async function tokenOf(db: Database, id: string, keys: readonly ReplicaKey[]): Promise<string> {
  const meeting = ownId(id);
  const own = meeting ? await recordRow(db, meeting) : undefined;
  return tokenFrom(own, await db.replicas.bulkGet([...keys]));
}

const tokenFrom = (own: { readonly sealed: unknown } | undefined, replicas: readonly (ReplicaRow | undefined)[]): string =>
  JSON.stringify([own ? sealingOf(own.sealed) : null, replicas.map((row) => (row ? sealingOf(row.sealed) : null))]);

async function sourcesOf(db: Database, key: CryptoKey, id: string, keys: readonly ReplicaKey[]): Promise<Sources> {
  const meeting = ownId(id);
  const [own, replicas] = await Promise.all([meeting ? recordRow(db, meeting) : undefined, db.replicas.bulkGet([...keys])]);
  const record = own ? await openRecord(key, own) : null;
  const { values } = await openAll(replicas.filter((row) => row !== undefined), (row) => openReplica(key, row));
  return { id, record: record?.ok ? record.value : null, replicas: values, token: tokenFrom(own, replicas) };
}
