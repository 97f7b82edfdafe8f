/** Read-me and calendar entries in Spanish; the tables themselves are the same in every language. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportedLook } from '#domain/patterns/exported.ts';
import { tablesOfLook } from '#domain/patterns/exported-tables.ts';
import type { Table, TableKind } from '#domain/record/table.ts';
import { tablesOf } from '#domain/record/tables-of-many.ts';
import { write as writeCalendar } from '#export/calendar-ics/write.ts';
import type { TablesWords } from '#export/file-words.ts';
import { write as writeCsv } from '#export/tables-csv/write.ts';
import { write as writeBook } from '#export/tables-xlsx/write.ts';
import { files as en } from '#ui/words/en/files.ts';
import { files as es } from '#ui/words/es/files.ts';
import { sampleRecord } from './records.ts';

const kinds: readonly TableKind[] = ['identified', 'de-identified'];
const record = { ...sampleRecord(), sample: false };
/** A look without rows, for its columns alone. */
const nothingIn = (kind: TableKind): ExportedLook => ({ kind, findings: [], items: [], months: { months: [], lines: [] }, heat: { phases: [], meetings: [], earlier: false }, groups: [], beside: [] }) as unknown as ExportedLook;
const allTables = (kind: TableKind): Table[] => [...tablesOf([record, record], kind), ...tablesOfLook(nothingIn(kind))];

async function csv(kind: TableKind, readMe: TablesWords): Promise<Record<string, string>> {
  const written = await writeCsv([record, record], { kind, readMe });
  if (!written.ok) throw new Error(written.error.type);
  return Object.fromEntries(Object.entries(unzipSync(written.value.bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('tables in Spanish', () => {
  it('say what every column means', () => {
    const meanings = kinds.flatMap(allTables).flatMap(({ columns }) => columns.map(({ means }) => means));
    expect(meanings.length).toBeGreaterThan(100);
    for (const means of meanings) expect(es.tables.means(means), means).not.toBe(means);
  });

  it.each(kinds)('are those of the English file, with another read-me before them (%s)', async (kind) => {
    const { 'read-me.txt': spanish = '', ...spanishTables } = await csv(kind, es.tables);
    const { 'read-me.txt': english = '', ...englishTables } = await csv(kind, en.tables);
    expect(spanishTables).toEqual(englishTables);
    expect(spanish).toContain('Quiet Checkpoint: tablas de 2 reuniones');
    expect(spanish).toContain('quedan en inglés: son un formato de datos.');
    const bare = (text: string): string[] => text.split('\r\n').filter((line) => line.trim() !== '' && !line.endsWith('.csv'));
    expect(bare(spanish).filter((line) => bare(english).includes(line))).toEqual([]);
  });

  it('have the read-me of a workbook on a sheet of its own', async () => {
    const written = await writeBook([record], { kind: 'de-identified', readMe: es.tables });
    if (!written.ok) throw new Error(written.error.type);
    const parts = unzipSync(written.value.bytes);
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toMatch(/name="Léame"[^]*name="meetings"/);
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toMatch(/tablas de una reunión[^]*quedan en inglés[^]*Significado/);
  });
});

it('says in Spanish whose step it is and what the file is for', () => {
  const step = { meeting: 'm', entry: 'follow-up:1', what: 'Send the draft home', owner: 'case manager', dueOn: '2026-11-20', doneOn: '2026-11-19', changedAtMs: 0, code: 'R-14', sample: true };
  const text = new TextDecoder().decode(writeCalendar([step], { kind: 'identified', as: 'event', nowMs: 0, words: es.calendar }).bytes).replaceAll('\r\n ', '');
  expect(text).toContain('PRODID:-//Quiet Checkpoint//Next steps 1//ES');
  expect(text).toContain('SUMMARY:Ejemplo: Hecho: Send the draft home');
  expect(text).toContain('DESCRIPTION:A cargo de: case manager\\nCódigo del estudiante: R-14\\nEjemplo\\, no es una reunión real.\\nPara acompañar y apoyar');
});
