/** The cells of a worksheet and the strings that a workbook shares (ECMA-376 part 1, 18.3 and 18.4), as text. */
import { err, ok, type Result } from '#domain/result.ts';
import { xmlPieces } from './xml-pieces.ts';

/** One row: its number in the sheet, from 1, and the texts of its cells by column, from 0. */
export interface SheetRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, string>;
}

export type SheetObstacle =
  | { readonly type: 'NotXml'; readonly declares: boolean }
  | { readonly type: 'TooManyRows'; readonly limit: number }
  | { readonly type: 'CellTooLong'; readonly limit: number; readonly row: number };

/** A roadmap has at most 5,000 items and 60 phases; choices come in other sheets. */
export const rowLimit = 12_000;
/** What Excel shows in one cell. A workbook's shared strings are each of one cell. */
export const cellLimit = 32_767;
/** Forms in many languages have some hundred columns. */
const columnLimit = 600;
const stringLimit = 200_000;

/** `_xHHHH_` stands for a sign that XML cannot carry (22.9.2.19). */
const plain = (text: string): string =>
  text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const notXml = (why: 'not-xml' | 'declares' | 'too-deep'): SheetObstacle => ({ type: 'NotXml', declares: why === 'declares' });

/** The strings of `sharedStrings.xml`, in order. */
export function sharedStrings(xml: string): Result<readonly string[], SheetObstacle> {
  const strings: string[] = [];
  const reading = new Reading();
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'refused') return err(notXml(piece.why));
    reading.take(piece);
    if (piece.kind === 'open' && piece.name === 'si') reading.begin();
    if (piece.kind !== 'close' || piece.name !== 'si') continue;
    if (reading.text.length > cellLimit) return err({ type: 'CellTooLong', limit: cellLimit, row: 0 });
    if (strings.length >= stringLimit) return err({ type: 'TooManyRows', limit: stringLimit });
    strings.push(plain(reading.text));
  }
  return ok(strings);
}

/** The rows that have something in them, in the order of the sheet. */
export function sheetRows(xml: string, shared: readonly string[]): Result<readonly SheetRow[], SheetObstacle> {
  const rows: SheetRow[] = [];
  const reading = new Reading();
  let row = { number: 0, cells: new Map<number, string>() };
  let cell = { column: -1, type: '' };
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'refused') return err(notXml(piece.why));
    reading.take(piece);
    if (piece.kind === 'open' && piece.name === 'row') {
      const number = Number(piece.attributes.get('r') ?? row.number + 1);
      row = { number: Number.isSafeInteger(number) && number > row.number ? number : row.number + 1, cells: new Map() };
      cell = { column: -1, type: '' };
    } else if (piece.kind === 'open' && piece.name === 'c') {
      cell = { column: columnOf(piece.attributes.get('r')) ?? cell.column + 1, type: piece.attributes.get('t') ?? 'n' };
      reading.begin();
    } else if (piece.kind === 'close' && piece.name === 'c') {
      const text = cell.type === 's' ? (shared[Number(reading.text)] ?? '') : plain(reading.text);
      if (text.length > cellLimit) return err({ type: 'CellTooLong', limit: cellLimit, row: row.number });
      if (text.trim() !== '' && cell.column < columnLimit) row.cells.set(cell.column, cell.type === 'b' ? (text === '1' ? 'true' : 'false') : text);
    } else if (piece.kind === 'close' && piece.name === 'row' && row.cells.size > 0) {
      if (rows.length >= rowLimit) return err({ type: 'TooManyRows', limit: rowLimit });
      rows.push(row);
    }
  }
  return ok(rows);
}

/** Gathers the text of `v` and `t`, but not that of formulas and of signs for pronunciation. */
class Reading {
  text = '';
  #isText = false;
  #aside = 0;

  begin(): void {
    this.text = '';
  }

  take(piece: { readonly kind: string; readonly name?: string; readonly text?: string }): void {
    if (piece.kind === 'text') {
      // One sign more than a cell holds is enough to know that it is too long.
      if (this.#isText && this.#aside === 0 && this.text.length <= cellLimit) this.text += piece.text ?? '';
      return;
    }
    const step = piece.kind === 'open' ? 1 : -1;
    if (piece.name === 'rPh') this.#aside += step;
    if (piece.name === 'v' || piece.name === 't') this.#isText = step === 1;
  }
}

/** The column of an address such as `AB12`, from 0; null where there is none. */
function columnOf(address: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address ?? '')?.[1];
  if (letters === undefined) return null;
  return Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, value) => sum * 26 + value, 0) - 1;
}
