/**
 * Comma-separated values by RFC 4180: CRLF after every record, every field quoted, quotes
 * doubled. A byte-order mark goes first, because spreadsheets read UTF-8 only with it.
 *
 * A spreadsheet runs a text cell that begins with one of `= + - @`, a tab or a line end,
 * also after blanks and in full-width form (OWASP, CSV Injection). Such a cell gets one
 * apostrophe in front, and so does a cell that begins with an apostrophe: taking one leading
 * apostrophe away from any text always gives the text that was meant. Numbers stay bare.
 */
import type { Cell } from '#domain/record/table.ts';

// = + - @, their full-width and small forms, and the minus sign; tab, CR, LF; the guard itself.
const risky = /^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n']/u;

/** Text that no spreadsheet takes for a formula. */
export const guarded = (text: string): string => (risky.test(text) ? `'${text}` : text);

/** What {@link guarded} was given. */
export const unguarded = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);

const quoted = (cell: Cell): string =>
  `"${cell === null ? '' : typeof cell === 'number' ? String(cell) : guarded(cell).replaceAll('"', '""')}"`;

const line = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** Rows in one piece. */
const rowsPerPiece = 500;

/** A table as the text of a file, column names first. */
export const csvOf = (table: Csv): string => [...csvPieces(table)].join('');

/** The same in pieces, for tables of many meetings. */
export function* csvPieces({ columns, rows }: Csv): Generator<string> {
  yield `\ufeff${line(columns.map(({ name }) => name))}`;
  for (let at = 0; at < rows.length; at += rowsPerPiece) yield rows.slice(at, at + rowsPerPiece).map(line).join('');
}

interface Csv {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly Cell[])[];
}
