import { zipSync, type Zippable } from 'fflate';
import { parseRecord } from '#domain/record/record.ts';
import { tablesOf } from '#domain/record/tables.ts';
import { ok } from '#domain/result.ts';
import type { Write } from '../format.ts';
import { csvOf } from './csv.ts';
import { readMe } from './read-me.ts';

/** The same for every file, so that a zip does not tell the day on which it was made. */
const mtime = new Date(1980, 0, 2);

/** A zip of one CSV file per table and a read-me. */
export const write: Write = (record, { kind }) => {
  const parsed = parseRecord(record);
  if (!parsed.ok) return parsed;
  const tables = tablesOf(parsed.value, kind);
  const encoder = new TextEncoder();
  const files: Zippable = { 'read-me.txt': encoder.encode(readMe(tables, kind)) };
  for (const table of tables) files[`${table.name}.csv`] = encoder.encode(csvOf(table));
  return ok(zipSync(files, { mtime }));
};
