import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { followUpsOf } from '#domain/meeting/follow-up.ts';
import { setMark } from '#domain/meeting/mark.ts';
import { addNote, notesOf } from '#domain/meeting/note.ts';
import { setCapture } from '#domain/meeting/plan.ts';
import { drawnNotes, reflectionsOf, standoutOf } from '#domain/meeting/reflection.ts';
import { verifyTasks } from '#domain/meeting/verify.ts';
import { estimateOf } from '#domain/meeting/voice.ts';
import { isFinished, revisionOf } from '#domain/record/finish.ts';
import type { NoteTag } from '#domain/entry.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import After from '#ui/screens/after/After.svelte';
import { tenOClock } from '#tests/support/fake-app.ts';
import { onScreen, type Opened } from '../plan/opened.ts';

const at = (step: string): string => `/meeting/x/after?step=${step}`;
const markup = '<img src=x onerror="document.title=1">{{7*7}} \u202Ertl\u202C "quoted"';

function writes(meeting: OpenMeeting, text: string, tag: NoteTag | null): void {
  void meeting.act(addNote({ id: meeting.newId(), text, tag, about: { to: 'meeting', id: '' }, nowMs: tenOClock }));
}
const reflects = (): Promise<Opened> => onScreen(After, { address: at('reflection') });
const region = (name: string): HTMLElement => screen.getByRole('region', { name });

describe('notes and marks drawn into the reflection', () => {
  it('a note goes into strengths by one tap, once, and is marked used', async () => {
    const { user, meeting } = await reflects();
    writes(meeting, 'Scores were drawn as a picture.', 'strength');
    await user.click(await screen.findByRole('button', { name: /^Add to strengths: Scores were drawn/ }));
    const [line] = reflectionsOf(meeting.entries, 'strength');
    expect(line).toMatchObject({ text: 'Scores were drawn as a picture.', source: { from: 'note' } });
    expect(drawnNotes(meeting.entries).size).toBe(1);
    expect(screen.queryByRole('button', { name: /^Add to strengths: Scores/ })).toBeNull();
    expect(within(region('From your notes')).getByText('10:00, used')).toBeTruthy();
    expect(within(region('Strengths')).getByText('From a note, 10:00')).toBeTruthy();
  });

  it('the tag says where a note goes; the opened note goes anywhere', async () => {
    const { user, meeting } = await reflects();
    writes(meeting, 'Speech data were read out.', 'growth');
    writes(meeting, 'Ask about in-class support.', 'follow-up');
    writes(meeting, 'He reads every night.', 'family');
    await user.click(await screen.findByRole('button', { name: /^Add to growth areas: Speech/ }));
    await user.click(screen.getByRole('button', { name: /^Add to next steps: Ask about/ }));
    expect(reflectionsOf(meeting.entries, 'growth')).toHaveLength(1);
    expect(followUpsOf(meeting.entries)[0]).toMatchObject({ what: 'Ask about in-class support.', source: { from: 'note' } });
    await user.click(screen.getByRole('button', { name: /^Change this note: He reads/ }));
    await user.click(screen.getByRole('button', { name: 'To growth areas' }));
    expect(reflectionsOf(meeting.entries, 'growth')).toHaveLength(2);
  });

  it('shows no device-only note and says how many stay', async () => {
    const { meeting } = await reflects();
    writes(meeting, 'A thought of mine', 'device-only');
    expect(await screen.findByText(/1 device-only note stays on this tablet/)).toBeTruthy();
    expect(screen.queryByText('A thought of mine')).toBeNull();
  });

  it('a mark is drawn with its number and answer', async () => {
    const { user, meeting } = await reflects();
    const asked = [...meeting.askedById.values()].find(({ item }) => item.id === 'impact-stated');
    if (!asked) throw new Error('not asked');
    void meeting.act(setMark(meeting.entries, asked.item, 'no', tenOClock));
    await user.click(await screen.findByRole('button', { name: /^Add to growth areas: Impact of disability/ }));
    expect(within(region('Growth areas')).getByText(`From ${asked.number}, not yet`)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'From your marks' })).toBeNull();
  });
});

describe('the reflection', () => {
  it('is written, reworded, moved and removed', async () => {
    const { user, meeting } = await reflects();
    for (const text of ['First', 'Second']) {
      await user.type(screen.getByLabelText('Add a strength'), text);
      await user.tab();
    }
    await user.click(screen.getByRole('button', { name: 'More: Second' }));
    await user.click(screen.getByRole('button', { name: 'Move up' }));
    expect(reflectionsOf(meeting.entries, 'strength').map(({ text }) => text)).toEqual(['Second', 'First']);
    const field = screen.getByLabelText('Change the words');
    await user.clear(field);
    await user.type(field, 'Second, reworded');
    await user.tab();
    expect(reflectionsOf(meeting.entries, 'strength')[0]?.text).toBe('Second, reworded');
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(reflectionsOf(meeting.entries, 'strength').map(({ text }) => text)).toEqual(['First']);
  });

  it('keeps long and hostile text in each of its fields', async () => {
    const { user, meeting } = await reflects();
    const long = `${markup} ${'word '.repeat(2_000)}end`;
    for (const label of ['What stood out', 'Add a strength', 'Add a growth area']) {
      await user.click(screen.getByLabelText(label));
      await user.paste(long);
      await user.tab();
    }
    expect(standoutOf(meeting.entries)).toBe(long);
    expect(reflectionsOf(meeting.entries, 'strength')[0]?.text).toBe(long);
    expect(reflectionsOf(meeting.entries, 'growth')[0]?.text).toBe(long);
    expect(document.querySelector('main img')).toBeNull();
  });

  it('a next step has words, an owner by role, a date, and is ticked done', async () => {
    const { user, meeting } = await reflects();
    await user.click(screen.getByRole('button', { name: 'Add a next step' }));
    await user.click(screen.getByLabelText('What'));
    await user.paste(markup);
    await user.tab();
    await user.type(await screen.findByLabelText('Owner'), 'Maria Lopez');
    await user.tab();
    expect(screen.getByText(/This may be a name/)).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: /^Done: <img/ }));
    expect(followUpsOf(meeting.entries)[0]).toMatchObject({ what: markup, owner: 'Maria Lopez', doneOn: '2026-11-12' });
    const owner = screen.getByLabelText('Owner');
    await user.clear(owner);
    await user.paste('o'.repeat(10_000));
    await user.tab();
    expect(screen.getByLabelText<HTMLInputElement>('Owner').value).toHaveLength(10_000);
    expect(followUpsOf(meeting.entries)[0]?.owner).toHaveLength(2_000);
    expect(notesOf(meeting.entries)[0]).toMatchObject({ tag: 'device-only', text: 'o'.repeat(10_000) });
  });
});

describe('after items', () => {
  it('turn a must-happen item marked not yet into something to verify', async () => {
    const { user, meeting } = await onScreen(After, { address: at('items') });
    expect(screen.getByText('Nothing that must happen was marked not yet.')).toBeTruthy();
    await user.click(within(screen.getByRole('radiogroup', { name: /Prior written notice/ })).getByRole('radio', { name: 'Not yet' }));
    const task = screen.getByRole('group', { name: 'Verify: prior written notice sent before changes' });
    await user.click(within(task).getByRole('radio', { name: 'Confirmed gap' }));
    expect(verifyTasks(meeting.entries, meeting.askedById.values()).map(({ state }) => state)).toEqual(['gap']);
  });

  it('ask who spoke where the estimate was chosen', async () => {
    const { user, meeting } = await onScreen(After, { address: at('items') });
    expect(screen.queryByText('Who spoke, from memory')).toBeNull();
    void meeting.act(setCapture(meeting.entries, { mode: 'estimate' }));
    await user.click(within(await screen.findByRole('group', { name: 'Family' })).getByRole('radio', { name: 'A lot' }));
    expect(estimateOf(meeting.entries, 'family')).toBe('lot');
  });
});

describe('finishing', () => {
  it('makes revision 1, opens again, and makes revision 2; the first stays readable', async () => {
    const { user, meeting, store } = await onScreen(After, { sample: true, address: at('finish') });
    const { router } = await import('#ui/router.svelte.ts');
    await user.click(screen.getByRole('button', { name: 'Finish SAMPLE' }));
    await waitFor(() => { expect(location.pathname).toBe(`/meeting/${meeting.id}/summary`); });
    expect(isFinished(meeting.entries)).toBe(true);
    router.replace(at('finish'));
    expect(await screen.findByText(/^Finished Thu, Nov 12, 10:00\. Revision 1\.$/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Finish/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open it again' }));
    await screen.findByText('Finishing makes revision 2. Earlier ones stay readable.');
    await user.click(screen.getByRole('button', { name: 'Finish SAMPLE' }));
    await waitFor(() => { expect(revisionOf(meeting.entries)).toBe(2); });
    await waitFor(() => { expect(store.records.map(({ revision }) => revision)).toEqual([1, 2]); });
  });

  it('a finished meeting is read only until it is opened again', async () => {
    const { user, meeting } = await onScreen(After, { sample: true, address: at('finish') });
    const { router } = await import('#ui/router.svelte.ts');
    await user.click(screen.getByRole('button', { name: 'Finish SAMPLE' }));
    await waitFor(() => { expect(isFinished(meeting.entries)).toBe(true); });
    router.replace(at('reflection'));
    expect(await screen.findByText(/Revision 1/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open it again' }));
    expect((await screen.findAllByRole('textbox')).length).toBeGreaterThan(0);
  });

  it('says what is worth a look and holds nobody up', async () => {
    const { user, meeting } = await onScreen(After, { address: at('finish') });
    expect(screen.getByRole('link', { name: /The student code is empty/ }).getAttribute('href')).toBe(`/meeting/${meeting.id}/plan`);
    expect(screen.getByRole('link', { name: /What stood out is not written yet/ })).toBeTruthy();
    expect(screen.getByText(/No name was found in the text/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => { expect(isFinished(meeting.entries)).toBe(true); });
  });
});
