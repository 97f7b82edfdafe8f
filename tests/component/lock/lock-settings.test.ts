import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { readLockSettings } from '#app/vault/lock-settings.ts';
import { setLock } from '#app/vault/ways.ts';
import LockSettings from '#ui/screens/tablet/LockSettings.svelte';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import WithApp from '../../support/WithApp.svelte';

const passphrase = 'river lantern quiet maple';

beforeEach(() => {
  localStorage.clear();
});

async function shown(locked = true, prepare: (fake: FakeApp) => void = () => undefined): Promise<FakeApp> {
  const fake = fakeApp();
  prepare(fake);
  if (locked) await setLock(fake.app, passphrase, true);
  render(WithApp, { app: fake.app, screen: LockSettings });
  return fake;
}

const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const kinds = (fake: FakeApp): string[] => fake.vault.slotRows.map(({ kind }) => kind);
const told = (): string => document.querySelector('.lockforms > [role="status"]')?.textContent ?? '';

describe('setting a lock', () => {
  it('takes the passphrase twice, with advice and without rules', async () => {
    const fake = await shown(false);
    await press('Set a lock');
    const first = screen.getByLabelText<HTMLInputElement>('New passphrase');
    const second = screen.getByLabelText('The same once more');
    expect(first.type).toBe('password');
    await userEvent.type(first, 'maple');
    expect(screen.getByText(/Short yet: 3 more characters/)).toBeTruthy();
    await userEvent.clear(first);
    await userEvent.type(first, 'password1');
    expect(screen.getByText(/tried first/)).toBeTruthy();
    await press('Set the lock');
    expect(kinds(fake)).toEqual(['device']);
    await userEvent.clear(first);
    await userEvent.type(first, passphrase);
    expect(screen.getByText('Strong.')).toBeTruthy();
    await userEvent.type(second, 'river');
    await press('Set the lock');
    expect(screen.getByText('The two are not the same yet.')).toBeTruthy();
    await userEvent.clear(second);
    await userEvent.type(second, passphrase);
    await press('Set the lock');
    expect(kinds(fake)).toEqual(['passphrase', 'recovery']);
    expect(told()).toMatch(/The lock is on/);
  });

  it('says what forgetting means, with the sheet and without', async () => {
    const fake = await shown(false);
    await press('Set a lock');
    expect(screen.getByText(/survivable only through the recovery sheet/)).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Make a recovery sheet to print' }));
    expect(screen.getByText(/cannot be undone by anyone/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText('New passphrase'), passphrase);
    await userEvent.type(screen.getByLabelText('The same once more'), passphrase);
    await press('Set the lock');
    expect(kinds(fake)).toEqual(['passphrase']);
  });

  it('prints the key in groups and forgets it once it is on paper', async () => {
    await shown(false);
    await press('Set a lock');
    await userEvent.type(screen.getByLabelText('New passphrase'), passphrase);
    await userEvent.type(screen.getByLabelText('The same once more'), passphrase);
    await press('Set the lock');
    const page = document.querySelector<HTMLElement>('body > .recovery-page');
    if (!page) throw new Error('no sheet');
    expect(within(page).getAllByRole('listitem', { hidden: true }).slice(0, 8).map((item) => item.textContent)).toEqual(['10AAAAAA1', '21AAAAAA1', '32AAAAAA1', '43AAAAAA1', '54AAAAAA1', '65AAAAAA1', '76AAAAAA1', '87AAAAAA1']);
    expect(page.textContent).toMatch(/made on November\s12, 2026/);
    await press('I have it on paper');
    expect(document.body.innerHTML).not.toContain('0AAAAAA1');
    expect(screen.getByRole('button', { name: 'Turn the lock off' })).toBeTruthy();
  });
});

describe('a set lock', () => {
  it('changes the passphrase against the one before', async () => {
    const fake = await shown();
    await press('Change');
    await userEvent.type(screen.getByLabelText('The passphrase as it is now'), `${passphrase}{Enter}`);
    await userEvent.type(screen.getByLabelText('New passphrase'), 'four other plain words');
    await userEvent.type(screen.getByLabelText('The same once more'), 'four other plain words');
    await press('Change the passphrase');
    expect(fake.vault.meets({ way: 'passphrase', text: 'four other plain words' })).toBeNull();
    expect(told()).toMatch(/The new passphrase opens/);
  });

  it('asks anew when the one before was another', async () => {
    const fake = await shown();
    await press('Turn the lock off');
    await userEvent.type(screen.getByLabelText('The passphrase as it is now'), 'something else{Enter}');
    expect(told()).toMatch(/does not open it/);
    expect(kinds(fake)).toEqual(['passphrase', 'recovery']);
    await press('Use the recovery sheet');
    await userEvent.type(screen.getByLabelText('The key of the recovery sheet'), fake.vault.slotRows[1]?.secret ?? '');
    await press('Turn the lock off');
    expect(kinds(fake)).toEqual(['device']);
    expect(screen.getByText(/No lock is set/)).toBeTruthy();
  });

  it('adds a passkey where there are any, and removes ways but the last', async () => {
    const fake = await shown(true, ({ vault }) => { vault.hasPasskeys = true; });
    await userEvent.click(await screen.findByRole('button', { name: 'Add a passkey' }));
    await userEvent.type(screen.getByLabelText('The passphrase as it is now'), `${passphrase}{Enter}`);
    expect(kinds(fake)).toEqual(['passphrase', 'recovery', 'passkey']);
    await press('Remove Recovery sheet');
    await press('Remove it');
    await press('Remove Passphrase');
    await press('Remove it');
    expect(told()).toMatch(/last way in that works without a passkey/);
    expect(kinds(fake)).toEqual(['passphrase', 'passkey']);
  });

  it('keeps when it comes, and what comes over a meeting', async () => {
    await shown();
    await userEvent.click(screen.getByRole('radio', { name: '15 min' }));
    await userEvent.click(screen.getByRole('radio', { name: 'The lock' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /way back from the veil/ }));
    expect(readLockSettings()).toEqual({ autoLockMinutes: 15, inMeeting: 'lock', veilNeedsPassphrase: false });
  });

  it('erases after tries only when a second question was answered', async () => {
    const fake = await shown();
    await userEvent.click(screen.getByRole('radio', { name: '10 tries' }));
    expect(fake.vault.wipe).toBeNull();
    expect(screen.getByText(/gone for good/)).toBeTruthy();
    await press('Leave it as it is');
    expect(fake.vault.wipe).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: '10 tries' }));
    await press('Erase after 10 tries');
    expect(fake.vault.wipe).toBe(10);
    await userEvent.click(within(screen.getByRole('group', { name: /Erase everything/ })).getByRole('radio', { name: 'Never' }));
    expect(fake.vault.wipe).toBeNull();
  });
});
