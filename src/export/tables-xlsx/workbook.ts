/** Sheets as the zip of a workbook (ECMA-376 part 2): content types, relationships, styles. */
import { gathering, zipInPieces } from '../zip-pieces.ts';
import { xmlText } from './cell.ts';
import type { Sheet } from './sheet.ts';
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

/** The bytes of a workbook of these sheets, in this order. */
export async function packed(sheets: readonly Sheet[], signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
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
