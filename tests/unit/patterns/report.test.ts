/** Patterns on their way out: what a report and its tables tell, and what they never do. */
import * as XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '#domain/patterns/filter.ts';
import { noFilter } from '#domain/patterns/filter.ts';
import { exportedLook, type ExportedLook } from '#domain/patterns/exported.ts';
import { partsTold } from '#domain/patterns/exported-cells.ts';
import { tablesOfLook } from '#domain/patterns/exported-tables.ts';
import { lookAt } from '#domain/patterns/look.ts';
import { patternSetOf } from '#domain/patterns/pattern-set.ts';
import type { TableKind } from '#domain/record/table.ts';
import { pageOfPatterns } from '#export/page-of-patterns.ts';
import { textsOf } from '#export/page-texts.ts';
import { writeTables as writeCsv } from '#export/tables-csv/write.ts';
import { writeTables as writeBook } from '#export/tables-xlsx/write.ts';
import { reportWords as reportWordsIn } from '#ui/screens/patterns/report-words.ts';
import { report as spanish } from '#ui/words/es/report.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import { readPdf } from '../export/pages.ts';
import { readCsv } from '../export/read-csv.ts';
import { district, quickRow } from '../../support/pattern-district.ts';
import { facts, today } from '../../support/pattern-record.ts';
import { files } from '#ui/words/en/files.ts';

const reportWords = reportWordsIn('en');

function lookOf(meetings: number, kind: TableKind, filter: Partial<Filter> = {}, seed = 3): ExportedLook {
  const rows = district({ seed, meetings, leaders: 2, planted: [{ rule: 'family-voice-missing' }, { rule: 'data-decision-gap', school: 'School 2' }] })
    .map(quickRow).map((row, at) => ({ ...row, code: `ZQ-${String(at)}`, school: row.school.replace('School', 'Alder'), team: row.team.replace('CM', 'Crew') }));
  const chosen = { ...noFilter, ...filter };
  return exportedLook({ look: lookAt(patternSetOf(rows, [facts]), chosen, today), filter: chosen, kind, today, roles: reportWords.roles });
}
const textOf = (look: ExportedLook): string => textsOf(pageOfPatterns(look, reportWords)).join('\n').replaceAll('\u00a0', ' ');
const readMe = { title: 'Patterns', lines: ['For coaching.'], words: files.tables };

describe('a report of patterns', () => {
  it('says what was chosen, of how many, and what it is for', () => {
    const text = textOf(lookOf(40, 'de-identified', { from: '2026-01-12', types: ['annual'] }));
    expect(text).toMatch(/Meetings from January 2026 to November 2026 in all schools, by all teams, of annual review, with any condition\. \d+ finished meetings\./);
    expect(text).toContain('not for staff evaluation');
    expect(text).toContain('Counts of fewer than 10 are left out');
  });

  it('tells no code, day, school or team unless it is identified', () => {
    const look = lookOf(40, 'de-identified', { schools: ['Alder 1'] });
    const whole = `${textOf(lookOf(40, 'de-identified'))}${textOf(look)}${JSON.stringify(tablesOfLook(look))}${JSON.stringify(look)}`;
    expect(whole).not.toMatch(/ZQ-|Alder|Crew|\d{4}-\d{2}-\d{2}/);
    expect(textOf(look)).toContain('in School 1,');
    const named = textOf(lookOf(40, 'identified'));
    expect(named).toContain('Alder 1');
    expect(named).not.toMatch(/ZQ-|\d{4}-\d{2}-\d{2}/);
  });

  it('has marks, counts and coaching of what repeats', () => {
    const text = textOf(lookOf(40, 'identified'));
    expect(text).toMatch(/What repeats\n.*family/i);
    expect(text).toMatch(/In \d+ of 10 meetings, likely/);
    expect(text).toContain('Suggested coaching: ');
    expect(textOf(lookOf(40, 'de-identified'))).toMatch(/In half or more of 10 meetings/);
  });

  it('of fewer than ten meetings tells nothing but that', () => {
    const look = lookOf(9, 'de-identified');
    const text = textOf(look);
    expect(text).toContain('Fewer than 10 finished meetings.');
    expect(text).not.toMatch(/What repeats|Item by item|\b9\b/);
    expect(tablesOfLook(look).every(({ rows }) => rows.length === 0)).toBe(true);
  });

  it('never has a count from one to nine when it is de-identified', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1_000 }), (meetings, seed) => {
      const small = tablesOfLook(lookOf(meetings, 'de-identified', {}, seed)).flatMap(({ columns, rows }) =>
        rows.flatMap((row) => row.filter((cell, at) => columns[at]?.type === 'count' && !/percent/.test(columns[at].name) && typeof cell === 'number' && cell > 0 && cell < 10)));
      expect(small).toEqual([]);
    }), { numRuns: 12 });
  });

  it('leaves out a whole that would tell a small part', () => {
    expect(partsTold([12, 3, 40])).toEqual([null, null, null]);
    expect(partsTold([12, 0, 40])).toEqual([12, 0, 40]);
  });
});

describe('its files', () => {
  it('are a PDF that poppler reads in order', async () => {
    const look = lookOf(60, 'de-identified');
    const { facts: about, raw } = await readPdf(pageOfPatterns(look, reportWords));
    expect(about).toMatch(/Title:\s+Patterns across meetings\n/);
    expect(about).toMatch(/Tagged:\s+yes/);
    const places = ['What repeats', 'Phase by meeting', 'Where the thread breaks first', 'Item by item'].map((words) => raw.indexOf(words));
    expect(places.every((at) => at > 0), raw).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('are a PDF in Spanish, with no sentence of the English one', async () => {
    await spoken.fetch('es');
    const words = reportWordsIn('es');
    for (const kind of ['identified', 'de-identified'] as const) {
      const look = lookOf(60, kind);
      const english = new Set(textsOf(pageOfPatterns(look, reportWords)));
      const labels = new Set([...Object.values(look.labels), ...look.heat.phases.map(({ title }) => title), ...look.heat.phases.map(({ shortTitle }) => shortTitle), ...look.months.lines.map(({ title }) => title), 'Quiet Checkpoint']);
      const shared = textsOf(pageOfPatterns(look, words)).filter((text) => /\p{L}{3}/u.test(text) && english.has(text) && !labels.has(text) && !text.split('; ').every((part) => labels.has(part)));
      // What is left has no words of the app: names, and figures with their signs.
      expect(shared.filter((text) => !/^(?:(?:Alder|School|Team|Crew) .*|[A-Z]\w* \d+(?:, .*)?)$/u.test(text))).toEqual([]);
    }
    const { facts: about, raw } = await readPdf(pageOfPatterns(lookOf(60, 'de-identified'), words));
    expect(about).toMatch(/Title:\s+Patrones entre reuniones\n/);
    expect(raw).toContain(spanish.sections.repeats);
  });

  it('are tables with the same rows as CSV and as a workbook', async () => {
    const tables = tablesOfLook(lookOf(60, 'identified'));
    const files = unzipSync(await writeCsv(tables, readMe));
    const book = XLSX.read(await writeBook(tables, readMe), { type: 'array' });
    for (const { name, columns, rows } of tables) {
      const csv = readCsv(strFromU8(files[`${name}.csv`] ?? new Uint8Array(), false));
      const sheet = book.Sheets[name];
      expect(csv[0]).toEqual(columns.map((column) => column.name));
      expect(csv.length - 1).toBe(rows.length);
      expect(sheet && XLSX.utils.sheet_to_json(sheet, { header: 1 })).toHaveLength(rows.length + 1);
    }
    expect(strFromU8(files['read-me.txt'] ?? new Uint8Array())).toContain('For coaching.');
  });
});
