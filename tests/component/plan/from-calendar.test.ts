import { readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import FromCalendar from '#ui/screens/plan/FromCalendar.svelte';
import { calendarWords } from '#ui/words/calendar-words.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import WithApp from './WithApp.svelte';

const calendar = (name: string): File => new File([readFileSync(`tests/fixtures/calendars/${name}`)], name, { type: 'text/calendar' });

async function chosen(file: File, fake: FakeApp = fakeApp()) {
  const user = userEvent.setup();
  render(WithApp, { app: fake.app, screen: FromCalendar, meeting: undefined as never });
  await user.upload(screen.getByLabelText('Calendar file'), file);
  return { ...fake, user };
}

describe('planning from a calendar', () => {
  it('lists what looks like a meeting, ticked; the rest on demand; and plans what is ticked', async () => {
    const { store, user } = await chosen(calendar('as-outlook.ics'));
    const list = await screen.findByRole('list', { name: 'Events' });
    expect(within(list).getAllByRole('checkbox').map((box) => box instanceof HTMLInputElement && box.checked)).toEqual([true, true]);
    expect(within(list).getByRole('checkbox', { name: /Nov.16, 11:00.am.*Annual IEP R-14.*Annual review, R-14, Room 112, 60.min/ })).toBeTruthy();
    expect(within(list).getByText(/Reevaluation, 45 min\. Looks like a name; it stays out\./)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'All (6)' }));
    expect(within(list).getAllByRole('checkbox')).toHaveLength(6);
    expect(within(list).getByText(/Tue, Oct 27, 12:00 pm, past/)).toBeTruthy();
    await user.click(within(list).getByRole('checkbox', { name: /Lopez/ }));
    expect(store.listed.size).toBe(0);
    await user.click(screen.getByRole('button', { name: /^Plan 1.meeting$/ }));
    expect(await screen.findByText(/1 meeting is planned\./)).toBeTruthy();
    expect([...store.listed.values()].map(({ digest }) => digest.code)).toEqual(['R-14']);
  });

  it('offers what is planned already as such, without a box', async () => {
    const { user } = await chosen(calendar('as-google.ics'));
    await user.click(await screen.findByRole('button', { name: /^Plan 3.meetings$/ }));
    await screen.findByText(/3 meetings are planned/);
    await user.upload(screen.getByLabelText('Calendar file'), calendar('as-google.ics'));
    const list = await screen.findByRole('list', { name: 'Events' });
    expect(within(list).getAllByText('Planned already')).toHaveLength(3);
    expect(within(list).getAllByRole('checkbox')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Plan meetings' }));
    expect(screen.getByText('Nothing is chosen yet. Tick the events that become meetings.')).toBeTruthy();
  });

  it('says what is in the way, what is safe and what to do', async () => {
    const { store } = await chosen(new File(['no calendar'], 'x.ics'));
    expect(await screen.findByText(/This file is not a whole calendar\. Nothing was planned.*choose that\./)).toBeTruthy();
    expect(store.listed.size).toBe(0);
  });

  it.each([
    { type: 'EmptyFile' }, { type: 'TooLarge', limitBytes: 5_000_000, bytes: 6_000_001 }, { type: 'FileUnreadable' }, { type: 'NotText' }, { type: 'NotACalendar' },
    { type: 'TooManyEvents', limit: 5_000 }, { type: 'TooManyRepeats' }, { type: 'StorageFull', usedBytes: 1, quotaBytes: 1 }, { type: 'ConnectionLost' }, { type: 'WriteRefused', name: 'x' },
  ] as const)('has whole and calm words for $type', (obstacle) => {
    for (const sentence of Object.values(calendarWords.obstacle(obstacle))) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/fail|wrong|invalid|violation|alert|error|please|!|undefined|NaN/i);
    }
  });
});
