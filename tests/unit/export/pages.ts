/** Pages to write, and what poppler reads of a PDF. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edit } from '#domain/entry.ts';
import { entryIdOf } from '#domain/ids.ts';
import { conditionsOf } from '#domain/meeting/plan.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { defaultSummaryOptions, summaryOf } from '#domain/record/summary.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import { pageOfSummary, type PageWords } from '#export/page-of-summary.ts';
import { writerWith } from '#export/page-pdf/write.ts';
import type { Page, Paper } from '#export/page.ts';
import { systemTool } from '#tests/support/chromium.ts';
import { fontFiles } from '#tests/support/font-files.ts';
import { tenOClock } from '#tests/support/fake-app.ts';
import { page as pageWords } from '#ui/words/en/page.ts';
import { basics, note, recordOfEdits, roadmap } from './records.ts';

/** The summary page of a record. */
export function pageOfRecord(record: MeetingRecord, identified = false, words: PageWords = pageWords): Page {
  const meeting = meetingOfRecord(record);
  const source = { roadmap, phases: askedPhases(roadmap, conditionsOf(meeting)), nowMs: tenOClock };
  return pageOfSummary(summaryOf(meeting, source, { ...defaultSummaryOptions, identified }), words);
}

export const writePdf = writerWith(fontFiles());

export const point = (text: string, at: number, section: 'strength' | 'growth' = 'strength'): Edit => ({
  kind: 'reflection', entry: entryIdOf('reflection', `r${String(at)}`), value: { section, text, source: { from: 'self', id: '' }, order: at },
});

/** A meeting whose summary takes more than one page. */
export const longRecord = (points = 14): MeetingRecord => recordOfEdits([
  basics(),
  ...Array.from({ length: points }, (_, at) => point(`Strength ${String(at)}: the team waited for the family, and wrote the answer down where all of them could see it.`, at)),
  ...Array.from({ length: 4 }, (_, at) => note(`The family said thing number ${String(at)}, and it was written down.`, 'family', `f${String(at)}`)),
]);

/** A page of one paragraph. */
export const pageSaying = (text: string): Page => ({ ...pageOfRecord(recordOfEdits([basics()])), blocks: [{ is: 'paragraph', tone: 'plain', text }] });

interface Read {
  /** What pdfinfo says. */
  readonly facts: string;
  readonly fonts: string;
  /** Text of each page as it is laid out. */
  readonly pages: readonly string[];
  /** Text in the order in which it is drawn. */
  readonly raw: string;
  /** The structure with its text. */
  readonly structure: string;
}

const tool = (name: string, ...args: string[]): string => execFileSync(systemTool(name, 'poppler-utils'), args, { encoding: 'utf8' });

/** The text of a PDF as poppler reads it. */
export function textOfPdf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'qc-pdf-'));
  const file = join(folder, 'page.pdf');
  try {
    writeFileSync(file, bytes);
    return tool('pdftotext', '-raw', file, '-');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the page and reads it with poppler. */
export async function readPdf(page: Page, paper: Paper = 'letter'): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'qc-pdf-'));
  const file = join(folder, 'page.pdf');
  try {
    writeFileSync(file, await writePdf(page, { paper }));
    return {
      facts: tool('pdfinfo', file), fonts: tool('pdffonts', file), raw: tool('pdftotext', '-raw', file, '-'), structure: tool('pdfinfo', '-struct-text', file),
      pages: tool('pdftotext', '-layout', file, '-').split('\f').slice(0, -1),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every kind of block, as a report has them. */
export const everyBlock = (): Page => ({
  ...pageSaying(''),
  title: 'Across meetings',
  blocks: [
    { is: 'heading', level: 2, text: 'What comes back' },
    { is: 'paragraph', tone: 'plain', text: 'In 7 of 9 meetings the impact was described in one sentence.' },
    { is: 'evidence', rows: [{ mark: 'partly', text: 'Impact in one sentence', count: '7 of 9' }, { mark: null, text: 'The family’s own words in the present levels, as they were said at the table and not as a form would have them', count: '2 of 9' }] },
    { is: 'heading', level: 3, text: 'Against what others found' },
    { is: 'bars', heads: ['Role', 'Bar', 'Share'], source: 'Line: Martin et al. 2006, 109 meetings.', rows: [{ label: 'Case manager', share: 0.41, figure: '41%', reference: 0.51 }, { label: 'Family', share: 0.2, figure: '20%', reference: 0.15 }] },
    { is: 'columns', left: [{ is: 'list', items: [{ number: null, text: 'Left side' }] }], right: [{ is: 'paragraph', tone: 'soft', text: 'Right side' }] },
    { is: 'table', heads: ['Meeting', 'Seen', 'Of'], headsShown: true, widths: [4, 1, 1], atEnd: [1, 2], rows: Array.from({ length: 60 }, (_, at) => [`Meeting number ${String(at)}`, String(at), '60']) },
    { is: 'facts', look: 'row', facts: [{ label: 'Quality', value: '3 of 4' }] },
  ],
});
