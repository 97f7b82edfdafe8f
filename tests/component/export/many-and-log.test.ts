import { Blob as NodeBlob } from 'node:buffer';
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportObstacle, ManyObstacle } from '#app/export/obstacle.ts';
import { writeLine } from '#app/export/log.ts';
import { digestOf } from '#domain/digest-of.ts';
import { loggedThings } from '#domain/log-line.ts';
import type { ActId } from '#domain/ids.ts';
import { changesOfRecord, meetingOfRecord } from '#domain/record/finish.ts';
import Export from '#ui/screens/export/Export.svelte';
import WholeLog from '#ui/screens/tablet/WholeLog.svelte';
import { exportObstacleWords } from '#ui/words/export-obstacle-words.ts';
import { exportWords } from '#ui/words/export-words.ts';
import { countingId, fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import { manyRecords } from '#tests/support/many-records.ts';
import '#tests/support/no-layout.ts';
import WithApp from '#tests/support/WithApp.svelte';

/** An app with so many finished meetings on it. */
function withMany(count: number): FakeApp {
  const fake = fakeApp();
  for (const record of manyRecords(count, fake.app.nowMs())) {
    const digest = digestOf(meetingOfRecord(record), record.roadmap);
    void fake.store.write({ changes: changesOfRecord(record, countingId(5) as ActId), roadmap: record.roadmap, record, listed: { id: record.meeting, open: false, digest } });
  }
  return fake;
}

function watchDownloads(): string[] {
  const names: string[] = [];
  vi.stubGlobal('Blob', NodeBlob); // jsdom's own cannot be read piece by piece
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return names;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const chosen = (count: string): Promise<HTMLElement> => screen.findByRole('heading', { name: new RegExp(`^${count}`) });

describe('many meetings at once', () => {
  it('are chosen by day, school, team and type', async () => {
    const user = userEvent.setup();
    render(WithApp, { app: withMany(6).app, screen: Export });
    await chosen('6\\smeetings');
    await user.selectOptions(screen.getByLabelText('School'), 'Mesa Verde');
    await chosen('2\\smeetings');
    await user.selectOptions(screen.getByLabelText('Team'), 'Grade 5');
    await chosen('1\\smeeting');
    await user.selectOptions(screen.getByLabelText('Type of meeting'), 'Reevaluation');
    await chosen('No meeting');
    expect(screen.getByText(/No meeting on this tablet is like that/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Make/ }));
    expect(await screen.findByText(/No meeting is chosen/)).toBeTruthy();
  });

  it('leave as one zip of records, for a reason, and have one line in the log', async () => {
    const names = watchDownloads();
    const user = userEvent.setup();
    const { app, store } = withMany(4);
    render(WithApp, { app, screen: Export });
    await chosen('4\\smeetings');
    await user.click(screen.getByRole('radio', { name: 'Record' }));
    await user.click(screen.getByRole('button', { name: 'Make a zip of records' }));
    expect(await screen.findByText(/asks for a reason/)).toBeTruthy();
    await user.type(screen.getByLabelText('What it is for'), 'to the other tablet');
    await user.click(screen.getByRole('button', { name: 'Make a zip of records' }));
    await waitFor(() => { expect(names).toEqual(['observation-record-4-meetings.zip']); }, { timeout: 5_000 });
    expect(store.log).toMatchObject([{ what: 'record-json', meetings: 4, kind: 'identified', reason: 'to the other tablet', way: 'saved' }]);
  });

  it('can be called off, and then nothing has left', async () => {
    const names = watchDownloads();
    const user = userEvent.setup();
    const { app, store } = withMany(5);
    render(WithApp, { app, screen: Export });
    await chosen('5\\smeetings');
    await user.click(screen.getByRole('radio', { name: 'Record' }));
    await user.type(screen.getByLabelText('What it is for'), 'x');
    const read = store.readJournal.bind(store);
    store.readJournal = async (meeting) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return read(meeting);
    };
    await user.click(screen.getByRole('button', { name: 'Make a zip of records' }));
    expect(await screen.findByRole('progressbar', { name: 'Meetings read' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Call it off' }));
    expect(await screen.findByText(/It was called off\. No file was made/)).toBeTruthy();
    expect([names, store.log]).toEqual([[], []]);
  });

  it('wait while a meeting runs', async () => {
    const user = userEvent.setup();
    const { app, store } = withMany(2);
    const [first] = store.listed.values();
    if (first) store.listed.set(first.id, { ...first, open: true, digest: { ...first.digest, state: 'running' } });
    render(WithApp, { app, screen: Export });
    expect(await screen.findByText(/A meeting is running\. Files of many/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Make/ }));
    expect(await screen.findByText(/End it or leave it first/)).toBeTruthy();
  });
});

describe('the export log', () => {
  it('is read, and leaves as CSV with its own line', async () => {
    const names = watchDownloads();
    const user = userEvent.setup();
    const { app, store } = fakeApp();
    await writeLine(app, { what: 'page-pdf', kind: 'identified', meetings: 1, reason: 'for the case file', deviceOnlyNotesLeftOut: 2, way: 'shared', sealed: 'recipients', sha256: 'ab'.repeat(32), notesLeftOut: ['family'] });
    render(WithApp, { app, screen: WholeLog });
    const row = await screen.findByRole('row', { name: /Summary as PDF/ });
    expect(within(row).getByText(/identified, handed to Share, sealed for a reader, “for the case file”, without notes: family’s words, 2\sdevice-only notes left out/)).toBeTruthy();
    expect(row.textContent).toContain('ab'.repeat(32));
    await user.click(screen.getByRole('button', { name: 'Save as CSV' }));
    await waitFor(() => { expect(names).toEqual(['export-log.csv']); });
    expect(await screen.findByRole('row', { name: /This log/ })).toBeTruthy();
    expect(store.log.at(-1)).toMatchObject({ what: 'log-csv', way: 'saved' });
  });

  it('has a name for each thing that can leave', () => {
    expect(Object.keys(exportWords.logged).toSorted()).toEqual([...loggedThings].toSorted());
  });
});

describe('words for what is in the way', () => {
  const obstacles: readonly (ExportObstacle | ManyObstacle)[] = [
    { type: 'ReasonMissing' }, { type: 'RecordRefused', at: '' }, { type: 'RevisionMissing', revision: 2 }, { type: 'SealShort', least: 12 }, { type: 'SealDiffers' },
    { type: 'RecipientRefused', line: 2 }, { type: 'WriterMissing' }, { type: 'ShareRefused' }, { type: 'NothingChosen' }, { type: 'MeetingRuns' }, { type: 'CalledOff' },
    { type: 'MeetingClosed' }, { type: 'CountsDiffer', of: 'notes', expected: 9, written: 8 }, { type: 'TooMuchForZip', limitBytes: 1_000_000_000, limitFiles: 60_000 },
  ];
  it.each(obstacles)('are whole and calm for $type', (obstacle) => {
    const { happened, safe, next } = exportObstacleWords(obstacle);
    for (const sentence of [happened, safe, next]) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/!|please|oops|error|invalid|fail|wrong/i);
    }
  });
});
