/** Reads records into tables, one after the other. */
import { parseRecord, type RecordObstacle } from '#domain/record/record.ts';
import { tableBook, type BookFacts } from '#domain/record/tables-of-many.ts';
import { addedCounts, rowCountsOf } from '#domain/record/row-counts.ts';
import type { Table } from '#domain/record/table.ts';
import { assert, ok, type Result } from '#domain/result.ts';
import type { RecordOptions, Records } from './format.ts';
import { turnOfThePage } from './turn-of-the-page.ts';

/** Records between two turns of the page. */
const recordsPerTurn = 4;

/** Rows by table. */
export const rowsBy = (tables: readonly Table[]): Readonly<Record<string, number>> =>
  Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length]));

/** The tables of all records; refused with the first one that would not be read back. */
export async function bookOf(records: Records, { kind, onProgress, signal }: RecordOptions): Promise<Result<{ readonly tables: readonly Table[]; readonly facts: BookFacts }, RecordObstacle>> {
  const book = tableBook(kind);
  let expected: Readonly<Record<string, number>> = {};
  let read = 0;
  for await (const record of records) {
    signal?.throwIfAborted();
    const parsed = parseRecord(record);
    if (!parsed.ok) return parsed;
    book.add(parsed.value);
    expected = addedCounts(expected, rowCountsOf(parsed.value));
    read += 1;
    onProgress?.(read);
    if (read % recordsPerTurn === 0) await turnOfThePage();
  }
  signal?.throwIfAborted();
  const tables = book.tables();
  const rows = rowsBy(tables);
  assert(Object.entries(expected).every(([table, count]) => rows[table] === count), 'the tables have a row for all that the records have');
  return ok({ tables, facts: book.facts() });
}
