import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { setCapture } from '#domain/meeting/plan.ts';
import { speakingNow } from '#domain/meeting/voice.ts';
import { beatAt } from '#ui/screens/during/pulse.ts';
import { tenOClock } from '#tests/support/fake-app.ts';
import { sitDown } from './sitting.ts';

const strip = (): HTMLElement => screen.getByRole('complementary', { name: 'Who is speaking' });
const chip = (name: string): HTMLElement => within(strip()).getByRole('button', { name });

describe('turns', () => {
  it('go to the role that is tapped, and to nobody when it is tapped again', async () => {
    const { user, meeting, clock } = sitDown();
    await user.click(chip('Family'));
    expect(chip('Family').getAttribute('aria-pressed')).toBe('true');
    clock.pass(30_000);
    await user.click(chip('Case manager'));
    expect(speakingNow(meeting.entries)).toBe('case-manager');
    await user.click(chip('Case manager'));
    expect(speakingNow(meeting.entries)).toBeNull();
    expect([...meeting.entries.turn.values()].map(({ toMs }) => toMs !== null)).toEqual([true, true]);
  });

  it('are undone whole: the one before speaks again', async () => {
    const { user, meeting } = sitDown();
    await user.click(chip('Family'));
    await user.click(chip('Gen ed teacher'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(speakingNow(meeting.entries)).toBe('family');
  });

  it('show no figures while the meeting runs', async () => {
    const { user } = sitDown();
    await user.click(chip('Family'));
    expect(strip().textContent).not.toMatch(/\d|%/);
  });
});

describe('the way of capture', () => {
  it('is chosen before the first tap and stays from then on', async () => {
    const { user, meeting } = sitDown();
    const ways = within(strip()).getByRole('button', { name: /how it is noted/ });
    await user.click(ways);
    await user.click(screen.getByRole('radio', { name: /^Pulse/ }));
    expect([...meeting.entries.capture.values()][0]?.mode).toBe('pulse');
    await user.click(chip('Family'));
    expect(meeting.entries.sample.size).toBe(1);
    expect(screen.queryByRole('radio', { name: /^Pulse/ })).toBeNull();
    expect(screen.getByRole('region', { name: 'How it is noted who speaks' }).textContent).toContain('stays for the whole meeting');
  });

  it('asks for nothing while it is estimated afterwards', () => {
    sitDown({ with: (meeting) => setCapture(meeting, { mode: 'estimate' }) });
    expect(strip().textContent).toContain('estimate it after the meeting');
  });
});

describe('the pulse', () => {
  it('brightens the row at each beat until somebody is tapped', () => {
    const { meeting } = sitDown({ with: (meeting) => setCapture(meeting, { mode: 'pulse', pulseSeconds: 30 }) });
    const at = (ms: number): ReturnType<typeof beatAt> => beatAt(meeting.entries, tenOClock, 30, tenOClock + ms);
    expect([1_000, 30_000, 35_999, 36_000, 60_500].map((ms) => at(ms).bright)).toEqual([false, true, true, false, true]);
  });

  it('takes one sample for a beat; another tap corrects it', async () => {
    const { user, meeting, clock } = sitDown({ with: (meeting) => setCapture(meeting, { mode: 'pulse', pulseSeconds: 30 }) });
    clock.pass(31_000);
    await user.click(chip('Family'));
    await user.click(chip('Nobody'));
    expect([...meeting.entries.sample.values()].map(({ role }) => role)).toEqual(['silence']);
    clock.pass(30_000);
    await user.click(chip('Family'));
    expect(meeting.entries.sample.size).toBe(2);
  });
});
