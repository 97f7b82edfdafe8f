import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isRunning, notObservedMs, placeOf } from '#domain/meeting/timing.ts';
import { router } from '#ui/router.svelte.ts';
import { cell, jot, sitDown } from './sitting.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('the veil', () => {
  it('shows an agenda without a trace of the app, and one tap brings the meeting back', async () => {
    const { user } = sitDown();
    await user.click(screen.getByRole('button', { name: 'Show the agenda' }));
    const veil = screen.getByRole('button', { name: 'Agenda' });
    expect(veil.textContent).toContain('Welcome and introductions');
    expect(veil.textContent).toContain('Room 112, 10:00 to 11:00');
    expect(veil.textContent).not.toMatch(/R-14|Quiet|Checkpoint|tap/i);
    expect(document.title).toBe('Agenda');
    expect(document.querySelector<HTMLElement>('.room')?.inert).toBe(true);
    await user.click(veil);
    expect(screen.queryByRole('button', { name: 'Agenda' })).toBeNull();
    expect(document.title).toBe('Meeting');
  });

  it('comes and goes with v, keeps what was typed, and answers no other key', async () => {
    const { user, meeting } = sitDown();
    await user.type(jot(), 'half');
    await user.keyboard('{Escape}v');
    await user.keyboard('{ArrowDown}1u]');
    expect(meeting.entries.mark.size).toBe(0);
    expect(placeOf(meeting.entries).phase).toBe('needs-impact');
    await user.keyboard('v');
    expect(jot().value).toBe('half');
  });

  it('comes when the tablet is laid on its face', async () => {
    vi.stubGlobal('DeviceOrientationEvent', class extends Event {});
    sitDown();
    const turned = Object.assign(new Event('deviceorientation'), { beta: 176 });
    await fireEvent(window, turned);
    expect(await screen.findByRole('button', { name: 'Agenda' })).toBeTruthy();
    vi.unstubAllGlobals();
  });
});

describe('the clock', () => {
  it('says the minutes of the plan and never more than words', () => {
    sitDown({ with: (_, { clock }) => {
      clock.pass(26 * 60_000);
      return [];
    } });
    expect(screen.getByText('26 of 60 min')).toBeTruthy();
  });

  it('leaves out what was slept through', () => {
    vi.useFakeTimers();
    const { meeting, clock } = sitDown();
    clock.pass(5_000);
    vi.advanceTimersByTime(5_000);
    clock.pass(600_000);
    vi.advanceTimersByTime(5_000);
    expect(notObservedMs(meeting.entries)).toBe(600_000);
  });

  it('stops at the end, lets the screen sleep, and goes on to what comes after', async () => {
    const { user, meeting, shell } = sitDown();
    expect(shell.awake && shell.busy).toBe(true);
    await user.type(jot(), 'last words');
    await user.click(screen.getByRole('button', { name: 'End the meeting' }));
    expect(isRunning(meeting.entries)).toBe(false);
    expect(shell.awake || shell.busy).toBe(false);
    expect(meeting.entries.note.size).toBe(1);
    expect(router.path).toBe(`/meeting/${meeting.id}/after`);
    expect(screen.getByText('Ended 10:00')).toBeTruthy();
  });

  it('knows that the leader left early', async () => {
    const { user, meeting } = sitDown();
    await user.click(cell('3.1', 'Yes'));
    await user.click(screen.getByRole('button', { name: 'I left early' }));
    expect([...meeting.entries.timing.values()][0]?.leftAtMs).not.toBeNull();
  });
});
