import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exchangeWords } from '#ui/words/intake-words.ts';
import { fakeApp } from '#tests/support/fake-app.ts';
import { sampleRecord } from '#tests/unit/export/records.ts';
import Host from './Host.svelte';

const record = sampleRecord();
const fileOf = (text: string, name = 'record.json'): File => new File([text], name, { type: 'application/json' });

async function chosen(file: File) {
  const user = userEvent.setup();
  const fake = fakeApp();
  render(Host, { app: fake.app });
  await user.upload(screen.getByLabelText('Record file'), file);
  return { ...fake, user };
}

describe('bringing in a record', () => {
  it('shows what it holds before anything is added, then adds it', async () => {
    const { store, user } = await chosen(fileOf(JSON.stringify(record)));
    expect(await screen.findByText(/not on this tablet yet/)).toBeTruthy();
    expect(screen.getByText('SAMPLE')).toBeTruthy();
    expect(store.changes).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Add to this tablet' }));
    const link = await screen.findByRole('link', { name: 'Open its summary' });
    expect(link.getAttribute('href')).toBe(`/meeting/${record.meeting}/summary`);
    expect(store.changes).toHaveLength(record.entries.length);
  });

  it('says that there is nothing to add the second time', async () => {
    const { user } = await chosen(fileOf(JSON.stringify(record)));
    await user.click(await screen.findByRole('button', { name: 'Add to this tablet' }));
    await screen.findByRole('link', { name: 'Open its summary' });
    await user.upload(screen.getByLabelText('Record file'), fileOf(JSON.stringify(record)));
    expect(await screen.findByText('All of it is here already. There is nothing to add.')).toBeTruthy();
  });

  it('leaves it when asked to', async () => {
    const { store, user } = await chosen(fileOf(JSON.stringify(record)));
    await user.click(await screen.findByRole('button', { name: 'Leave it' }));
    expect(screen.queryByRole('button', { name: 'Add to this tablet' })).toBeNull();
    expect(store.changes).toEqual([]);
  });

  it('says what is wrong with a file, what is safe and what to do', async () => {
    const { store } = await chosen(fileOf(JSON.stringify(record).slice(0, 500), 'half.json'));
    expect(await screen.findByText(/This file ends in the middle.*None of it was added.*Ask for the file once more\./s)).toBeTruthy();
    expect(screen.getByText('half.json')).toBeTruthy();
    expect(store.changes).toEqual([]);
  });

  it('takes a file that is dropped', async () => {
    const fake = fakeApp();
    render(Host, { app: fake.app });
    const event = new Event('drop', { bubbles: true, cancelable: true });
    const files = { item: () => fileOf(JSON.stringify(record)), length: 1 };
    Object.assign(event, { dataTransfer: { files } });
    screen.getByRole('group').dispatchEvent(event);
    await waitFor(() => { expect(screen.getByText(/not on this tablet yet/)).toBeTruthy(); });
    expect(event.defaultPrevented).toBe(true);
  });
});

describe('words for a file that is refused', () => {
  const at = { line: 3, column: 14 };
  it.each([
    { type: 'EmptyFile' }, { type: 'TooLarge', limitBytes: 32_000_000, bytes: 100_000_000 }, { type: 'FileUnreadable' }, { type: 'ZipComesLater' },
    { type: 'NotText' }, { type: 'NotJson', at }, { type: 'TruncatedFile', at }, { type: 'TooDeep', limit: 48, at }, { type: 'TooMany', limit: 2_000_000, at },
    { type: 'ForbiddenKey', key: '__proto__', at }, { type: 'NotARecord', at: 'entries.3.value' }, { type: 'NewerRecord', version: 2 },
    { type: 'ClockAhead', aheadMs: 86_400_000 }, { type: 'RoadmapDiffers', id: 'r', version: '1' }, { type: 'ImportHeld', because: 'StorageFull' },
    { type: 'ReasonMissing' }, { type: 'RecordRefused', at: '' }, { type: 'RevisionMissing', revision: 1 },
  ] as const)('are whole and calm for $type', (obstacle) => {
    const { happened, safe, next } = exchangeWords(obstacle);
    for (const sentence of [happened, safe, next]) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/fail|wrong|invalid|violation|alert|error|please|!|undefined|NaN/i);
    }
    if ('at' in obstacle && typeof obstacle.at === 'object') expect(happened).toMatch(/line\u00a03, character\u00a014/);
  });
});
