import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PatternDesk } from '#app/patterns/desk.ts';
import { lookAt } from '#domain/patterns/look.ts';
import { patternSetOf } from '#domain/patterns/pattern-set.ts';
import Patterns from '#ui/screens/patterns/Patterns.svelte';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import '#tests/support/no-layout.ts';
import { district, quickRow } from '#tests/support/pattern-district.ts';
import { facts } from '#tests/support/pattern-record.ts';
import WithApp from '#tests/support/WithApp.svelte';

const set = patternSetOf(district({ seed: 3, meetings: 30, planted: [{ rule: 'family-voice-missing' }] }).map(quickRow), [facts]);
const still = (): (() => void) => () => undefined;

vi.mock('#app/patterns/create-desk.ts', () => ({
  createDesk: (): PatternDesk => ({
    look: (filter, today) => Promise.resolve(lookAt(set, filter, today)),
    trace: () => Promise.reject(new Error('not asked')),
    onChanged: still, onProgress: still, close: () => undefined,
  }),
}));

function watchDownloads(): string[] {
  const names: string[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return names;
}

async function opened(): Promise<{ fake: FakeApp; region: HTMLElement }> {
  const fake = fakeApp();
  render(WithApp, { app: fake.app, screen: Patterns });
  const region = await screen.findByRole('region', { name: 'Hand over' });
  return { fake, region };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('patterns are handed over', () => {
  it('as tables without names, with a line in the log', async () => {
    const names = watchDownloads();
    const user = userEvent.setup();
    const { fake, region } = await opened();
    const section = within(region);
    expect(section.getAllByRole('radio').slice(0, 5).map((radio) => radio.getAttribute('value'))).toEqual(['patterns-pdf', 'patterns-docx', 'patterns-xlsx', 'patterns-csv', 'patterns-print']);
    await user.click(section.getByRole('radio', { name: 'Workbook' }));
    await user.click(section.getByRole('button', { name: 'Save the workbook' }));
    await waitFor(() => { expect(names).toEqual(['patterns-workbook-de-identified.xlsx']); }, { timeout: 5_000 });
    expect(fake.store.log).toMatchObject([{ what: 'patterns-xlsx', kind: 'de-identified', meetings: 30, reason: '', way: 'saved' }]);
    expect(section.getByText(/Handed to the browser as patterns-workbook/)).toBeTruthy();
  });

  it('with schools and teams, or on paper, only for a reason', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const names = watchDownloads();
    const user = userEvent.setup();
    const { fake, region } = await opened();
    const section = within(region);
    await user.click(section.getByRole('radio', { name: 'Print' }));
    await user.click(section.getByRole('button', { name: 'Print' }));
    expect(section.getByText(/asks what it is for/)).toBeTruthy();
    expect(print).not.toHaveBeenCalled();
    await user.type(section.getByLabelText('What it is for'), 'our own talk');
    await user.click(section.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
    await user.click(section.getByRole('radio', { name: 'Tables' }));
    await user.click(section.getByRole('radio', { name: 'Identified' }));
    await user.click(section.getByRole('button', { name: 'Save the tables' }));
    await waitFor(() => { expect(names).toEqual(['patterns-tables-with-schools-and-teams.zip']); }, { timeout: 5_000 });
    expect(fake.store.log).toMatchObject([
      { what: 'patterns-print', kind: 'identified', reason: 'our own talk', way: 'printed' },
      { what: 'patterns-csv', kind: 'identified', reason: 'our own talk', way: 'saved' },
    ]);
  });
});
