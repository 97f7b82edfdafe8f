/**
 * Everything of the database at once: read for a backup, put back for a restore, replaced
 * when a meeting is reduced, erased. Sealing is over before the one transaction begins, so
 * what is put goes in whole or not at all.
 */
import type { Change } from '#domain/change.ts';
import { parseMeetingId, type MeetingId } from '#domain/ids.ts';
import type { LogLine } from '#domain/log-line.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { OutboxItem } from '#domain/sync/outbox-item.ts';
import { openRow, sealRow } from '#seal/row.ts';
import type { Database, IdRow } from './database.ts';
import type { Guard } from './guard.ts';
import { isLost, obstacleOf } from './obstacle.ts';
import { removeMeeting } from './remove-meeting.ts';
import type { SealedRow } from './sealed-rows.ts';
import type { DamagedRow, ListedMeeting, StoreObstacle } from './store.ts';
import { journalRows, openChange, sealChange } from './tables/changes.ts';
import { lineRows, openLine, sealLine } from './tables/log.ts';
import { listedRows, openListed, sealListed } from './tables/meetings.ts';
import { sealNamed } from './tables/named.ts';
import { openAll } from './tables/opened.ts';
import { sealItem } from './tables/outbox.ts';
import { openRecord, sealRecord } from './tables/records.ts';
import { openRoadmap, sealRoadmap } from './tables/roadmaps.ts';
import { sealSetting } from './tables/settings.ts';
import { within } from './timing.ts';

/** All that is stored, but for the key slots. */
export interface Everything {
  readonly meetings: readonly ListedMeeting[];
  readonly changes: readonly Change[];
  readonly records: readonly MeetingRecord[];
  readonly roadmaps: readonly Roadmap[];
  /** By the key of their row, which for some is a hash. */
  readonly drafts: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly log: readonly LogLine[];
  /** Rows of the table `sync` by name. Outbox, receipts, replicas and derived rows are not in here: domain/sync/named-rows.ts. */
  readonly sync: Readonly<Record<string, unknown>>;
}

export interface PutOptions {
  /** Meetings whose rows go first, in the same transaction. */
  readonly remove?: readonly MeetingId[];
  /** What begins to wait for the hub with it, tombstones of the removed ones. */
  readonly outbox?: readonly OutboxItem[];
  /** Called while rows are sealed: how many of all. The write itself comes after the last call. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Heard until the transaction begins; then nothing is written and the promise rejects with an AbortError. */
  readonly signal?: AbortSignal;
}

/** How many rows are sealed or opened side by side; between two groups the page gets its turn. */
const together = 500;
/** For a removal of the database that other windows hold up. */
const eraseMs = 10_000;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** All rows that open, and those that do not. Journals are read one by one, so that memory holds no second copy. */
export async function readEverything(
  guard: Guard, key: CryptoKey, signal?: AbortSignal,
): Promise<Everything & { readonly damaged: readonly DamagedRow[] }> {
  const listed = await guard.read(listedRows);
  const meetings = await openAll(listed, (row) => openListed(key, row));
  const changes: Change[] = [];
  const damaged: DamagedRow[] = [...meetings.damaged];
  for (const { id } of listed) {
    signal?.throwIfAborted();
    const meeting = parseMeetingId(id);
    if (!meeting) continue;
    const journal = await openAll(await guard.read((db) => journalRows(db, meeting)), (row) => openChange(key, row));
    for (const change of journal.values) changes.push(change);
    damaged.push(...journal.damaged);
    await turn();
  }
  const records = await openAll(await guard.read((db) => db.records.toArray()), (row) => openRecord(key, row));
  const roadmaps = await openAll(await guard.read((db) => db.roadmaps.toArray()), (row) => openRoadmap(key, row));
  const log = await openAll(await guard.read(lineRows), (row) => openLine(key, row));
  const drafts = await named(key, 'drafts', await guard.read((db) => db.drafts.toArray()));
  const settings = await named(key, 'settings', await guard.read((db) => db.settings.toArray()));
  const sync = await named(key, 'sync', await guard.read((db) => db.sync.toArray()));
  for (const part of [records, roadmaps, log, drafts, settings, sync]) damaged.push(...part.damaged);
  return {
    meetings: meetings.values, changes, records: records.values, roadmaps: roadmaps.values,
    drafts: drafts.values, settings: settings.values, log: log.values, sync: sync.values, damaged,
  };
}

async function named(key: CryptoKey, table: 'drafts' | 'settings' | 'sync', rows: readonly IdRow[]): Promise<{ values: Record<string, unknown>; damaged: DamagedRow[] }> {
  const values: [string, unknown][] = [];
  const damaged: DamagedRow[] = [];
  for (const row of rows) {
    const opened = await openRow(key, { table, key: row.id }, row.sealed);
    if (opened.ok) values.push([row.id, opened.value]);
    else damaged.push(opened.error);
  }
  return { values: Object.fromEntries(values), damaged };
}

/**
 * Puts rows in one strict transaction, or none of them. Rows that are there under the same
 * key are replaced: who wants them kept leaves them out.
 */
export async function writeEverything(
  guard: Guard, key: CryptoKey, put: Partial<Everything>, { remove = [], outbox = [], onProgress, signal }: PutOptions = {},
): Promise<Result<void, StoreObstacle>> {
  const sealings = [...sealingsOf(key, put), ...outbox.map((item) => () => sealItem(key, item))];
  const rows: SealedRow[] = [];
  for (let from = 0; from < sealings.length; from += together) {
    signal?.throwIfAborted();
    rows.push(...(await Promise.all(sealings.slice(from, from + together).map((seal) => seal()))));
    onProgress?.(rows.length, sealings.length);
    await turn();
  }
  signal?.throwIfAborted();
  return committed(guard, (db) => inOne(db, rows, remove));
}

/** One strict transaction over all tables; rejects with what the browser said of it. */
async function inOne(db: Database, rows: readonly SealedRow[], remove: readonly MeetingId[]): Promise<void> {
  const byTable = new Map<string, object[]>();
  for (const { table, row } of rows) if (row) into(byTable, table).push(row);
  let native: IDBTransaction | null = null;
  const cause = (): DOMException | null => native?.error ?? null;
  try {
    await db.transaction('rw', db.tables, async (transaction) => {
      native = transaction.idbtrans;
      for (const meeting of remove) await removeMeeting(db, meeting);
      for (const [table, group] of byTable) await db.table<object, unknown>(table).bulkPut(group);
    });
  } catch (error) {
    // When a full disk ends a transaction, each put says AbortError, and only the transaction says why.
    throw cause() ?? error;
  }
}

const sealingsOf = (key: CryptoKey, put: Partial<Everything>): (() => Promise<SealedRow>)[] => [
  ...(put.changes ?? []).map((change) => () => sealChange(key, change)),
  ...(put.records ?? []).map((record) => () => sealRecord(key, record)),
  ...(put.roadmaps ?? []).map((roadmap) => () => sealRoadmap(key, roadmap)),
  ...Object.entries(put.drafts ?? {}).map(([id, value]) => () => sealStoredDraft(key, id, value)),
  ...Object.entries(put.settings ?? {}).map(([id, value]) => () => sealSetting(key, id, value)),
  ...(put.log ?? []).map((line) => () => sealLine(key, line)),
  ...Object.entries(put.sync ?? {}).map(([id, value]) => () => sealNamed(key, 'sync', id, value)),
  ...(put.meetings ?? []).map((meeting) => () => sealListed(key, meeting)),
];

/** The key of a stored draft is given as it stands: hashing it again would lose it. */
async function sealStoredDraft(key: CryptoKey, id: string, value: unknown): Promise<SealedRow> {
  const row: IdRow = { id, sealed: await sealRow(key, { table: 'drafts', key: id }, value ?? null) };
  return { table: 'drafts', key: id, row };
}

function into(groups: Map<string, object[]>, name: string): object[] {
  const group = groups.get(name) ?? [];
  groups.set(name, group);
  return group;
}

/** Once more on a new connection when the first was lost; what did go in is put again and changes nothing. */
async function committed(guard: Guard, commit: (db: Database) => Promise<void>): Promise<Result<void, StoreObstacle>> {
  try {
    try {
      await commit(guard.db);
    } catch (error) {
      if (!isLost(error)) throw error;
      await guard.reopen();
      await commit(guard.db);
    }
    return ok(undefined);
  } catch (error) {
    return err(await obstacleOf(error));
  }
}

/** Deletes the database, key slots and all. Call it when nothing of the app writes any more. */
export async function eraseDatabase(guard: Guard): Promise<Result<void, StoreObstacle>> {
  try {
    const { db } = guard;
    guard.close();
    await within(eraseMs, db.delete());
    return ok(undefined);
  } catch (error) {
    return err(await obstacleOf(error));
  }
}
