import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Agenda from '#ui/screens/home/Agenda.svelte';
import Blank from '#ui/screens/home/Blank.svelte';
import FollowUps from '#ui/screens/home/FollowUps.svelte';
import { homeFollowUps } from '#ui/screens/home/home-follow-ups.ts';
import { homeLists } from '#ui/screens/home/home-lists.ts';
import Search from '#ui/screens/home/Search.svelte';
import { followUp, listed } from './listed.ts';

const today = '2026-11-12';

describe('the agenda', () => {
  it('begins a prepared meeting, prepares an open one, goes on with a running one', () => {
    const meetings = [
      listed({ code: 'R-14', onDate: today, startsAt: '10:00' }),
      listed({ code: 'K-07', onDate: today, startsAt: '13:30', openBefore: ['notice-sent-early'] }),
      listed({ code: 'C-18', state: 'running', onDate: today }),
    ];
    render(Agenda, { lists: homeLists(meetings, today), today });
    const rows = within(screen.getByRole('region', { name: 'Today' })).getAllByRole('listitem');
    expect(within(rows[0] as HTMLElement).getByRole('link', { name: 'Go on with C-18' })).toBeTruthy();
    expect(within(rows[1] as HTMLElement).getByRole('link', { name: 'Begin R-14' }).getAttribute('href')).toMatch(/\/run$/);
    expect(within(rows[2] as HTMLElement).getByRole('link', { name: 'Prepare K-07' }).getAttribute('href')).toMatch(/\/before$/);
  });

  it('says Sample in words', () => {
    render(Agenda, { lists: homeLists([listed({ code: 'SAMPLE', sample: true, onDate: today })], today), today });
    expect(screen.getByRole('link', { name: /SAMPLE Annual review\sSample/ })).toBeTruthy();
  });

  it('shows finished meetings with a way to their summary', () => {
    render(Agenda, { lists: homeLists([listed({ code: 'F-03', state: 'finished', startedAtMs: new Date(2026, 10, 9, 9).getTime() })], today), today });
    const finished = screen.getByRole('region', { name: 'Finished' });
    expect(within(finished).getByText('Monday')).toBeTruthy();
    expect(within(finished).getByRole('link', { name: 'Open F-03' }).getAttribute('href')).toMatch(/\/summary$/);
  });
});

describe('follow-ups', () => {
  const followUps = homeFollowUps(homeLists([listed({ code: 'C-18', state: 'held', followUps: [followUp('Translated draft to the family', '2026-11-09'), followUp('Book interpreters', '2026-11-13')] })], today));

  it('name what, whose and when; what was due comes from a meeting', () => {
    render(FollowUps, { followUps, today, ontick: vi.fn() });
    expect(screen.getByRole('checkbox', { name: /Translated draft to the family.*C-18, was due Monday/s })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /Book interpreters.*Principal, tomorrow/s })).toBeTruthy();
  });

  it('stay in their place when ticked, and can be taken back', async () => {
    const ontick = vi.fn();
    render(FollowUps, { followUps, today, ontick });
    await userEvent.click(screen.getByRole('checkbox', { name: /Translated/ }));
    expect(ontick).toHaveBeenLastCalledWith(expect.objectContaining({ what: 'Translated draft to the family' }), true);
    const [first] = screen.getAllByRole<HTMLInputElement>('checkbox');
    expect(first?.checked).toBe(true);
    expect(screen.getByText('Done today')).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: /Translated/ }));
    expect(ontick).toHaveBeenLastCalledWith(expect.anything(), false);
  });
});

describe('search', () => {
  const meetings = [listed({ code: 'R-14', words: 'interpreter waited fluency' }), listed({ code: 'K-07', team: 'Lincoln' })];

  it('finds by code, team and note words, in place', async () => {
    render(Search, { meetings, today, onclose: vi.fn() });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Words to look for' }), 'fluency');
    expect(screen.getByRole('link', { name: /R-14/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /K-07/ })).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('1\u00a0meeting found');
  });

  it('says so when nothing holds the words', async () => {
    render(Search, { meetings, today, onclose: vi.fn() });
    await userEvent.type(screen.getByRole('searchbox'), 'fluancy');
    expect(screen.getByRole('status').textContent).toBe('No code, team, date or note holds “fluancy.”');
  });
});

describe('a tablet without meetings', () => {
  it('offers to plan one, to bring one in, or to look at a sample', async () => {
    const onsample = vi.fn();
    render(Blank, { onsample });
    expect(screen.getByRole('link', { name: 'Plan a meeting' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Look at a sample meeting first' }));
    expect(onsample).toHaveBeenCalledOnce();
  });
});
