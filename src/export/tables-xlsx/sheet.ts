/** The sheets of a workbook as XML in pieces (ECMA-376 part 1, 18.3). */
import type { Cell, Table, TableColumn } from '#domain/record/table.ts';
import type { ReadMe } from '../tables-read-me.ts';
import { cellXml, letters, partsOf, textXml } from './cell.ts';

/** One sheet: its name, at most 31 characters without `[]/\:*?`, and its XML. */
export interface Sheet {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** Rows of a sheet of Excel, the head among them. */
const mostRows = 1_048_576;
const rowsPerPiece = 200;

const opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const frozen = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>';
const view = '<sheetViews><sheetView workbookViewId="0" showGridLines="0" tabSelected="1"/></sheetViews>';

const columnsXml = (widths: readonly number[]): string =>
  `<cols>${widths.map((width, at) => `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" customWidth="1"/>`).join('')}</cols>`;

const rowXml = (row: number, cells: readonly string[]): string => `<row r="${String(row)}">${cells.join('')}</row>`;

/** A column as it stands in the sheet: of text that no cell holds, one for each part. */
interface Standing extends TableColumn {
  readonly of: number;
  readonly part: number;
}

/** A table as a sheet, or as several where it has more rows than one holds. */
export function sheetsOf(table: Table): Sheet[] {
  const columns = standing(table);
  const most = mostRows - 1;
  const count = Math.max(1, Math.ceil(table.rows.length / most));
  return Array.from({ length: count }, (_, at) => ({
    name: at === 0 ? table.name : `${table.name} ${String(at + 1)}`,
    pieces: tablePieces(columns, table.rows.slice(at * most, (at + 1) * most)),
  }));
}

function standing({ columns, rows }: Table): Standing[] {
  return columns.flatMap((column, of) => {
    const parts = column.type === 'text' ? rows.reduce((most, row) => Math.max(most, partsOf(String(row[of] ?? '')).length), 1) : 1;
    return Array.from({ length: parts }, (_, part) => ({ ...column, of, part, name: part === 0 ? column.name : `${column.name}_${String(part + 1)}` }));
  });
}

function* tablePieces(columns: readonly Standing[], rows: Table['rows']): Generator<string> {
  yield `${opening}${frozen}${columnsXml(columns.map(widthOf))}<sheetData>`;
  yield rowXml(1, columns.map(({ name }, at) => textXml(name, 'head', `${letters(at)}1`)));
  for (let from = 0; from < rows.length; from += rowsPerPiece) {
    yield rows.slice(from, from + rowsPerPiece).map((row, at) => rowXml(from + at + 2, cellsOf(columns, row, from + at + 2))).join('');
  }
  yield `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${String(rows.length + 1)}"/></worksheet>`;
}

const cellsOf = (columns: readonly Standing[], row: readonly Cell[], number: number): string[] =>
  columns.map(({ of, part, type }, at) => {
    const cell = row[of] ?? null;
    const shown = type === 'text' && typeof cell === 'string' ? (partsOf(cell)[part] ?? null) : cell;
    return cellXml(shown, type, `${letters(at)}${String(number)}`);
  });

/** In characters of the body font. */
function widthOf({ name, type, free }: Standing): number {
  if (free) return 60;
  const least = { text: 14, count: 8, minute: 9, minutes: 10, seconds: 10, date: 12, month: 10, moment: 20 }[type];
  return name === 'label' ? 40 : Math.max(least, name.length + 3);
}

/** The first sheet: what the others are, and what each column means. */
export function readMeSheet(readMe: ReadMe, tables: readonly Table[]): Sheet {
  return { name: readMe.words.sheet.name, pieces: [readMeXml(readMe, tables)] };
}

function readMeXml({ title, lines, words }: ReadMe, tables: readonly Table[]): string {
  const rows: (readonly [string, 'title' | 'plain' | 'bold' | 'quoted'])[][] = [
    [[title, 'title']],
    ...lines.map((line): [string, 'plain'][] => (line === '' ? [] : [[line, 'plain']])),
    [],
    words.sheet.heads.map((head) => [head, 'bold'] as const),
    ...tables.flatMap(({ name, columns }) => columns.map((column): [string, 'plain'][] => [[name, 'plain'], [column.name, 'plain'], [words.means(column.means), 'plain']])),
  ];
  const xml = rows.map((cells, at) => rowXml(at + 1, cells.map(([text, style], column) => textXml(text, style, `${letters(column)}${String(at + 1)}`))));
  return `${opening}${view}${columnsXml([16, 20, 90])}<sheetData>${xml.join('')}</sheetData></worksheet>`;
}
