/** The files that are written of a summary say what its page on the screen says. */
import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { defaultSummaryOptions, summaryOf } from '#domain/record/summary.ts';
import { pageOfSummary } from '#export/page-of-summary.ts';
import { textsOf } from '#export/page-texts.ts';
import SummaryPage from '#ui/screens/summary/SummaryPage.svelte';
import { page as pageWords } from '#ui/words/en/page.ts';
import { fitted } from '#ui/screens/summary/thread-shapes.ts';
import { openSample } from './open-sample.ts';

const bare = (text: string): string => text.replaceAll(/\s/gu, '');

it.each([true, false])('has the same texts in the same order as the page (identified: %s)', async (identified) => {
  const { meeting } = await openSample();
  const source = { roadmap: meeting.roadmap, phases: meeting.phases, nowMs: meeting.nowMs() };
  const summary = summaryOf(meeting.entries, source, { ...defaultSummaryOptions, identified });
  const { container } = render(SummaryPage, { summary, words: pageWords });
  const shown = bare(container.textContent);
  const texts = textsOf(pageOfSummary(summary, pageWords));
  const inThread = new Set(summary.thread.map(({ words }) => words));
  let from = 0;
  for (const text of texts) {
    const at = shown.indexOf(bare(inThread.has(text) ? fitted(text) : text));
    expect(at, text).toBeGreaterThanOrEqual(0);
    // Numbers and counts occur more than once; long texts stand in order.
    if (text.length > 24) {
      expect(at, text).toBeGreaterThanOrEqual(from);
      from = at;
    }
  }
});
