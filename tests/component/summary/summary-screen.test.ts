import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addFollowUp } from '#domain/meeting/follow-up.ts';
import { addNote } from '#domain/meeting/note.ts';
import { setStandout } from '#domain/meeting/reflection.ts';
import { finishEdits } from '#domain/record/finish.ts';
import { finishMeeting } from '#app/meeting/finish-meeting.ts';
import Host from './Host.svelte';
import { openSample, secret } from './open-sample.ts';

const page = () => screen.getByRole('article', { name: 'The summary' });

async function shown() {
  const user = userEvent.setup();
  const sample = await openSample();
  render(Host, { app: sample.app, meeting: sample.meeting });
  return { ...sample, user };
}

function watchDownloads(): string[] {
  const names: string[] = [];
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

describe('the summary screen', () => {
  it('shows the page de-identified and says what stays', async () => {
    await shown();
    expect(within(page()).getByRole('heading', { level: 1 }).textContent).toBe('Annual review');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'De-identified' }).checked).toBe(true);
    expect(screen.getByText(/device-only notes? stays? on this tablet/)).toBeTruthy();
    expect(screen.getByText(/Exactly this leaves the tablet/)).toBeTruthy();
  });

  it('takes a section out of the page and puts it back', async () => {
    const { user } = await shown();
    const box = screen.getByRole('checkbox', { name: 'Next steps' });
    await user.click(box);
    expect(within(page()).queryByRole('heading', { name: 'Next steps' })).toBeNull();
    await user.click(box);
    expect(within(page()).getByRole('heading', { name: 'Next steps' })).toBeTruthy();
  });

  it('asks what an identified page is for before it prints', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const { user, store } = await shown();
    await user.click(screen.getByRole('radio', { name: 'Print' }));
    await user.click(screen.getByRole('radio', { name: 'Identified' }));
    await user.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).not.toHaveBeenCalled();
    expect(screen.getByLabelText('What it is for').getAttribute('aria-describedby')).toBeTruthy();
    await user.type(screen.getByLabelText('What it is for'), 'debrief with the team');
    await user.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
    expect(store.log).toMatchObject([{ what: 'summary-print', kind: 'identified', reason: 'debrief with the team' }]);
  });

  it('puts no code into the title that goes on paper', async () => {
    await shown();
    document.title = 'R-14 · Quiet Checkpoint';
    window.dispatchEvent(new Event('beforeprint'));
    expect(document.title).toBe('Observation summary');
    window.dispatchEvent(new Event('afterprint'));
    expect(document.title).toBe('R-14 · Quiet Checkpoint');
  });

  it('saves de-identified tables at once and the record only for a reason', async () => {
    const names = watchDownloads();
    const { user, store } = await shown();
    await user.click(screen.getByRole('radio', { name: 'Tables' }));
    await user.click(screen.getByRole('button', { name: 'Save the tables' }));
    await waitFor(() => { expect(names).toEqual(['sample-observation-tables-de-identified.zip']); });
    await user.click(screen.getByRole('radio', { name: 'Record' }));
    await user.click(screen.getByRole('button', { name: 'Save the record' }));
    expect(await screen.findByText(/This form asks what it is for/)).toBeTruthy();
    await user.type(screen.getByLabelText('What it is for'), 'to the other tablet');
    await user.click(screen.getByRole('button', { name: 'Save the record' }));
    await waitFor(() => { expect(names[1]).toMatch(/^sample-observation-record-.*\.json$/); });
    expect(screen.getByText(/Handed to the browser as sample-observation-record/)).toBeTruthy();
    expect(store.log.map(({ what, way }) => [what, way])).toEqual([['tables-csv', 'saved'], ['record-json', 'saved']]);
  });

  it('hands over a PDF and a Word file as they are shown', async () => {
    const names = watchDownloads();
    const { user, store } = await shown();
    await user.click(screen.getByRole('radio', { name: 'A4' }));
    await user.click(screen.getByRole('radio', { name: 'Word' }));
    expect(screen.getByText(/A4\. Exactly this/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save the Word file' }));
    await waitFor(() => { expect(names).toEqual(['sample-observation-summary-de-identified.docx']); }, { timeout: 8_000 });
    expect(store.log).toMatchObject([{ what: 'page-docx', kind: 'de-identified', way: 'saved' }]);
  }, 20_000);

  it('hands over the next steps for a calendar, as tasks or as events', async () => {
    const names = watchDownloads();
    const { user, meeting } = await shown();
    await meeting.act(addFollowUp(meeting.entries, { id: 'f9', what: 'Without a day', owner: 'Team', dueOn: null, source: { from: 'self', id: '' } }));
    await user.click(screen.getByRole('radio', { name: 'Calendar' }));
    const sheet = screen.getByRole('article', { name: 'What leaves' });
    expect(within(sheet).getByText('Without a day')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'All-day events' }));
    expect(within(sheet).queryByText('Without a day')).toBeNull();
    expect(screen.getByText(/1\sstep without a day stays here/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save the calendar file' }));
    await waitFor(() => { expect(names).toEqual(['sample-next-steps-de-identified.ics']); });
  });

  it('says before a PDF is made which letters it cannot set', async () => {
    const { meeting, user } = await shown();
    await meeting.act(setStandout(meeting.entries, 'The family said 你好 and was heard.'));
    expect(await screen.findByText(/Chinese characters are named in their place, such as “你好”/)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Word' }));
    expect(screen.queryByText(/are named in their place/)).toBeNull();
  });

  it('points at words that may be a name', async () => {
    const { meeting, user } = await shown();
    expect(screen.getByText(/No name was found in the text/)).toBeTruthy();
    await meeting.act(addFollowUp(meeting.entries, { id: 'f9', what: 'Then call Mrs. Ortega', owner: 'Case manager', dueOn: null, source: { from: 'self', id: '' } }));
    expect(await screen.findByText(/Ortega.* may be a name or a number and is left out/)).toBeTruthy();
    expect(page().textContent).not.toContain('Ortega');
    await user.click(screen.getByRole('checkbox', { name: 'Names of people' }));
    expect(page().textContent).toContain('Then call Mrs. Ortega');
  });

  it('leaves notes out by their tag, and shows all that leaves', async () => {
    const { user, meeting, store } = await shown();
    await meeting.act(addNote({ id: 'n9', text: 'The team waited.', tag: 'growth', about: { to: 'meeting', id: '' }, nowMs: meeting.nowMs() }));
    watchDownloads();
    await user.click(screen.getByRole('radio', { name: 'Tables' }));
    const sheet = screen.getByRole('article', { name: 'What leaves' });
    expect(within(sheet).getByText('The team waited.')).toBeTruthy();
    expect(within(sheet).queryByText(secret)).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Growth' }));
    expect(within(sheet).queryByText('The team waited.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save the tables' }));
    await waitFor(() => { expect(store.log[0]?.notesLeftOut).toEqual(['growth']); });
    expect(store.log[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('makes the file first and shares it with the next tap where the device shares', async () => {
    const share = vi.fn<(data: ShareData) => Promise<void>>().mockRejectedValueOnce(new DOMException('', 'AbortError')).mockResolvedValue(undefined);
    Object.assign(navigator, { canShare: () => true, share });
    try {
      const { user, store } = await shown();
      await user.click(screen.getByRole('radio', { name: 'Tables' }));
      await user.click(screen.getByRole('button', { name: 'Make the tables' }));
      const button = await screen.findByRole('button', { name: 'Share it' });
      expect(store.log).toEqual([]);
      await user.click(button);
      expect(await screen.findByText(/has not left the tablet yet/)).toBeTruthy(); // called off
      await user.click(button);
      expect(await screen.findByText(/Shared as sample-observation-tables/)).toBeTruthy();
      expect(share.mock.calls[0]?.[0].files?.[0]?.name).toBe('sample-observation-tables-de-identified.zip');
      expect(store.log.map(({ way }) => way)).toEqual(['shared', 'shared']);
    } finally {
      Reflect.deleteProperty(navigator, 'share');
      Reflect.deleteProperty(navigator, 'canShare');
    }
  });

  it('makes a file anew when the choice has changed since', async () => {
    Object.assign(navigator, { canShare: () => true, share: () => Promise.resolve() });
    try {
      const { user } = await shown();
      await user.click(screen.getByRole('radio', { name: 'Tables' }));
      await user.click(screen.getByRole('button', { name: 'Make the tables' }));
      await screen.findByRole('button', { name: 'Share it' });
      await user.click(screen.getByRole('checkbox', { name: 'Growth' }));
      expect(screen.queryByRole('button', { name: 'Share it' })).toBeNull();
      expect(screen.getByRole('button', { name: 'Make the tables' })).toBeTruthy();
    } finally {
      Reflect.deleteProperty(navigator, 'share');
      Reflect.deleteProperty(navigator, 'canShare');
    }
  });

  it('seals the file by a passphrase typed twice', async () => {
    const names = watchDownloads();
    const { user, store } = await shown();
    await user.click(screen.getByRole('radio', { name: 'Tables' }));
    await user.click(screen.getByRole('radio', { name: 'Passphrase' }));
    await user.click(screen.getByRole('button', { name: 'Save the tables' }));
    expect(await screen.findByText(/at least 12 letters/)).toBeTruthy();
    await user.type(screen.getByLabelText('Passphrase for the file'), 'four words that fit');
    await user.type(screen.getByLabelText('The same once more'), 'four words that fir');
    await user.click(screen.getByRole('button', { name: 'Save the tables' }));
    expect(await screen.findByText(/not the same/)).toBeTruthy();
    await user.type(screen.getByLabelText('The same once more'), '{Backspace}t');
    await user.click(screen.getByRole('button', { name: 'Save the tables' }));
    await waitFor(() => { expect(names).toEqual(['sample-observation-tables-de-identified.zip.age']); }, { timeout: 5_000 });
    expect(store.log[0]).toMatchObject({ sealed: 'passphrase' });
    expect(screen.getByLabelText<HTMLInputElement>('Passphrase for the file').value).toBe('');
  });

  it('copies the page as text, or shows it to be copied by hand', async () => {
    const { user, store } = await shown(); // user-event brings a clipboard
    await user.click(screen.getByRole('radio', { name: 'Print' }));
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    expect(await screen.findByText('The summary is on the clipboard, as text.')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toMatch(/^Sample, not a real meeting\nObservation summary: Annual review\nHeld: /);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    expect((await screen.findByLabelText<HTMLTextAreaElement>('The summary as text')).value).toContain('Next steps\n- ');
    expect(store.log.map(({ what, way }) => [what, way])).toEqual([['summary-text', 'copied'], ['summary-text', 'copied']]);
  });

  it('keeps an earlier revision readable', async () => {
    const { app, meeting, user } = await shown();
    await meeting.act(setStandout(meeting.entries, 'As it was first.'));
    await finishMeeting(app, meeting);
    await meeting.act(setStandout(meeting.entries, 'As it is now.'));
    expect(finishEdits(meeting.entries, meeting.nowMs())).toEqual([]);
    expect(await within(page()).findByText('As it is now.')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Revision 1, as it was finished' }));
    expect(await within(page()).findByText('As it was first.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^As it stands/ }));
    expect(await within(page()).findByText('As it is now.')).toBeTruthy();
  });
});
