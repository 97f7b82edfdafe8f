import { Encrypter } from 'age-encryption';
import { zipSync } from 'fflate';
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exchangeWords } from '#ui/words/intake-words.ts';
import { offeredFiles } from '#ui/state/offered-files.svelte.ts';
import { countingId, fakeApp } from '#tests/support/fake-app.ts';
import { sampleRecord } from '#tests/unit/export/records.ts';
import Import from '#ui/screens/tablet/Import.svelte';
import WithApp from '#tests/support/WithApp.svelte';

const record = sampleRecord();
const fileOf = (text: string, name = 'record.json'): File => new File([text], name, { type: 'application/json' });

const second = { ...record, meeting: countingId(0x77) as typeof record.meeting, sample: false };

async function chosen(...files: File[]) {
  const user = userEvent.setup();
  const fake = fakeApp();
  render(WithApp, { app: fake.app, screen: Import });
  await user.upload(screen.getByLabelText('Files to bring in'), files);
  return { ...fake, user };
}

const zipOf = (...values: unknown[]): File =>
  new File([zipSync(Object.fromEntries(values.map((value, at) => [`${String(at)}.json`, new TextEncoder().encode(JSON.stringify(value))])))], 'many.zip');

describe('bringing in files', () => {
  it('shows what a record holds before anything is added, then adds it', async () => {
    const { store, user } = await chosen(fileOf(JSON.stringify(record)));
    const list = await screen.findByRole('list', { name: 'What they would bring' });
    expect(within(list).getByText('SAMPLE')).toBeTruthy();
    expect(within(list).getByText('New here')).toBeTruthy();
    expect(store.changes).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Add to this tablet' }));
    expect(await screen.findByText(/1 meeting is on this tablet now\./)).toBeTruthy();
    expect(store.changes).toHaveLength(record.entries.length);
  });

  it('says that there is nothing to add the second time', async () => {
    const { user } = await chosen(fileOf(JSON.stringify(record)));
    await user.click(await screen.findByRole('button', { name: 'Add to this tablet' }));
    await screen.findByText(/on this tablet now/);
    await user.upload(screen.getByLabelText('Files to bring in'), fileOf(JSON.stringify(record)));
    expect(await screen.findByText('All of it is here already. There is nothing to add.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add to this tablet' })).toBeNull();
  });

  it('leaves it when asked to', async () => {
    const { store, user } = await chosen(fileOf(JSON.stringify(record)));
    await user.click(await screen.findByRole('button', { name: 'Leave it' }));
    expect(screen.queryByRole('button', { name: 'Add to this tablet' })).toBeNull();
    expect(store.changes).toEqual([]);
  });

  it('lists many, each with how it stands, and adds them together', async () => {
    const { store, user } = await chosen(zipOf(record, second), fileOf(JSON.stringify(second), 'again.json'));
    const list = await screen.findByRole('list', { name: 'What they would bring' });
    expect(within(list).getAllByText('New here')).toHaveLength(2);
    expect(within(list).getByText('There twice, taken once')).toBeTruthy();
    expect(screen.getByText('2 new here, 1 there twice, taken once')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Add to this tablet' }));
    await screen.findByText(/2 meetings are on this tablet now/);
    expect(store.listed.size).toBe(2);
  });

  it('says what is wrong with a file, what is safe and what to do, and keeps the others', async () => {
    const { store } = await chosen(fileOf(JSON.stringify(record).slice(0, 500), 'half.json'), fileOf(JSON.stringify(second), 'good.json'));
    expect(await screen.findByText(/This file ends in the middle.*None of it was added.*Ask for the file once more\./s)).toBeTruthy();
    expect(screen.getByText('half.json')).toBeTruthy();
    expect(screen.getByText('New here')).toBeTruthy();
    expect(store.changes).toEqual([]);
  });

  it('names the file in a zip that is refused', async () => {
    await chosen(zipOf(record, { ...record, schemaVersion: 9 }));
    expect(await screen.findByText(/In file 2 of 2 of this zip: this record was written by a later version/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add to this tablet' })).toBeNull();
  });

  it('asks for the passphrase of a sealed file, and says when it does not open it', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase('four words that fit');
    encrypter.setScryptWorkFactor(10);
    const age = new File([new Uint8Array(await encrypter.encrypt(JSON.stringify(record)))], 'record.age');
    const { user } = await chosen(age);
    await user.type(await screen.findByLabelText('Passphrase of the file'), 'another');
    await user.click(screen.getByRole('button', { name: 'Open the file' }));
    expect(await screen.findByText(/This passphrase does not open the file/)).toBeTruthy();
    await user.clear(screen.getByLabelText('Passphrase of the file'));
    await user.type(screen.getByLabelText('Passphrase of the file'), 'four words that fit');
    await user.click(screen.getByRole('button', { name: 'Open the file' }));
    expect(await screen.findByText('New here')).toBeTruthy();
  });

  it('points to the plan for a calendar', async () => {
    await chosen(new File(['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'], 'meetings.ics'));
    expect(await screen.findByRole('button', { name: 'Choose meetings to plan' })).toBeTruthy();
  });

  it('takes files that are dropped, and those that were opened with the app', async () => {
    const fake = fakeApp();
    offeredFiles.add([fileOf(JSON.stringify(record))]);
    render(WithApp, { app: fake.app, screen: Import });
    await screen.findByText('New here');
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { files: [zipOf(record, second)] } });
    screen.getByRole('group', { name: 'Files' }).dispatchEvent(event);
    await waitFor(() => { expect(screen.getAllByText('New here')).toHaveLength(2); });
    expect(event.defaultPrevented).toBe(true);
    expect(fake.store.changes).toEqual([]);
  });
});

describe('words for a file that is refused', () => {
  const at = { line: 3, column: 14 };
  it.each([
    { type: 'EmptyFile' }, { type: 'TooLarge', limitBytes: 32_000_000, bytes: 100_000_000 }, { type: 'FileUnreadable' }, { type: 'CalledOff' },
    { type: 'TruncatedZip' }, { type: 'DamagedZip', entry: 3 }, { type: 'EncryptedZip', entry: 3 }, { type: 'ZipForm', entry: 0 }, { type: 'TooManyInZip', limit: 10_000, entries: 60_000 },
    { type: 'ZipBomb', entry: 1 }, { type: 'LargeInZip', entry: 1, bytes: 40_000_000, limitBytes: 32_000_000 }, { type: 'UnzipsTooLarge', limitBytes: 256_000_000 },
    { type: 'ZipInZip', entry: 2 }, { type: 'NoRecordInZip', entries: 1 }, { type: 'TooManyRecords', limit: 2_000 }, { type: 'RefusedInZip', entry: 3, of: 20, because: { type: 'EmptyFile' } },
    { type: 'NotAnAgeFile' }, { type: 'SealedForAKey' }, { type: 'TooCostly', logN: 40 }, { type: 'WrongPassphrase' }, { type: 'Truncated' }, { type: 'Altered' },
    { type: 'PassphraseNeeded' }, { type: 'SealedTwice' }, { type: 'ItIsABackup' },
    { type: 'NotText' }, { type: 'NotJson', at }, { type: 'TruncatedFile', at }, { type: 'TooDeep', limit: 48, at }, { type: 'TooMany', limit: 2_000_000, at },
    { type: 'ForbiddenKey', key: '__proto__', at }, { type: 'NotARecord', at: 'entries.3.value' }, { type: 'NewerRecord', version: 2 },
    { type: 'ClockAhead', aheadMs: 86_400_000 }, { type: 'RoadmapDiffers', id: 'r', version: '1' }, { type: 'ImportNotStored', because: 'StorageFull' },

  ] as const)('are whole and calm for $type', (obstacle) => {
    const { happened, safe, next } = exchangeWords(obstacle);
    for (const sentence of [happened, safe, next]) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/fail|wrong|invalid|violation|alert|error|please|!|undefined|NaN/i);
    }
    if ('at' in obstacle && typeof obstacle.at === 'object') expect(happened).toMatch(/line\u00a03, character\u00a014/);
  });
});
