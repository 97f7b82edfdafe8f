/**
 * A workbook (ECMA-376, Office Open XML): a sheet for each table and a read-me before them.
 * Written here and not by a library: the ones there are pack in workers that the policy bars,
 * note the moment, and some cells of text (`constructor`, control characters) came out as others.
 */
import { assert, ok } from '#domain/result.ts';
import type { Write, WriteTables } from '../format.ts';
import { bookOf, rowsBy } from '../tables-book.ts';
import { namesAreData, readMeOf } from '../tables-read-me.ts';
import { gathering, zipInPieces } from '../zip-pieces.ts';
import { xmlText } from './cell.ts';
import { readMeSheet, sheetsOf, type Sheet } from './sheet.ts';
import { stylesXml } from './styles.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

const contentTypes = (sheets: readonly Sheet[]): string => [
  xml, `<Types xmlns="${packaged}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>`,
  ...sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${String(at + 1)}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`),
  '</Types>',
].join('');

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${xml}<Relationships xmlns="${packaged}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${String(at + 1)}" Type="${relation}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const workbook = (sheets: readonly Sheet[]): string => [
  xml, `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`,
  ...sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${String(at + 1)}" r:id="rId${String(at + 1)}"/>`),
  '</sheets></workbook>',
].join('');

/** The workbook of all records' tables. */
export const write: Write = async (records, options) => {
  const book = await bookOf(records, options);
  if (!book.ok) return book;
  const { tables, facts } = book.value;
  const { readMe: words, purposeLine } = options;
  assert(words !== null, 'tables have a read-me');
  const sheets = [readMeSheet(readMeOf(facts, words.workbook, words, purposeLine), tables), ...tables.flatMap(sheetsOf)];
  return ok({ bytes: await packed(sheets, options.signal), rows: rowsBy(tables) });
};

/** The same of tables that come from no record. */
export const writeTables: WriteTables = (tables, readMe) =>
  packed([readMeSheet({ ...readMe, lines: [...readMe.lines, ...namesAreData(readMe.words)] }, tables), ...tables.flatMap(sheetsOf)]);

async function packed(sheets: readonly Sheet[], signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { sink, whole } = gathering();
  const zip = zipInPieces(sink);
  await zip.file('[Content_Types].xml', [contentTypes(sheets)]);
  await zip.file('_rels/.rels', [relationships([['officeDocument', 'xl/workbook.xml']])]);
  await zip.file('xl/workbook.xml', [workbook(sheets)]);
  await zip.file('xl/_rels/workbook.xml.rels', [relationships([
    ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${String(at + 1)}.xml`] as const), ['styles', 'styles.xml'],
  ])]);
  await zip.file('xl/styles.xml', [stylesXml]);
  for (const [at, { pieces }] of sheets.entries()) await zip.file(`xl/worksheets/sheet${String(at + 1)}.xml`, pieces, signal);
  zip.end();
  return whole();
}
