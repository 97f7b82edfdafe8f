/**
 * One cell of a sheet (ECMA-376 part 1, 18.3.1.4). Text is an inline string and there is never
 * an `f` element, so that nothing is a formula; text that would become one when it is typed
 * again has the style that keeps it text (`quotePrefix`).
 *
 * Text is escaped as ST_Xstring says (22.9.2.19): what XML cannot carry, or would change (a
 * carriage return), is `_xHHHH_`, and so is the underscore of text that looks like that.
 *
 * Days count from 1899-12-30. Before March 1900 they differ from what Excel counts, so that
 * such days, and those of no calendar, stay text.
 */
import type { Cell, ColumnType } from '#domain/record/table.ts';
import { guarded } from '../tables-csv/csv.ts';
import { styleNumbers, type StyleName } from './styles.ts';

/** What a cell of Excel holds, in UTF-16 units. */
export const mostInCell = 32_767;

const dayMs = 86_400_000;
const dayZeroMs = Date.UTC(1899, 11, 30);
/** 1900-03-01 and 9999-12-31. */
const firstDay = 61;
const lastDay = 2_958_465;

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 cannot carry (2.2), or discourages.
const unfit = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/giu;

const coded = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text as the XML of a string. Half of a surrogate pair (with `u`, only such a half is found), which is no character, reads U+FFFD. */
export const xmlText = (text: string): string =>
  text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll(unfit, coded).replaceAll(/[&<>"]/gu, (sign) => markup[sign] ?? sign);

/**
 * The text in parts that a cell holds. Each sign counts as many as its escape has, and none is
 * cut in two.
 */
export function partsOf(text: string): string[] {
  if (text.length * 7 <= mostInCell) return [text];
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  let length = 0;
  for (const sign of text) {
    const units = isUnfit(sign) ? 7 : sign.length;
    if (length + units > mostInCell) {
      parts.push(text.slice(from, at));
      from = at;
      length = 0;
    }
    at += sign.length;
    length += units;
  }
  return [...parts, text.slice(from)];
}

/** An underscore may be the beginning of an escape, so it counts as one. */
const isUnfit = (sign: string): boolean => sign === '_' || sign.search(unfit) === 0;

/** The serial number of a moment; null beyond what Excel counts. */
function serial(atMs: number): number | null {
  const days = (atMs - dayZeroMs) / dayMs;
  return Number.isFinite(days) && days >= firstDay && days < lastDay + 1 ? days : null;
}

/** Days that a calendar has: some forms of February 30 are read as March 2. */
function dayOf(text: string): number | null {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(atMs) || new Date(atMs).toISOString().slice(0, 10) !== text ? null : serial(atMs);
}

const momentOf = (text: string): number | null => serial(Date.parse(text));

interface Typed {
  readonly value: number | null;
  readonly style: StyleName;
}

/** How a cell of this type is written as a number; null where it is text. */
function typed(cell: string | number, type: ColumnType): Typed | null {
  if (typeof cell === 'number') return numbers[type](cell);
  if (type === 'date') return { value: dayOf(cell), style: 'date' };
  if (type === 'month') return { value: dayOf(`${cell}-01`), style: 'month' };
  return type === 'moment' ? { value: momentOf(cell), style: 'moment' } : null;
}

const plain = (value: number): Typed => ({ value, style: 'count' });
const numbers: Readonly<Record<ColumnType, (value: number) => Typed>> = {
  text: plain, date: plain, month: plain, moment: plain, count: plain,
  minute: (value) => ({ value, style: 'minute' }),
  minutes: (value) => ({ value: value / 1_440, style: 'length' }),
  seconds: (value) => ({ value: value / 86_400, style: 'length' }),
};

/** The XML of a cell at an address such as `B2`; empty for nothing. */
export function cellXml(cell: Cell, type: ColumnType, address: string): string {
  if (cell === null || cell === '') return '';
  const number = typed(cell, type);
  if (number?.value !== null && number?.value !== undefined && Number.isFinite(number.value)) {
    return `<c r="${address}" s="${styleNumbers[number.style]}"><v>${number.value}</v></c>`;
  }
  const text = String(cell);
  return textXml(text, guarded(text) === text ? 'text' : 'quoted', address);
}

/** The XML of a cell of text in this style. */
export const textXml = (text: string, style: StyleName, address: string): string =>
  `<c r="${address}" s="${styleNumbers[style]}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** The letters of a column, counted from 0: A, B ... Z, AA. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
