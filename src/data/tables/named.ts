/** The two tables of values under names: `sync` (domain/sync/named-rows.ts) and `derived`, whose values can be computed anew. */
import type { Result } from '#domain/result.ts';
import { openRow, sealRow } from '#seal/row.ts';
import type { Database, IdRow } from '../database.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';

export type NamedTable = 'sync' | 'derived';

/** The sealed row of a value; null takes the row away. */
export async function sealNamed(key: CryptoKey, table: NamedTable, id: string, value: unknown): Promise<SealedRow> {
  if (value === null || value === undefined) return { table, key: id, row: null };
  const row: IdRow = { id, sealed: await sealRow(key, { table, key: id }, value) };
  return { table, key: id, row };
}

/** The id and value of a row; `DamagedRow` when it does not open. */
export async function openNamed(key: CryptoKey, table: NamedTable, row: IdRow): Promise<Result<{ readonly id: string; readonly value: unknown }, DamagedRow>> {
  const inside = await openRow(key, { table, key: row.id }, row.sealed);
  return inside.ok ? { ok: true, value: { id: row.id, value: inside.value } } : inside;
}

/** The row of a name. */
export const namedRow = (db: Database, table: NamedTable, id: string): PromiseLike<IdRow | undefined> => db[table].get(id);

/** All rows of a table. */
export const namedRows = (db: Database, table: NamedTable): PromiseLike<IdRow[]> => db[table].toArray();

/** The rows of some names; those that are not there are left out. */
export async function rowsOfNames(db: Database, table: NamedTable, ids: readonly string[]): Promise<IdRow[]> {
  return (await db[table].bulkGet([...ids])).filter((row) => row !== undefined);
}
