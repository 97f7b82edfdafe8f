/**
 * The rows of a CSV text (RFC 4180, and with semicolons or tabs between the fields, as
 * spreadsheets of some countries write it). Walked once, bounded.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { cellLimit, rowLimit } from '../xlsx/sheet.ts';

export type CsvObstacle =
  | { readonly type: 'TooManyRows'; readonly limit: number }
  | { readonly type: 'CellTooLong'; readonly limit: number; readonly row: number }
  | { readonly type: 'RowRefused'; readonly row: number; readonly column: string };

const columnLimit = 200;

/** The sign that occurs most often in the first line. */
function separatorOf(text: string): string {
  const first = text.slice(0, (text.search(/[\r\n]/u) + 1 || text.length + 1) - 1);
  const [best] = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length })).sort((a, b) => b.count - a.count);
  return best?.sign ?? ',';
}

/** All rows with something in them; `number` counts rows of the table, from 1, as a spreadsheet does. */
export function csvRows(input: string): Result<readonly { readonly number: number; readonly cells: readonly string[] }[], CsvObstacle> {
  const text = input.startsWith('\ufeff') ? input.slice(1) : input;
  const separator = separatorOf(text);
  const rows: { number: number; cells: string[] }[] = [];
  const field = new RegExp(`"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?`, 'y');
  let at = 0;
  let number = 0;
  while (at < text.length) {
    number += 1;
    const cells: string[] = [];
    for (;;) {
      field.lastIndex = at;
      const [whole = '', quoted, bare] = field.exec(text) ?? [];
      const cell = quoted?.replaceAll('""', '"') ?? bare ?? '';
      if (cell.length > cellLimit) return err({ type: 'CellTooLong', limit: cellLimit, row: number });
      if (cells.length >= columnLimit) return err({ type: 'RowRefused', row: number, column: '' });
      cells.push(cell);
      at += whole.length;
      if (text[at] !== separator) break;
      at += 1;
    }
    const end = /\r\n|\r|\n/y;
    end.lastIndex = at;
    const line = end.exec(text)?.[0];
    if (line === undefined && at < text.length) return err({ type: 'RowRefused', row: number, column: '' });
    at += line?.length ?? 0;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (rows.length >= rowLimit) return err({ type: 'TooManyRows', limit: rowLimit });
    rows.push({ number, cells });
  }
  return ok(rows);
}
