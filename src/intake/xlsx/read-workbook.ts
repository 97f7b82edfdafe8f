/**
 * Sheets of a workbook (ECMA-376, .xlsx) as rows of text. Only the parts that lead to the
 * wanted sheets are unpacked: relationships, workbook, shared strings, those sheets. Formulas
 * are never evaluated, links never followed, macros and pictures never looked at.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { decodeUtf8 } from '../decode-utf8.ts';
import type { ZipObstacle } from '../obstacles.ts';
import type { SlicedFile } from '../sliced-file.ts';
import { unpack, type Room } from '../unzip.ts';
import { zipDirectory, type ZipEntry } from '../zip-directory.ts';
import { sharedStrings, sheetRows, type SheetObstacle, type SheetRow } from './sheet.ts';
import { xmlPieces } from './xml-pieces.ts';

export type WorkbookObstacle =
  | ZipObstacle
  | SheetObstacle
  /** A zip, but not one of a workbook. */
  | { readonly type: 'NotAWorkbook' };

export interface Workbook {
  /** Names of all its sheets, in lower case, without blanks around them. */
  readonly names: readonly string[];
  /** The rows of those that were wanted and are there. */
  readonly sheets: ReadonlyMap<string, readonly SheetRow[]>;
}

/** 24 MB of XML: 12,000 rows of forty filled cells. */
const unpackedLimitBytes = 24_000_000;

/** Reads the wanted sheets; names in lower case. */
export async function readWorkbook(file: SlicedFile, wanted: readonly string[]): Promise<Result<Workbook, WorkbookObstacle>> {
  const entries = await zipDirectory(file);
  if (!entries.ok) return entries;
  const parts = new Parts(file, entries.value);
  const start = await parts.text('_rels/.rels');
  if (!start.ok) return start;
  const root = relations(start.value ?? '', '').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const book = await parts.text(root);
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const links = await parts.text(`${folder}_rels/${root.slice(folder.length)}.rels`);
  if (!book.ok) return book;
  if (!links.ok) return links;
  if (book.value === null || links.value === null) return err({ type: 'NotAWorkbook' });
  const targets = relations(links.value, folder);
  const strings = await parts.text(targets.find(({ type }) => type.endsWith('/sharedStrings'))?.target ?? '');
  if (!strings.ok) return strings;
  const shared = strings.value === null ? ok([]) : sharedStrings(strings.value);
  if (!shared.ok) return shared;
  const sheets = new Map<string, readonly SheetRow[]>();
  const ids = sheetIds(book.value);
  for (const [name, id] of ids) {
    if (!wanted.includes(name) || sheets.has(name)) continue;
    const text = await parts.text(targets.find((target) => target.id === id)?.target ?? '');
    if (!text.ok) return text;
    const rows = sheetRows(text.value ?? '', shared.value);
    if (!rows.ok) return rows;
    sheets.set(name, rows.value);
  }
  return ok({ names: ids.map(([name]) => name), sheets });
}

/** Unpacks parts by their names, within one limit for all of them. */
class Parts {
  readonly #file: SlicedFile;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #room: Room = { left: unpackedLimitBytes };

  constructor(file: SlicedFile, entries: readonly ZipEntry[]) {
    this.#file = file;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  /** The text of a part; null where there is none of this name. */
  async text(name: string): Promise<Result<string | null, WorkbookObstacle>> {
    const entry = this.#entries.get(name);
    if (!entry) return ok(null);
    const bytes = await unpack(this.#file, entry, this.#room);
    if (!bytes.ok) return bytes;
    const text = decodeUtf8(bytes.value);
    return text === null ? err({ type: 'NotXml', declares: false }) : ok(text);
  }
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** What a part points to inside the workbook; targets outside of it are left out. */
function relations(xml: string, folder: string): Relation[] {
  const found: Relation[] = [];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship' || piece.attributes.get('TargetMode') === 'External') continue;
    const target = piece.attributes.get('Target') ?? '';
    found.push({
      id: piece.attributes.get('Id') ?? '', type: piece.attributes.get('Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`,
    });
  }
  return found;
}

function sheetIds(xml: string): (readonly [name: string, id: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'sheet') continue;
    const id = [...piece.attributes].find(([key]) => key.endsWith(':id'))?.[1];
    if (id !== undefined) found.push([(piece.attributes.get('name') ?? '').trim().toLowerCase(), id]);
  }
  return found;
}
