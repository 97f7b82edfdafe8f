import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { defaultSummaryOptions, summaryOf, type Summary, type SummaryOptions } from '#domain/record/summary.ts';
import SummaryPage from '#ui/screens/summary/SummaryPage.svelte';
import { page as words } from '#ui/words/en/page.ts';
import { openSample, secret } from './open-sample.ts';

async function sampleSummary(options: Partial<SummaryOptions> = {}): Promise<Summary> {
  const { meeting } = await openSample();
  const { entries, roadmap, phases } = meeting;
  return summaryOf(entries, { roadmap, phases, nowMs: meeting.nowMs() }, { ...defaultSummaryOptions, ...options });
}
/** Dates are kept together by spaces that do not break. */
const spaced = (words: string): string => words.replaceAll('\u00a0', ' ');
const titles = (): string[] => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

describe('the summary page', () => {
  it('says what and when, then what stood out, in the order of the design', async () => {
    render(SummaryPage, { summary: await sampleSummary({ identified: true }), words });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Annual review, SAMPLE');
    expect(titles()).toEqual([
      'Strengths', 'Growth areas', 'What was seen', 'By kind', 'Does one thing follow from the other?', 'Who spoke', 'Next steps',
    ]);
    expect(screen.getByText(/November\s12, 2026/)).toBeTruthy();
    expect(screen.getByText('For coaching and system support; not for staff evaluation. Counts are not a score.')).toBeTruthy();
  });

  it('is marked as a sample', async () => {
    render(SummaryPage, { summary: await sampleSummary(), words });
    expect(screen.getByText('Sample, not a real meeting')).toBeTruthy();
  });

  it('names neither code nor day nor team unless asked', async () => {
    const summary = await sampleSummary();
    render(SummaryPage, { summary, words });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Annual review');
    const page = spaced(screen.getByRole('article').textContent);
    expect(page).toContain('November 2026');
    for (const told of ['November 12', 'Grade', /\bSAMPLE\b/]) expect(page).not.toMatch(told);
  });

  it('never has a device-only note', async () => {
    for (const identified of [true, false]) {
      const { unmount } = render(SummaryPage, { summary: await sampleSummary({ identified }), words });
      expect(screen.getByRole('article').textContent).not.toContain(secret);
      unmount();
    }
  });

  it('tells marks, thread and shares also to those who do not see', async () => {
    const summary = await sampleSummary();
    render(SummaryPage, { summary, words });
    const rows = within(screen.getAllByRole('table')[0] as HTMLElement).getAllByRole('img');
    expect(rows).toHaveLength(summary.seen.length);
    expect(rows[0]?.getAttribute('aria-label')).toMatch(/\d yes/);
    expect(screen.getByRole('img', { name: /^Alignment thread\. G1:/ })).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: 'Family, interpreted' })).toBeTruthy();
  });

  it('leaves a section out whole', async () => {
    const sections = { ...defaultSummaryOptions.sections, thread: false, voice: false, nextSteps: false, growth: false };
    render(SummaryPage, { summary: await sampleSummary({ sections }), words });
    expect(titles()).toEqual(['Strengths', 'What was seen', 'By kind']);
  });

  it('gives counts, and no percentage of quality', async () => {
    render(SummaryPage, { summary: await sampleSummary({ sections: { ...defaultSummaryOptions.sections, voice: false } }), words });
    expect(screen.getByRole('article').textContent).not.toContain('%');
    expect(screen.getByRole('article').textContent).toMatch(/\d of \d/);
  });
});

describe('the words of the page', () => {
  const held = { onDate: '2026-11-12', month: '2026-11', startedAtMs: new Date(2026, 10, 12, 10).getTime(), endedAtMs: new Date(2026, 10, 12, 11, 4).getTime(), minutes: 64 };
  it('say when it was held, as far as the form allows', () => {
    expect(spaced(words.heldOn(held))).toBe('November 12, 2026, 10:00 to 11:04');
    expect(spaced(words.heldOn({ ...held, endedAtMs: null }))).toBe('November 12, 2026, 10:00');
    expect(spaced(words.heldOn({ ...held, startedAtMs: null }))).toBe('November 12, 2026');
    expect(spaced(words.heldOn({ ...held, onDate: null }))).toBe('November 2026, 64 minutes');
    expect(spaced(words.heldOn({ ...held, onDate: null, month: null }))).toBe('No date yet');
  });

  it('say who was there', () => {
    expect(words.team({ team: 'Grade 3', attendeesCount: 8, interpreter: true, language: 'Spanish' })).toBe('Grade 3, eight people, Spanish interpreter');
    expect(words.team({ team: null, attendeesCount: 1, interpreter: true, language: '' })).toBe('One person, with interpreter');
    expect(words.team({ team: null, attendeesCount: 14, interpreter: false, language: '' })).toBe('14 people');
  });

  it('say what marks and thread show', () => {
    expect(words.marks(['yes', null, 'yes', 'no', 'na'])).toBe('2 yes, 1 not yet, 1 not applicable, 1 not looked at');
    const beads = { data: 'yes', impact: 'no', goal: 'partly', service: 'yes', placement: null } as const;
    expect(words.threadLabel([{ row: 'g3', words: '', firstBroken: 'impact', beads }])).toBe('Alignment thread. G3: not yet at impact, partly at goal, not reached at placement.');
    expect(spaced(words.dueOn('2026-11-16'))).toBe('Monday, November 16');
    expect(spaced(words.dueOn('2026-11'))).toBe('November 2026');
  });
});
