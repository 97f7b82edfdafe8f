import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#domain/entry.ts';
import { entryIdOf } from '#domain/ids.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { tablesOf } from '#domain/record/tables-of-many.ts';
import type { ExportKind } from '#export/format.ts';
import { partsOf } from '#export/tables-xlsx/cell.ts';
import { write } from '#export/tables-xlsx/write.ts';
import { anyJournal, anyText } from '#tests/support/arbitrary-meeting.ts';
import { hostileCells } from './hostile-cells.ts';
import { files } from '#ui/words/en/files.ts';
import { basics, note, recordOfEdits, recordOfJournal, sampleRecord } from './records.ts';

async function bytesOf(records: readonly MeetingRecord[], kind: ExportKind = 'identified'): Promise<Uint8Array<ArrayBuffer>> {
  const written = await write(records, { kind, readMe: files.tables });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value.bytes;
}
const opened = (bytes: Uint8Array): XLSX.WorkBook => XLSX.read(bytes, { type: 'array', cellDates: true, cellNF: true, cellFormula: true, UTC: true });
const sheet = (book: XLSX.WorkBook, name: string): XLSX.WorkSheet => {
  const found = book.Sheets[name];
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const cellsOf = (of: XLSX.WorkSheet): [string, XLSX.CellObject][] =>
  Object.entries(of).filter(([address]) => /^[A-Z]+\d+$/.test(address)).map(([address, cell]) => [address, cell as XLSX.CellObject]);
/** The cells of a column below its head. */
function column(of: XLSX.WorkSheet, name: string): XLSX.CellObject[] {
  const head = cellsOf(of).find(([address, { v }]) => /^[A-Z]+1$/.test(address) && v === name);
  if (!head) throw new Error(`no column ${name}`);
  const letters = head[0].replace('1', '');
  return cellsOf(of).filter(([address]) => address !== head[0] && address.replace(/\d+$/, '') === letters).map(([, cell]) => cell);
}
const texts = (cells: readonly XLSX.CellObject[]): unknown[] => cells.map(({ v }) => v);

/** The reader makes one line end of the two signs of Windows; the file has both. */
const asRead = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(/\p{Surrogate}/gu, '\ufffd');

describe('the workbook, opened by another reader', () => {
  it('has a read-me first, then a sheet for each table', async () => {
    const record = sampleRecord();
    const book = opened(await bytesOf([record]));
    expect(book.SheetNames).toEqual(['Read me', 'meetings', 'marks', 'notes', 'turns', 'thread', 'reflections', 'follow-ups', 'attendees']);
    const said = texts(cellsOf(sheet(book, 'Read me')).map(([, cell]) => cell));
    for (const { name, columns } of tablesOf([record], 'identified')) {
      for (const { name: head, means } of columns) for (const text of [name, head, means]) expect(said).toContain(text);
    }
    expect(said).toContain('For coaching and system support; not for staff evaluation.');
    expect(said.some((text) => String(text).includes('sample'))).toBe(true);
  });

  it('has the rows and texts of the tables, whatever the meeting, and no formula', async () => {
    await fc.assert(fc.asyncProperty(anyJournal, fc.constantFrom<ExportKind>('identified', 'de-identified'), async (journal, kind) => {
      const record = recordOfJournal(journal);
      const book = opened(await bytesOf([record], kind));
      for (const { name, columns, rows } of tablesOf([record], kind)) {
        const of = sheet(book, name);
        for (const [, cell] of cellsOf(of)) expect(cell.f).toBeUndefined();
        expect(XLSX.utils.decode_range(of['!ref'] ?? 'A1').e.r).toBe(rows.length);
        for (const [at, { type, name: head }] of columns.entries()) {
          if (type !== 'text') continue;
          const wanted = rows.map((row) => row[at]).filter((cell) => cell !== null && cell !== '').map((cell) => asRead(String(cell)));
          expect(texts(column(of, head))).toEqual(wanted);
        }
      }
    }), { numRuns: 12 });
  });

  it('types days, months, moments, lengths and counts', async () => {
    const edits: Edit[] = [
      basics(),
      { kind: 'timing', entry: entryIdOf('timing'), value: { startedAtMs: Date.UTC(2026, 10, 12, 17), endedAtMs: Date.UTC(2026, 10, 12, 18, 30), leftAtMs: null } },
      { kind: 'turn', entry: entryIdOf('turn', 't1'), value: { role: 'family', fromMs: Date.UTC(2026, 10, 12, 17, 1), toMs: Date.UTC(2026, 10, 12, 17, 1, 45) } },
    ];
    const book = opened(await bytesOf([recordOfEdits(edits)]));
    const meetings = sheet(book, 'meetings');
    expect(column(meetings, 'date')).toMatchObject([{ t: 'd', z: String.raw`yyyy\-mm\-dd`, v: new Date('2026-11-12T00:00:00Z') }]);
    expect(column(meetings, 'started_utc')).toMatchObject([{ t: 'd', v: new Date('2026-11-12T17:00:00Z') }]);
    expect(column(meetings, 'minutes')[0]).toMatchObject({ z: '[h]:mm:ss', w: '1:30:00' });
    expect(column(meetings, 'asked')[0]).toMatchObject({ t: 'n' });
    expect(column(sheet(book, 'turns'), 'seconds')[0]).toMatchObject({ w: '0:00:45' });
    expect(column(sheet(book, 'turns'), 'minute')).toMatchObject([{ t: 'n', v: 1 }]);
    const without = opened(await bytesOf([recordOfEdits(edits)], 'de-identified'));
    expect(column(sheet(without, 'meetings'), 'month')).toMatchObject([{ t: 'd', v: new Date('2026-11-01T00:00:00Z'), w: '2026-11' }]);
  });

  it('leaves a day of no calendar as the text that it is', async () => {
    const book = opened(await bytesOf([recordOfEdits([basics({ onDate: '2026-02-30' })])]));
    expect(column(sheet(book, 'meetings'), 'date')).toMatchObject([{ t: 's', v: '2026-02-30' }]);
  });

  it('keeps hostile texts as texts, each as it was written', async () => {
    const notes = hostileCells.map((text, at) => note(text, null, `n${String(at)}`));
    const book = opened(await bytesOf([recordOfEdits([basics(), ...notes])]));
    const cells = column(sheet(book, 'notes'), 'text');
    expect(new Set(texts(cells))).toEqual(new Set(hostileCells.map(asRead)));
    expect(new Set(cells.map(({ t }) => t))).toEqual(new Set(['s']));
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
  });

  it('has no formula in its XML, freezes the head and marks texts that would become one', async () => {
    const files = unzipSync(await bytesOf([recordOfEdits([basics(), note('=1+1')])]));
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/')).map(([, bytes]) => strFromU8(bytes));
    expect(sheets).toHaveLength(9);
    for (const xml of sheets) expect(xml).not.toMatch(/<f[ >]/);
    for (const xml of sheets.slice(1)) {
      expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
      expect(xml).toContain('<cols><col min="1"');
    }
    expect(strFromU8(files['xl/styles.xml'] ?? new Uint8Array())).toContain('quotePrefix="1"');
  });

  it('continues a text that no cell holds in the next column, cutting no sign in two', async () => {
    const long = 'a👩_'.repeat(12_000);
    const book = opened(await bytesOf([recordOfEdits([basics(), note(long), note('short', null, 'n2')])]));
    const notes = sheet(book, 'notes');
    const parts = ['text', 'text_2', 'text_3', 'text_4'].map((name) => column(notes, name).map(({ v }) => String(v)));
    expect(parts.map((part) => part.find((text) => text !== 'short')).join('')).toBe(long);
    expect(parts.flat().every((text) => text.length <= 32_767)).toBe(true);
  });

  it('is the same bytes at any time, so that it does not tell the day', async () => {
    expect(await bytesOf([sampleRecord()], 'de-identified')).toEqual(await bytesOf([sampleRecord()], 'de-identified'));
  });
});

describe('the parts of a text', () => {
  it('make it up again, and each fits a cell as it is escaped', () => {
    fc.assert(fc.property(anyText, fc.integer({ min: 1, max: 4_000 }), (text, times) => {
      const whole = text.repeat(times);
      expect(partsOf(whole).join('')).toBe(whole);
    }), { numRuns: 30 });
  });
});
