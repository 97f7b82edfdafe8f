/** The summary page in Spanish, as PDF, Word document and text. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { write as writeDocx } from '#export/page-docx/write.ts';
import { missingGlyphs } from '#export/page-glyphs.ts';
import { textsOf } from '#export/page-texts.ts';
import type { PageWords } from '#export/page-of-summary.ts';
import type { Page } from '#export/page.ts';
import { page as english } from '#ui/words/en/page.ts';
import { page as spanish } from '#ui/words/es/page.ts';
import { languageIn } from '#ui/words/languages-named.ts';
import { pageOfRecord, readPdf, writePdf } from './pages.ts';
import { sampleRecord } from './records.ts';

const bare = (text: string): string => text.normalize('NFKD').replaceAll(/[\s\p{M}\p{Cf}]/gu, '');
const spanishPage = (identified = true): Page =>
  pageOfRecord(sampleRecord(), identified, { ...spanish, written: { line: spanish.writtenLine, language: 'en-US' } });

describe('the sample summary in Spanish', () => {
  it.each(['letter', 'a4'] as const)('is one page of %s with every text on it', async (paper) => {
    const page = spanishPage();
    const { facts, raw } = await readPdf(page, paper);
    expect(facts).toMatch(/Title:\s+Resumen de la observación\n/);
    expect(facts).toMatch(/Pages:\s+1\n/);
    for (const words of textsOf(page)) expect(bare(raw)).toContain(bare(words));
    expect(missingGlyphs(page)).toBeNull();
  });

  it.each([['English', english], ['Spanish', spanish]] as const)('is one page of letter once it is finished too, where its last line is longer (%s)', async (_, words) => {
    const finished: PageWords = { ...words, footer: (summary) => words.footer({ ...summary, revision: 1 }) };
    expect((await readPdf(pageOfRecord(sampleRecord(), true, finished), 'letter')).facts).toMatch(/Pages:\s+1\n/);
  });

  it('is tagged as Spanish in both kinds of file', async () => {
    expect(new TextDecoder('latin1').decode(await writePdf(spanishPage(), { paper: 'letter' }))).toContain('/Lang (es-US)');
    const files = unzipSync(await writeDocx(spanishPage(), { paper: 'letter' }));
    const xml = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    expect(xml('word/styles.xml')).toContain('w:lang w:val="es-US"');
    expect(xml('docProps/core.xml')).toContain('<dc:language>es-US</dc:language>');
    for (const words of ['Lo que se vio', 'Próximos pasos', spanish.writtenLine, 'Observó']) expect(xml('word/document.xml')).toContain(words);
    expect(xml('word/footer1.xml')).toContain(spanish.purposeLine);
  });

  it('has no word of the English page but what was written', () => {
    const told = new Set(textsOf(spanishPage(false)));
    for (const words of Object.values({ ...english.labels, ...english.sections, purpose: english.purposeLine, sample: english.sample, name: english.name })) expect(told.has(words), words).toBe(false);
    const all = [...told].join('\n');
    expect(all).toContain(spanish.writtenLine);
    expect(all).toMatch(/^Noviembre de 2026, 62\sminutos$/mu);
  });
});

it('tells the language of an interpreter in the language of the page', () => {
  const team = { team: 'Grade 3', attendeesCount: 8, interpreter: true, language: 'Spanish' };
  expect(spanish.team(team)).toBe('Grade 3, ocho personas, intérprete de español');
  expect(english.team({ ...team, language: 'español' })).toBe('Grade 3, eight people, Spanish interpreter');
  expect(languageIn('somali', 'en', 'es')).toBe('somalí');
  expect(languageIn('the family’s own', 'en', 'es')).toBe('the family’s own');
});
