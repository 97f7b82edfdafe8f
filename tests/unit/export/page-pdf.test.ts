/** The PDF, as poppler reads it. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { coverage } from '#export/page-pdf/coverage.ts';
import { setText } from '#export/page-pdf/settable.ts';
import { textsOf } from '#export/page-texts.ts';
import { anyJournal } from '#tests/support/arbitrary-meeting.ts';
import { fontFiles } from '#tests/support/font-files.ts';
import { everyBlock, longRecord, pageOfRecord, pageSaying, point, readPdf, writePdf } from './pages.ts';
import { basics, note, recordOfEdits, recordOfJournal, sampleRecord } from './records.ts';

/** Without blanks and marks above letters, which readers of PDF place as they like. */
const bare = (text: string): string => text.normalize('NFKD').replaceAll(/[\s\p{M}\p{Cf}]/gu, '');

describe('the sample summary as a PDF', () => {
  it.each([['letter', '612 x 792'], ['a4', '595.28 x 841.89']] as const)('is one tagged page of %s with title and embedded fonts', async (paper, size) => {
    const { facts, fonts, pages } = await readPdf(pageOfRecord(sampleRecord()), paper);
    expect(facts).toMatch(/Title:\s+Observation summary\n/);
    expect(facts).toMatch(/Tagged:\s+yes/);
    expect(facts).toMatch(/Pages:\s+1\n/);
    expect(facts).toContain(`Page size:       ${size} pts`);
    // Not the day on which it was written.
    expect(facts).toMatch(/CreationDate:.*1980/);
    const rows = fonts.split('\n').slice(2).filter(Boolean);
    expect(rows).toHaveLength(4);
    expect(rows.every((row) => /(AtkinsonHyperlegibleNext-(Regular|SemiBold)|SourceSerif4-(Medium|Italic)).*\syes yes yes\s/.test(row)), fonts).toBe(true);
    expect(pages[0]).toContain('Sample, not a real meeting');
  });

  it('says its language, and shows its title instead of a file name', async () => {
    const bytes = new TextDecoder('latin1').decode(await writePdf(pageOfRecord(sampleRecord()), { paper: 'letter' }));
    expect(bytes).toContain('/Lang (en-US)');
    expect(bytes).toContain('/DisplayDocTitle true');
    expect(bytes).not.toMatch(/\/(?:JavaScript|OpenAction|EmbeddedFiles|URI)\b/);
  });

  it('is read in order, with headings, lists and tables', async () => {
    const { structure } = await readPdf(pageOfRecord(sampleRecord()));
    const order = ['H1', '"Annual review', '"Strengths"', '"Growth areas"', 'BlockQuote', '"What was seen"', 'Table', '"By kind"', '"Who spoke"', '"Next steps"', 'For coaching'];
    const places = order.map((words) => structure.indexOf(words));
    expect(places.every((at) => at >= 0), structure).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(structure.match(/\bH2\b/g)?.length).toBe(7);
  });

  it('has every text of the page, and no code when nobody is to be told from it', async () => {
    const page = pageOfRecord(sampleRecord());
    const text = bare((await readPdf(page)).raw);
    for (const words of textsOf(page)) expect(text).toContain(bare(words));
    expect(text).not.toContain('SAMPLE');
    expect(bare((await readPdf(pageOfRecord(sampleRecord(), true))).raw)).toContain('SAMPLE');
  });

  it('is the same bytes at any time', async () => {
    const page = pageOfRecord(sampleRecord());
    expect(await writePdf(page, { paper: 'letter' })).toEqual(await writePdf(page, { paper: 'letter' }));
  });
});

describe('a long summary', () => {
  it('begins its second page with what was seen, and numbers its pages', async () => {
    const { pages } = await readPdf(pageOfRecord(longRecord()));
    expect(pages).toHaveLength(2);
    expect(pages[1]?.trim()).toMatch(/^What was seen/);
    expect(pages.map((text, at) => text.includes(`Page ${String(at + 1)} of 2`))).toEqual([true, true]);
    expect(pages.every((text) => text.includes('not for staff evaluation'))).toBe(true);
  });

  it('leaves no heading and no single line alone, however long it is', async () => {
    for (let count = 20; count < 60; count += 8) {
      const { pages } = await readPdf(pageOfRecord(longRecord(count)));
      for (const text of pages) {
        const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
        expect(lines.at(-2)).not.toMatch(/^(?:What was seen|Strengths|By kind|Next steps)$/);
        expect(lines[0]).not.toMatch(/^(?:of them could|could see it)/);
      }
    }
  });

  it('goes on where one note is longer than a page', async () => {
    const words = Array.from({ length: 1600 }, (_, at) => `word${String(at)}`).join(' ');
    const { raw, pages } = await readPdf(pageOfRecord(recordOfEdits([basics(), point(words, 1), point('x'.repeat(3000), 2)])));
    expect(pages.length).toBeGreaterThan(2);
    for (const word of words.split(' ')) expect(raw).toContain(word);
    expect(bare(raw).match(/x/g)?.length).toBeGreaterThanOrEqual(3000);
  });
});

describe('letters of all scripts', () => {
  it.each([
    ['Él leyó «¿por qué?» en español, niño.', 'Él leyó «¿por qué?» en español, niño.'],
    ['Zażółć gęślą jaźń, Dvořák', 'Zażółć gęślą jaźń, Dvořák'],
    ['Gia đình nói tiếng Việt, bữa ăn tối', 'Gia đình nói tiếng Việt, bữa ăn tối'],
    ['Мама читает; Ελληνικά', 'Мама читает; Ελληνικά'],
    ['e\u0301cole', 'école'],
    ['她说：我们一起读', '[8 Chinese characters]'],
    ['The mother said عائلة سعيدة twice', 'The mother said [10 Arabic characters] twice'],
    ['👩‍👧 smiled 🎉🎉', '[picture] smiled [2 pictures]'],
    ['家庭の言葉', '[5 Japanese characters]'],
    ['soft\u00adhyphen, zero\u200bwidth', 'softhyphen, zerowidth'],
  ])('%s', async (written, set) => {
    const { raw } = await readPdf(pageSaying(written));
    expect(raw.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')).toContain(set);
  });

  it('are known of the fonts without loading them', () => {
    const { sans, strong, serif, italic } = fontFiles();
    const signs = (bytes: Uint8Array): number[] => create(bytes).characterSet.filter((sign) => sign < 0xffff).toSorted((a, b) => a - b);
    for (const bytes of [sans, strong]) expect(signs(bytes)).toEqual([...coverage.sans]);
    expect(signs(serif)).toEqual([...coverage.serif]);
    expect(signs(italic)).toEqual([...coverage.italic]);
  });

  it('come with their licences', () => {
    expect(readFileSync('src/export/page-pdf/fonts/LICENSES.txt', 'utf8')).toMatch(/Atkinson[^]*Source Serif[^]*Open Font License/);
  });
});

it('sets every kind of block, over as many pages as it takes', async () => {
  const page = everyBlock();
  const { raw, pages, structure } = await readPdf(page);
  expect(pages).toHaveLength(3);
  expect(pages.map((text) => /Meeting +Seen +Of/.test(text))).toEqual([true, true, true]);
  const text = bare(raw);
  for (const words of textsOf(page)) expect(text).toContain(bare(words));
  expect(structure.match(/"Seen"/g)).toHaveLength(1);
  expect(structure).toMatch(/H3[^]*"Against what others found"/);
  expect(structure).toMatch(/TH[^]*\/Scope \/Column[^]*"Meeting"/);
});

it('leaves out notes that stay on the tablet', async () => {
  const record = recordOfEdits([basics(), note('Only for me', 'device-only'), note('We read together', 'family', 'n2')]);
  const { raw } = await readPdf(pageOfRecord(record, true));
  expect(raw).toContain('We read together');
  expect(raw).not.toContain('Only for me');
});

it('writes any meeting, with every text on it', async () => {
  await fc.assert(fc.asyncProperty(anyJournal, fc.boolean(), async (journal, identified) => {
    const page = pageOfRecord(recordOfJournal(journal), identified);
    const text = bare((await readPdf(page, identified ? 'a4' : 'letter')).raw);
    for (const words of textsOf(page)) {
      for (const word of setText(words, page.missing).split(/[\s\u00a0]+/u)) expect(text).toContain(bare(word));
    }
  }), { numRuns: 12 });
});
