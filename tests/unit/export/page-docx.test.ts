/** The Word document, as mammoth reads it, and its parts. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { write } from '#export/page-docx/write.ts';
import { clean } from '#export/page-docx/text.ts';
import { textsOf } from '#export/page-texts.ts';
import type { Page, Paper } from '#export/page.ts';
import { anyJournal } from '#tests/support/arbitrary-meeting.ts';
import { everyBlock, pageOfRecord, pageSaying } from './pages.ts';
import { basics, note, recordOfEdits, recordOfJournal, sampleRecord } from './records.ts';

async function readDocx(page: Page, paper: Paper = 'letter') {
  const bytes = await write(page, { paper });
  const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const files = unzipSync(bytes);
  return { html, messages, files, xml: (name: string): string => strFromU8(files[name] ?? new Uint8Array()) };
}
const unescaped = (html: string): string =>
  html.replaceAll(/<(?:br|\/p|\/td|\/li)[^>]*>/g, ' ').replaceAll(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const bare = (text: string): string => text.replaceAll(/\s/gu, '');

describe('the sample summary as a Word document', () => {
  it('has real headings, lists and tables in reading order', async () => {
    const { html } = await readDocx(pageOfRecord(sampleRecord()));
    const parts = [...html.matchAll(/<(h[1-3]|ul|table)[^>]*>/g)].map(([, name]) => name);
    expect(parts).toEqual(['h1', 'h2', 'ul', 'h2', 'ul', 'h2', 'table', 'h2', 'h2', 'table', 'h2', 'table', 'h2', 'table']);
    const order = ['Observation summary', 'Sample, not a real meeting', '<h1>', 'Strengths', 'Growth areas', 'What was seen', 'By kind', 'Who spoke', 'Next steps'];
    const places = order.map((words) => html.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(html.match(/<thead>/g)).toHaveLength(4);
  });

  it('has every text of the page', async () => {
    const page = pageOfRecord(sampleRecord());
    const { html, xml } = await readDocx(page);
    const text = bare(unescaped(html)) + bare(unescaped(Object.keys(unzipSync(await write(page, { paper: 'a4' }))).filter((name) => name.includes('footer')).map(xml).join(' ')));
    for (const words of textsOf(page)) expect(text).toContain(bare(words));
  });

  it('says language, title and paper, and not the day on which it was made', async () => {
    const { xml } = await readDocx(pageOfRecord(sampleRecord()), 'a4');
    expect(xml('word/styles.xml')).toContain('w:lang w:val="en-US"');
    expect(xml('docProps/core.xml')).toContain('<dc:title>Observation summary</dc:title>');
    expect(xml('docProps/core.xml')).toContain('<dc:language>en-US</dc:language>');
    expect(xml('docProps/core.xml')).not.toMatch(/20[2-9]\d-/);
    expect(xml('word/document.xml')).toContain('w:pgSz w:w="11906" w:h="16838"');
    expect(xml('word/fontTable.xml')).toContain('<w:altName w:val="Georgia"/>');
    const footer = xml('word/footer1.xml');
    expect(footer).toContain('not for staff evaluation');
    expect(footer).toMatch(/PAGE<[^]*NUMPAGES</);
  });

  it('is the same bytes at any time', async () => {
    const page = pageOfRecord(sampleRecord());
    expect(await write(page, { paper: 'letter' })).toEqual(await write(page, { paper: 'letter' }));
  });
});

it('keeps letters of all scripts, and runs from the right where the text does', async () => {
  for (const text of ['Él leyó', 'عائلة سعيدة', '她说', '👩‍👧 smiled', 'a\u0301']) expect(unescaped((await readDocx(pageSaying(text))).html)).toContain(text.normalize('NFC'));
  expect((await readDocx(pageSaying('عائلة سعيدة'))).xml('word/document.xml')).toContain('<w:bidi/>');
  expect((await readDocx(pageSaying('The mother said عائلة'))).xml('word/document.xml')).not.toContain('<w:bidi/>');
});

it('sets every kind of block', async () => {
  const page = everyBlock();
  const { html, messages } = await readDocx(page);
  const text = bare(unescaped(html));
  for (const words of textsOf({ ...page, purposeLine: '', footer: '' })) expect(text).toContain(bare(words));
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
});

it('leaves out notes that stay on the tablet', async () => {
  const record = recordOfEdits([basics(), note('Only for me', 'device-only'), note('We read together', 'family', 'n2')]);
  const { html } = await readDocx(pageOfRecord(record, true));
  expect(html).toContain('We read together');
  expect(html).not.toContain('Only for me');
});

it('writes any meeting, with every text in it', async () => {
  await fc.assert(fc.asyncProperty(anyJournal, async (journal) => {
    const page = pageOfRecord(recordOfJournal(journal), true);
    const { html, xml } = await readDocx(page);
    const text = bare(unescaped(html) + unescaped(xml('word/footer1.xml')));
    for (const words of textsOf(page)) expect(text).toContain(bare(clean(words)));
  }), { numRuns: 12 });
});
