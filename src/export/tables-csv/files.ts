/** The files of tables as CSV, for a zip of their own or one of many files. */
import type { RecordObstacle } from '#domain/record/record.ts';
import type { Table } from '#domain/record/table.ts';
import { ok, type Result } from '#domain/result.ts';
import type { RecordOptions, Records } from '../format.ts';
import { bookOf } from '../tables-book.ts';
import { readMeOf, type ReadMe } from '../tables-read-me.ts';
import { csvPieces } from './csv.ts';

export interface CsvFile {
  readonly name: string;
  readonly pieces: Iterable<string>;
  /** Rows by table: the one that the file holds; none for the read-me. */
  readonly rows: Readonly<Record<string, number>>;
}

const form = [
  'Files are UTF-8, comma-separated, every field in quotation marks.',
  "A text that a spreadsheet could take for a formula has an apostrophe (') before it;",
  'so has a text that begins with an apostrophe. Take one away to have the text as it was written.',
  'Moments are in universal time; minute counts from the beginning of the meeting.',
];

const readMeText = ({ title, lines }: ReadMe, tables: readonly Table[]): string => [
  title,
  ...lines,
  ...tables.flatMap(({ name, columns }) => ['', `${name}.csv`, ...columns.map((column) => `  ${column.name}: ${column.means}`)]),
  '',
].join('\r\n');

/** A read-me and a file for each table. */
const filesOf = (readMe: ReadMe, tables: readonly Table[]): readonly CsvFile[] => [
  { name: 'read-me.txt', pieces: [readMeText(readMe, tables)], rows: {} },
  ...tables.map((table) => ({ name: `${table.name}.csv`, pieces: csvPieces(table), rows: { [table.name]: table.rows.length } })),
];

/** The same of tables that come from no record; `lines` are what the reader is told first. */
export const csvFilesOf = ({ title, lines }: ReadMe, tables: readonly Table[]): readonly CsvFile[] =>
  filesOf({ title, lines: [...lines, '', ...form.slice(0, 3)] }, tables);

/** A read-me and a file for each table; refused when one of the records would not be read back. */
export async function csvFiles(records: Records, options: RecordOptions): Promise<Result<readonly CsvFile[], RecordObstacle>> {
  const book = await bookOf(records, options);
  if (!book.ok) return book;
  const { tables, facts } = book.value;
  return ok(filesOf(readMeOf(facts, form, options.purposeLine), tables));
}
