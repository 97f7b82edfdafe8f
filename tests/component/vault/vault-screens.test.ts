import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { BackupObstacle } from '#app/backup/obstacle.ts';
import Home from '#ui/screens/home/Home.svelte';
import PlanThen from '#ui/screens/plan/PlanThen.svelte';
import Backup from '#ui/screens/tablet/Backup.svelte';
import Erase from '#ui/screens/tablet/Erase.svelte';
import FindCode from '#ui/screens/tablet/FindCode.svelte';
import Restore from '#ui/screens/tablet/Restore.svelte';
import Retention from '#ui/screens/tablet/Retention.svelte';
import { backupWords, memoryWords, placeWords, planWordsOf, reminderWords } from '#ui/words/vault-words.ts';
import { keepMade } from '#app/backup/make-backup.ts';
import { backedUp, device, fileOf, finished, passphrase } from '#tests/unit/backup/kit.ts';
import { onScreen } from '../plan/opened.ts';
import Host from '../../support/WithApp.svelte';

vi.mock(import('#device/save-file.ts'), () => ({ saveFile: vi.fn() }));

const dayMs = 86_400_000;

describe('backing up', () => {
  it('asks for a passphrase twice, hands the file over, and counts only when it is said to be saved', async () => {
    const user = userEvent.setup();
    const fake = device();
    await finished(fake);
    render(Host, { app: fake.app, screen: Backup });
    await user.type(screen.getByLabelText('Passphrase for the file'), 'short');
    await user.click(screen.getByRole('button', { name: 'Make the file' }));
    expect(await screen.findByText(/has at least 12 letters or signs/)).toBeTruthy();
    await user.clear(screen.getByLabelText('Passphrase for the file'));
    await user.type(screen.getByLabelText('Passphrase for the file'), passphrase);
    await user.type(screen.getByLabelText('The same once more'), passphrase);
    await user.click(screen.getByRole('button', { name: 'Make the file' }));
    expect(await screen.findByText(/The file is handed to the tablet: quiet-checkpoint-backup-2026-11-12\.age/, {}, { timeout: 10_000 })).toBeTruthy();
    expect(fake.store.settings.has('backup.last')).toBe(false);
    await user.click(screen.getByRole('button', { name: 'The file is saved' }));
    expect(await screen.findByText(/Noted as saved/)).toBeTruthy();
    expect(fake.store.settings.has('backup.last')).toBe(true);
  }, 30_000);
});

describe('restoring', () => {
  it('shows what the file holds before anything is brought in', async () => {
    const user = userEvent.setup();
    const from = device();
    await finished(from);
    const file = fileOf(await backedUp(from));
    const to = device();
    render(Host, { app: to.app, screen: Restore });
    await user.upload(screen.getByLabelText('Backup file'), file);
    await user.type(screen.getByLabelText('Passphrase of the file'), 'not this one at all');
    await user.click(screen.getByRole('button', { name: 'Open the file' }));
    expect(await screen.findByText(/This passphrase does not open the file\. None of it was brought in/, {}, { timeout: 10_000 })).toBeTruthy();
    await user.clear(screen.getByLabelText('Passphrase of the file'));
    await user.type(screen.getByLabelText('Passphrase of the file'), passphrase);
    await user.click(screen.getByRole('button', { name: 'Open the file' }));
    const line = await screen.findByText('Meetings that are not here', {}, { timeout: 10_000 });
    expect(line.parentElement?.textContent).toContain('1');
    expect(to.store.changes).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Bring it in' }));
    expect(await screen.findByText(/Brought in: 1 meeting new/)).toBeTruthy();
    expect(to.store.changes).toEqual(from.store.changes);
  }, 30_000);
});

describe('how long meetings stay', () => {
  it('lists what comes when, holds and removes', async () => {
    const user = userEvent.setup();
    const fake = device();
    await finished(fake, 'R-14');
    await keepMade(fake.app, await backedUp(fake));
    fake.clock.pass(80 * dayMs);
    render(Host, { app: fake.app, screen: Retention });
    const near = await screen.findByRole('region', { name: 'Next to be touched' });
    expect(within(near).getByText('From February 14, 2027 only its marks stay')).toBeTruthy();
    expect(fake.store.settings.get('retention.notices')).toBeTruthy();
    await user.click(within(near).getByRole('button', { name: /^Hold/ }));
    expect(await within(near).findByText('On hold: it stays as it is')).toBeTruthy();
    await user.click(within(near).getByRole('button', { name: /^Remove now/ }));
    expect(fake.store.listed.size).toBe(1);
    await user.click(within(near).getByRole('button', { name: /^Remove it/ }));
    await waitFor(() => { expect(fake.store.listed.size).toBe(0); });
    expect(await screen.findByText(/Removed\. The log has a line/)).toBeTruthy();
  }, 20_000);

  it('keeps a chosen rule', async () => {
    const user = userEvent.setup();
    const fake = device();
    render(Host, { app: fake.app, screen: Retention });
    await user.selectOptions(await screen.findByLabelText(/stays whole for/), 'off');
    await waitFor(() => { expect(fake.store.settings.get('retention')).toMatchObject({ reduceAfterDays: null }); });
  });
});

describe('everything about one code', () => {
  it('finds it and asks what for', async () => {
    const user = userEvent.setup();
    const fake = device();
    await finished(fake, 'R-14');
    render(Host, { app: fake.app, screen: FindCode });
    await user.type(screen.getByLabelText('Student code'), 'r-14');
    await user.click(screen.getByRole('button', { name: 'Find everything about it' }));
    await user.click(await screen.findByRole('button', { name: 'Save all of it' }));
    expect(await screen.findByText(/asks for a reason/)).toBeTruthy();
    await user.type(screen.getByLabelText('What it is for'), 'Parents asked');
    await user.click(screen.getByRole('button', { name: 'Save all of it' }));
    expect(await screen.findByText(/everything-about-one-code\.zip/)).toBeTruthy();
  });
});

describe('erasing everything', () => {
  it('wants the word that it shows', async () => {
    const user = userEvent.setup();
    const fake = device();
    render(Host, { app: fake.app, screen: Erase });
    await user.type(screen.getByLabelText('The word'), 'no');
    await user.click(screen.getByRole('button', { name: 'Erase everything' }));
    expect(await screen.findByText(/the word shown above/)).toBeTruthy();
    expect(fake.store.erased).toBe(false);
  });
});

describe('the home screen', () => {
  it('says quietly that something is in no backup', async () => {
    const fake = device();
    await finished(fake);
    fake.clock.pass(8 * dayMs);
    render(Host, { app: fake.app, screen: Home });
    expect(await screen.findByText(/1 meeting is in no backup/)).toBeTruthy();
  });

  it('says that meetings are gone instead of a cheerful empty page', async () => {
    const user = userEvent.setup();
    const fake = device();
    fake.shell.markerText = JSON.stringify({ token: 'x', sinceDay: '2026-10-01', some: true });
    render(Host, { app: fake.app, screen: Home });
    expect(await screen.findByText('There were meetings on this tablet, and they are gone.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Restore a backup' }).getAttribute('href')).toBe('/tablet/restore');
    await user.click(screen.getByRole('button', { name: 'Go on without them' }));
    expect(await screen.findByText('No meeting is planned.')).toBeTruthy();
  });
});

describe('letting go', () => {
  it('is announced on home, and done by itself two weeks later', async () => {
    const fake = device();
    await finished(fake);
    await keepMade(fake.app, await backedUp(fake));
    fake.clock.pass(80 * dayMs);
    const { unmount } = render(Host, { app: fake.app, screen: Home });
    expect(await screen.findByText(/1 meeting is about to be let go/)).toBeTruthy();
    expect([...fake.store.listed.values()][0]?.digest.code).toBe('R-14');
    unmount();
    fake.clock.pass(14 * dayMs);
    render(Host, { app: fake.app, screen: Home });
    await waitFor(() => { expect([...fake.store.listed.values()][0]?.digest.code).toBe(''); });
  }, 20_000);
});

describe('the plan', () => {
  it.each([[true, 1], [false, 0]])('says once that a tab is no place for a real meeting, where that is so (%s)', async (evictsTabs, count) => {
    const fake = device();
    fake.shell.become({ storage: { ...fake.shell.state.storage, installed: false, evictsTabs } });
    await onScreen(PlanThen, { fake });
    expect(screen.queryAllByText(/For a real meeting open the app from the Home Screen/)).toHaveLength(count);
  });
});

describe('the words', () => {
  it.each<BackupObstacle>([
    { type: 'PassphraseShort', least: 12 }, { type: 'PassphraseDiffers' }, { type: 'BackupTooLarge', bytes: 3e8, limitBytes: 2e8 }, { type: 'CalledOff' },
    { type: 'EmptyFile' }, { type: 'TooLarge', bytes: 3e8, limitBytes: 2e8 }, { type: 'FileUnreadable' }, { type: 'NotAnAgeFile' }, { type: 'TooCostly', logN: 20 },
    { type: 'WrongPassphrase' }, { type: 'Truncated' }, { type: 'Altered' }, { type: 'NotABackup', at: 'meetings.3' }, { type: 'NewerBackup', version: 2 },
    { type: 'RoadmapDiffers', id: 'r', version: '1' }, { type: 'StorageFull', usedBytes: 1, quotaBytes: 1 }, { type: 'ConnectionLost' }, { type: 'WriteRefused', name: 'X' },
  ])('are whole and calm for $type', (obstacle) => {
    const { happened, safe, next } = backupWords(obstacle);
    for (const sentence of [happened, safe, next]) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/fail|wrong|invalid|violation|alert|error|please|!|undefined|NaN/i);
    }
  });

  it('say where the app runs and since when it keeps', () => {
    const tab = { persisted: false, usedBytes: null, quotaBytes: null, installed: false, evictsTabs: true };
    expect(placeWords(tab)).toMatchObject({ tone: 'clay', says: expect.stringContaining('seven days') as string });
    expect(placeWords({ ...tab, installed: true, evictsTabs: false }).tone).toBe('ink');
    expect(memoryWords({ sinceDay: '2026-11-12', clearedOn: null, lost: false }, '2026-11-12').says).toContain('since today');
    expect(memoryWords({ sinceDay: '2026-11-12', clearedOn: '2026-11-12', lost: false }, '2026-11-12').says).toContain('This device erases data');
    expect(reminderWords({ meetings: 2, sinceDay: '2026-11-04', lastDay: null }, '2026-11-12')).toBe('2\u00a0meetings are in no backup, the first since Nov\u00a04. No backup was made yet.');
    expect(planWordsOf({ step: 'remove', onDay: '2028-07-01', state: 'later' })).toBe('From July\u00a01, 2028 its marks go');
  });
});
