/** The files of tables as CSV, for a zip of their own or one of many files. */
import type { RecordObstacle } from '#domain/record/record.ts';
import type { Table } from '#domain/record/table.ts';
import { assert, ok, type Result } from '#domain/result.ts';
import type { RecordOptions, Records } from '../format.ts';
import { bookOf } from '../tables-book.ts';
import { namesAreData, readMeOf, type ReadMe } from '../tables-read-me.ts';
import { csvPieces } from './csv.ts';

export interface CsvFile {
  readonly name: string;
  readonly pieces: Iterable<string>;
  /** Rows by table: the one that the file holds; none for the read-me. */
  readonly rows: Readonly<Record<string, number>>;
}

const readMeText = ({ title, lines, words }: ReadMe, tables: readonly Table[]): string => [
  title,
  ...lines,
  ...tables.flatMap(({ name, columns }) => ['', `${name}.csv`, ...columns.map((column) => `  ${column.name}: ${words.means(column.means)}`)]),
  '',
].join('\r\n');

/** A read-me and a file for each table. */
const filesOf = (readMe: ReadMe, tables: readonly Table[]): readonly CsvFile[] => [
  { name: 'read-me.txt', pieces: [readMeText(readMe, tables)], rows: {} },
  ...tables.map((table) => ({ name: `${table.name}.csv`, pieces: csvPieces(table), rows: { [table.name]: table.rows.length } })),
];

/** The same of tables that come from no record; `lines` are what the reader is told first. */
export const csvFilesOf = ({ title, lines, words }: ReadMe, tables: readonly Table[]): readonly CsvFile[] =>
  filesOf({ title, words, lines: [...lines, '', words.csv.encoding, ...words.csv.guard, ...namesAreData(words)] }, tables);

/** A read-me and a file for each table; refused when one of the records would not be read back. */
export async function csvFiles(records: Records, options: RecordOptions): Promise<Result<readonly CsvFile[], RecordObstacle>> {
  const book = await bookOf(records, options);
  if (!book.ok) return book;
  const { tables, facts } = book.value;
  const { readMe: words, purposeLine } = options;
  assert(words !== null, 'tables have a read-me');
  const { encoding, guard, moments } = words.csv;
  return ok(filesOf(readMeOf(facts, [encoding, ...guard, moments], words, purposeLine), tables));
}
