import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeLockSettings } from '#app/vault/lock-settings.ts';
import { setLock } from '#app/vault/ways.ts';
import { watchIdle } from '#app/vault/watch-idle.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import { jot, sitDown } from '../during/sitting.ts';

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: new Date(2026, 10, 12, 10, 0) });
});
afterEach(() => {
  vi.useRealTimers();
});

function idle(limitMs: number | null): { readonly dues: () => number; readonly stop: () => void } {
  let dues = 0;
  const stop = watchIdle({ nowMs: () => Date.now(), limitMs: () => limitMs, onIdle: () => (dues += 1) });
  return { dues: () => dues, stop };
}

describe('nobody has touched it', () => {
  it('is told once, after the time from the last touch', async () => {
    const { dues, stop } = idle(120_000);
    vi.advanceTimersByTime(119_000);
    await fireEvent.pointerDown(document.body);
    vi.advanceTimersByTime(119_000);
    expect(dues()).toBe(0);
    vi.advanceTimersByTime(2_000);
    expect(dues()).toBe(1);
    vi.advanceTimersByTime(600_000);
    expect(dues()).toBe(1);
    stop();
  });

  it('counts a touch in another tab', () => {
    const { dues, stop } = idle(120_000);
    vi.advanceTimersByTime(100_000);
    localStorage.setItem('qc.touched', String(Date.now()));
    vi.advanceTimersByTime(100_000);
    expect(dues()).toBe(0);
    vi.advanceTimersByTime(21_000);
    expect(dues()).toBe(1);
    stop();
  });

  it('is due at once after a sleep, and the touch that woke the tablet is no use of it', async () => {
    const { dues, stop } = idle(120_000);
    vi.setSystemTime(Date.now() + 600_000); // timers slept, too
    await fireEvent.keyDown(document.body, { key: 'a' });
    expect(dues()).toBe(1);
    stop();
  });

  it('never comes where that was chosen', () => {
    const { dues, stop } = idle(null);
    vi.advanceTimersByTime(86_400_000);
    expect(dues()).toBe(0);
    stop();
  });
});

async function watched(fake: FakeApp): Promise<Promise<void>[]> {
  await setLock(fake.app, 'river lantern quiet maple', false);
  const locks: Promise<void>[] = [];
  fake.app.vault.onLock((closed) => locks.push(closed));
  fake.app.vault.watch();
  return locks;
}
const pass = async (fake: FakeApp, ms: number): Promise<void> => {
  fake.clock.pass(ms);
  await vi.advanceTimersByTimeAsync(ms);
};

describe('the lock by itself', () => {
  it('comes after the minutes, and drops the key when everything is written', async () => {
    const fake = fakeApp();
    const locks = await watched(fake);
    await pass(fake, 299_000);
    expect(locks).toHaveLength(0);
    await pass(fake, 2_000);
    expect(locks).toHaveLength(1);
    await locks[0];
    expect(fake.vault.asked).toEqual(['flush', 'close']);
  });

  it('does nothing while there is no lock', async () => {
    const fake = fakeApp();
    await fake.app.vault.look();
    fake.app.vault.watch();
    await pass(fake, 3_600_000);
    await fake.app.vault.lockNow();
    expect(fake.vault.isClosed).toBe(false);
  });

  it('waits for what is being written, but not for ever', async () => {
    const fake = fakeApp();
    const locks = await watched(fake);
    let written: () => void = () => undefined;
    fake.app.vault.holdFor(new Promise<void>((resolve) => (written = resolve)));
    const locking = fake.app.vault.lockNow();
    await vi.advanceTimersByTimeAsync(500);
    expect(fake.vault.isClosed).toBe(false);
    written();
    await vi.advanceTimersByTimeAsync(0);
    await locking;
    expect(fake.vault.isClosed).toBe(true);
    expect(locks).toHaveLength(1);
  });
});

describe('in a running meeting', () => {
  it('the veil comes instead, with the words stored', async () => {
    const sat = sitDown();
    const locks = await watched(sat);
    await fireEvent.input(jot(), { target: { value: 'half a sen' } });
    await pass(sat, 301_000);
    expect(screen.getByRole('button', { name: 'Agenda' })).toBeTruthy();
    expect(locks).toHaveLength(0);
    expect([...sat.store.drafts.values()]).toMatchObject([{ text: 'half a sen' }]);
  });

  it('the lock comes where that was chosen', async () => {
    writeLockSettings({ autoLockMinutes: 2, inMeeting: 'lock', veilNeedsPassphrase: true });
    const sat = sitDown();
    const locks = await watched(sat);
    await pass(sat, 121_000);
    expect(locks).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Agenda' })).toBeNull();
  });

  it('the veil opens through the lock, or at once where that was chosen', async () => {
    const sat = sitDown();
    const locks = await watched(sat);
    await fireEvent.click(screen.getByRole('button', { name: 'Show the agenda' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Agenda' }));
    expect(locks).toHaveLength(1);
    sat.unmount();

    writeLockSettings({ autoLockMinutes: 5, inMeeting: 'veil', veilNeedsPassphrase: false });
    const other = sitDown();
    const others = await watched(other);
    await fireEvent.click(screen.getByRole('button', { name: 'Show the agenda' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Agenda' }));
    expect(others).toHaveLength(0);
    expect(screen.queryByRole('button', { name: 'Agenda' })).toBeNull();
  });
});
