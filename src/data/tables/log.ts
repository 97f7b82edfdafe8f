/** The export log. Lines are only ever added. */
import { logLineSchema, type LogLine } from '#domain/log-line.ts';
import { ok, type Result } from '#domain/result.ts';
import { openRow, sealRow } from '#seal/row.ts';
import type { Database, IdRow } from '../database.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';
import { misfit } from './opened.ts';

const table = 'log';

/** The sealed row of a line. */
export async function sealLine(key: CryptoKey, line: LogLine): Promise<SealedRow> {
  const row: IdRow = { id: line.id, sealed: await sealRow(key, { table, key: line.id }, line) };
  return { table, key: line.id, row };
}

/** The line of a row; `DamagedRow` when it does not open or is no line. */
export async function openLine(key: CryptoKey, row: IdRow): Promise<Result<LogLine, DamagedRow>> {
  const place = { table, key: row.id };
  const inside = await openRow(key, place, row.sealed);
  if (!inside.ok) return inside;
  const line = logLineSchema.safeParse(inside.value);
  return line.success ? ok(line.data) : misfit(place);
}

/** All rows, in no order. */
export const lineRows = (db: Database): PromiseLike<IdRow[]> => db.log.toArray();
