/**
 * The journals. Meeting and stamp stand in clear as the key and are not repeated inside;
 * the sealing binds them.
 */
import { ownChange, type Change } from '#domain/change.ts';
import type { MeetingId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Stamp } from '#domain/stamp.ts';
import { openRow, sealRow, type Place } from '#seal/row.ts';
import type { ChangeRow, Database } from '../database.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';
import { misfit } from './opened.ts';

const table = 'changes';
const placeOf = (meeting: string, stamp: string): Place => ({ table, key: `${meeting}/${stamp}` });
const lowest = '';
/** Sorts after every stamp. */
const highest = '\uffff';

/** The sealed row of a change. */
export async function sealChange(key: CryptoKey, change: Change): Promise<SealedRow> {
  const { meeting, stamp, ...inside } = change;
  const row: ChangeRow = { meeting, stamp, sealed: await sealRow(key, placeOf(meeting, stamp), inside) };
  return { table, key: [meeting, stamp], row };
}

/** The change of a row; `DamagedRow` when it does not open or is no change. */
export async function openChange(key: CryptoKey, row: ChangeRow): Promise<Result<Change, DamagedRow>> {
  const place = placeOf(row.meeting, row.stamp);
  const inside = await openRow(key, place, row.sealed);
  if (!inside.ok) return inside;
  if (typeof inside.value !== 'object') return misfit(place);
  const change = ownChange({ ...inside.value, meeting: row.meeting, stamp: row.stamp });
  return change ? ok(change) : misfit(place);
}

const journal = (db: Database, meeting: MeetingId) => db.changes.where(':id').between([meeting, lowest], [meeting, highest]);

/** All rows of a meeting, by stamp. */
export const journalRows = (db: Database, meeting: MeetingId): PromiseLike<ChangeRow[]> => journal(db, meeting).toArray();

/** How many changes a meeting has on disk. */
export const countJournal = (db: Database, meeting: MeetingId): PromiseLike<number> => journal(db, meeting).count();

/** The stamps of a meeting on disk, ascending. */
export const journalStamps = async (db: Database, meeting: MeetingId): Promise<Stamp[]> =>
  // Keys of this table were stamps when they were written; a wrong one shows as a damaged row.
  (await journal(db, meeting).primaryKeys()).map(([, stamp]) => stamp as Stamp);

/** The rows of some stamps; one that has gone meanwhile is left out. */
export async function rowsOfStamps(db: Database, meeting: MeetingId, stamps: readonly Stamp[]): Promise<ChangeRow[]> {
  const rows = await db.changes.bulkGet(stamps.map((stamp): [string, string] => [meeting, stamp]));
  return rows.filter((row) => row !== undefined);
}

/** Takes a meeting's journal away; inside the caller's transaction. */
export const removeJournal = (db: Database, meeting: MeetingId): PromiseLike<unknown> => journal(db, meeting).delete();
