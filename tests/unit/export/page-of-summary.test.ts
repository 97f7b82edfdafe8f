/** What stands on the page of a summary, and what a PDF of it could not set. */
import { describe, expect, it } from 'vitest';
import { missingGlyphs } from '#export/page-glyphs.ts';
import { graphemesOf } from '#export/page-pdf/graphemes.ts';
import { textsOf } from '#export/page-texts.ts';
import { pageOfRecord, pageSaying, point } from './pages.ts';
import { basics, note, recordOfEdits, sampleRecord } from './records.ts';

describe('the page of a summary', () => {
  it('has its sections in the order of the design, the second half together', () => {
    const { blocks } = pageOfRecord(sampleRecord());
    expect(blocks.map((block) => (block.is === 'paragraph' ? block.tone : block.is))).toEqual(['facts', 'lead', 'columns', 'quote', 'part']);
    const part = blocks.at(-1);
    expect(part?.is === 'part' && part.blocks.map(({ is }) => is)).toEqual(['columns', 'heading', 'table']);
  });

  it('leaves out what is empty, and gives a side alone the whole width', () => {
    const { blocks } = pageOfRecord(recordOfEdits([basics(), point('They waited.', 1)]));
    expect(blocks.map(({ is }) => is)).toEqual(['facts', 'heading', 'list', 'part']);
  });

  it('names nobody unless asked to', () => {
    const record = recordOfEdits([basics(), point('R-14 read aloud.', 1)]);
    expect(textsOf(pageOfRecord(record)).join(' ')).not.toMatch(/R-14|Grade 3|Mesa|November 12/);
    expect(textsOf(pageOfRecord(record, true)).join(' ')).toMatch(/Annual review, R-14.*November\s12/);
    expect(pageOfRecord(record, true).name).toBe('Observation summary');
  });

  it('says what it is for, and that a sample is one', () => {
    expect(pageOfRecord(sampleRecord()).sampleLine).toBe('Sample, not a real meeting');
    const page = pageOfRecord(recordOfEdits([basics()]));
    expect(page.sampleLine).toBeNull();
    expect(page.purposeLine).toContain('not for staff evaluation');
  });

  it('never has notes that stay on the tablet', () => {
    const record = recordOfEdits([basics(), note('Only for me', 'device-only'), note('We read', 'family', 'n2')]);
    expect(textsOf(pageOfRecord(record, true)).filter((text) => text.includes('Only for me'))).toEqual([]);
  });
});

describe('what the fonts of the PDF lack', () => {
  it('is nothing for the languages they were made for', () => {
    for (const text of ['“Él leyó” – ½ €5', 'tiếng Việt', 'Мама читает', 'Ελληνικά', 'Zażółć']) expect(missingGlyphs(pageSaying(text))).toBeNull();
  });

  it('is told with its scripts and where it stands', () => {
    expect(missingGlyphs(pageSaying('她说 and 👩‍👧'))).toEqual({ characters: ['她', '说', '👩‍👧'], scripts: ['chinese', 'emoji'], where: ['她说 and 👩‍👧'] });
    expect(missingGlyphs(pageSaying('عائلة'))?.scripts).toEqual(['arabic']);
    expect(missingGlyphs(pageSaying('家庭の言葉'))?.scripts).toEqual(['japanese']);
  });

  it('is counted as a reader counts characters', () => {
    const text = 'a\u0301b 👩‍👧👍🏽🇲🇽1️⃣ é 她 ไทย ✍️';
    expect(graphemesOf(text)).toEqual([...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment));
  });
});
