/** A next step that a later meeting took over is not open in what leaves of the earlier one. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Edit, ValueOf } from '#domain/entry.ts';
import { entryIdOf, type MeetingId } from '#domain/ids.ts';
import { conditionsOf } from '#domain/meeting/plan.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import { defaultSummaryOptions, summaryOf } from '#domain/record/summary.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import { stepsOf } from '#app/export/prepare-steps.ts';
import { write as writeDocx } from '#export/page-docx/write.ts';
import { countingId, tenOClock } from '#tests/support/fake-app.ts';
import { page as pageWords } from '#ui/words/en/page.ts';
import { summaryText } from '#ui/screens/summary/summary-text.ts';
import { pageOfRecord, readPdf } from './pages.ts';
import { basics, recordOfEdits, roadmap } from './records.ts';

const step = (id: string, patch: Partial<ValueOf<'follow-up'>>): Edit => ({
  kind: 'follow-up', entry: entryIdOf('follow-up', id),
  value: { what: `Step ${id}`, owner: 'case manager', dueOn: '2026-12-04', doneOn: null, source: { from: 'self', id: '' }, order: 1, ...patch },
});
const elsewhere = { meeting: countingId(77) as MeetingId, entry: entryIdOf('follow-up', 'two') };
const record = recordOfEdits([
  basics(), step('one', { dueOn: '2026-12-03' }), step('two', { carriedTo: elsewhere }), step('three', { carriedTo: elsewhere, doneOn: '2026-11-20' }),
]);

function textOfSummary(): string {
  const meeting = meetingOfRecord(record);
  const source = { roadmap, phases: askedPhases(roadmap, conditionsOf(meeting)), nowMs: tenOClock };
  return summaryText(summaryOf(meeting, source, { ...defaultSummaryOptions, identified: true }), pageWords);
}
const bare = (text: string): string => text.replaceAll(/\s+/gu, ' ');

describe('a next step that was carried over', () => {
  it.each([
    ['the PDF', async () => (await readPdf(pageOfRecord(record, true))).raw],
    ['the Word file', async () => strFromU8(unzipSync(await writeDocx(pageOfRecord(record, true), { paper: 'letter' }))['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/gu, ' ')],
    ['the text', () => Promise.resolve(textOfSummary())],
  ])('is said to be so in %s, without its day', async (_, read) => {
    const text = bare(await read());
    expect(text).toMatch(/Step one\W+case manager\W+\w+, December 3/iu);
    expect(text).toMatch(/Step two\W+case manager\W+carried over/iu);
    expect(text).toMatch(/Step three\W+case manager\W+done/iu);
    expect(text).not.toContain('December 4');
  });

  it('leaves with the later meeting, not in this calendar', () => {
    expect(stepsOf(record, { identified: true, names: true }).map(({ what }) => what)).toEqual(['Step one', 'Step three']);
  });
});
