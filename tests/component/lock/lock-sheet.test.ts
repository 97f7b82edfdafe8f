import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#app/app.ts';
import { setLock } from '#app/vault/ways.ts';
import Lock from '#ui/screens/lock/Lock.svelte';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import { lockedFake } from '#tests/support/fake-vault.ts';

beforeEach(() => {
  localStorage.clear();
});

interface Shown extends FakeApp {
  readonly opened: App[];
  readonly key: string;
}

async function locked({ sheet = true, passkey = false } = {}): Promise<Shown> {
  const fake = fakeApp();
  const set = await setLock(fake.app, 'river lantern quiet maple', sheet);
  if (passkey) await fake.vault.addSlot({ way: 'passphrase', text: 'river lantern quiet maple' }, { way: 'passkey', label: 'x', credentialId: 'abc', prf: new Uint8Array(32) });
  const opened: App[] = [];
  render(Lock, { locked: lockedFake(fake.vault, fake.app), onopen: (app: App) => opened.push(app), onagain: () => undefined });
  return { ...fake, opened, key: set.ok ? (set.value ?? '') : '' };
}

const field = (): HTMLInputElement => screen.getByLabelText('Passphrase');
const open = (): HTMLElement => screen.getByRole('button', { name: 'Open' });

describe('the locked sheet', () => {
  it('shows nothing of a meeting, has the hand in the field, and opens by the passphrase', async () => {
    const { app, opened } = await locked();
    expect(screen.getByRole('heading').textContent).toBe('Locked');
    expect(document.title).toBe('Locked · Quiet Checkpoint');
    expect(document.activeElement).toBe(field());
    await userEvent.type(field(), 'river lantern quiet maple{Enter}');
    expect(opened).toEqual([app]);
    expect(field().value).toBe('');
  });

  it('says quietly that it does not open, and how long there is to wait', async () => {
    const { vault, opened, clock } = await locked();
    await userEvent.type(field(), 'river lantern{Enter}');
    expect(screen.getByRole('status').textContent).toMatch(/does not open it/);
    expect(document.body.textContent).not.toMatch(/fail|wrong|error|invalid|!/i);
    vault.obstacle = { type: 'WrongSecret', triesLeft: 3, waitUntilMs: clock.nowMs + 15_000 };
    await userEvent.click(open());
    expect(screen.getByRole('status').textContent).toMatch(/3 more tries, then the pages of this tablet are erased.*opens in 15 seconds/);
    vault.obstacle = null;
    await userEvent.clear(field());
    await userEvent.type(field(), 'river lantern quiet maple{Enter}');
    expect(opened).toEqual([]); // not even looked at before the time
    clock.pass(15_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await userEvent.click(open());
    expect(opened).toHaveLength(1);
  });

  it('opens by the recovery sheet, and names the group that was mistyped', async () => {
    const { vault, key, opened } = await locked();
    await userEvent.click(screen.getByRole('button', { name: 'I have the recovery sheet' }));
    const groups = screen.getByLabelText<HTMLTextAreaElement>(/^Recovery key/);
    expect(document.activeElement).toBe(groups);
    vault.obstacle = { type: 'RecoveryTypo', group: 3 };
    await userEvent.type(groups, 'ABC');
    await userEvent.click(open());
    expect(screen.getByRole('status').textContent).toMatch(/Group 3 is not as it was printed.*does not count as a try/);
    vault.obstacle = null;
    await userEvent.clear(groups);
    await userEvent.type(groups, key);
    await userEvent.click(open());
    expect(opened).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'I have the passphrase' }));
    expect(field().value).toBe('');
  });

  it('offers the passkey only where there is one', async () => {
    await locked({ sheet: false });
    expect(screen.queryByRole('button', { name: 'Use the passkey' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'I have the recovery sheet' })).toBeNull();
    document.body.replaceChildren();
    const { opened } = await locked({ passkey: true });
    await userEvent.click(screen.getByRole('button', { name: 'Use the passkey' }));
    expect(opened).toHaveLength(1);
  });

  it('says what is wanting when nothing was typed', async () => {
    await locked();
    await userEvent.click(open());
    expect(screen.getByRole('status').textContent).toBe('The passphrase goes here.');
  });

  it('tells that the pages were erased, and begins anew', async () => {
    const fake = fakeApp();
    await setLock(fake.app, 'river lantern quiet maple', false);
    fake.vault.obstacle = { type: 'Wiped' };
    const again = vi.fn();
    render(Lock, { locked: lockedFake(fake.vault, fake.app), onopen: () => undefined, onagain: again });
    await userEvent.type(field(), 'x{Enter}');
    expect(screen.getByRole('heading').textContent).toBe('Erased');
    await userEvent.click(screen.getByRole('button', { name: 'Begin anew' }));
    expect(again).toHaveBeenCalledOnce();
  });
});
