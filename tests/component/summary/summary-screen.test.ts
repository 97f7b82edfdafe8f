import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addFollowUp } from '#domain/meeting/follow-up.ts';
import { setStandout } from '#domain/meeting/reflection.ts';
import { finishEdits } from '#domain/record/finish.ts';
import { finishMeeting } from '#app/meeting/finish-meeting.ts';
import Host from './Host.svelte';
import { openSample } from './open-sample.ts';

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
    await user.click(screen.getByRole('radio', { name: 'Identified' }));
    await user.click(screen.getByRole('button', { name: /^Print/ }));
    expect(print).not.toHaveBeenCalled();
    expect(screen.getByLabelText('What it is for').getAttribute('aria-describedby')).toBeTruthy();
    await user.type(screen.getByLabelText('What it is for'), 'debrief with the team');
    await user.click(screen.getByRole('button', { name: /^Print/ }));
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
    const { user } = await shown();
    await user.click(screen.getByRole('button', { name: /^Tables/ }));
    await waitFor(() => { expect(names).toEqual(['observation-tables-de-identified.zip']); });
    await user.click(screen.getByRole('button', { name: /^Record/ }));
    await user.type(await screen.findByLabelText('What it is for'), 'to the other tablet');
    await user.click(screen.getByRole('button', { name: /^Record/ }));
    await waitFor(() => { expect(names[1]).toMatch(/^observation-record-.*\.json$/); });
    expect(screen.getByText(/Handed to the browser as observation-record/)).toBeTruthy();
  });

  it('points at words that may be a name', async () => {
    const { meeting } = await shown();
    expect(screen.getByText(/No name was found in the text/)).toBeTruthy();
    await meeting.act(addFollowUp(meeting.entries, { id: 'f9', what: 'Then call Mrs. Ortega', owner: 'Case manager', dueOn: null, source: { from: 'self', id: '' } }));
    expect(await screen.findByText(/Ortega.* may be a name or a number/)).toBeTruthy();
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
