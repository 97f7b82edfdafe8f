import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepDraft, readDraft } from '#app/meeting/drafts.ts';
import { addNote, noteLimit, notesOf, removeNote } from '#domain/meeting/note.ts';
import { tenOClock } from '#tests/support/fake-app.ts';
import { cell, comeBack, jot, row, sitDown } from './sitting.ts';

const on32 = { to: 'item', id: 'results-explained' } as const;

afterEach(() => {
  vi.useRealTimers();
});

describe('a note', () => {
  it('is kept by Enter with its tag, its place and its time', async () => {
    const { user, meeting, clock } = sitDown();
    await user.click(cell('3.1', 'Yes'));
    clock.pass(60_000);
    await user.type(jot(), 'Family asked first');
    await user.click(screen.getByRole('button', { name: 'Family’s words' }));
    await user.type(jot(), '{Enter}');
    expect(notesOf(meeting.entries)).toMatchObject([
      { text: 'Family asked first', tag: 'family', about: { to: 'item', id: 'data-sources-cited' }, atMs: tenOClock + 60_000 },
    ]);
    expect(jot().value).toBe('');
    expect(screen.getByRole('button', { name: 'Family’s words' }).getAttribute('aria-pressed')).toBe('false');
    expect(within(row('3.1')).getByText('Family asked first')).toBeTruthy();
  });

  it('is on the phase until an item is touched, and on the whole meeting when its pin is tapped', async () => {
    const { user, meeting } = sitDown();
    await user.click(screen.getByRole('button', { name: 'The note is on phase 3. Change' }));
    await user.type(jot(), 'Calm start{Enter}');
    expect(notesOf(meeting.entries)[0]?.about).toEqual({ to: 'meeting', id: '' });
  });

  it('has at most one tag, and a second tap takes it off', async () => {
    const { user } = sitDown();
    const tag = (name: string): HTMLElement => screen.getByRole('button', { name });
    await user.click(tag('Strength'));
    await user.click(tag('Growth'));
    expect([tag('Strength'), tag('Growth')].map((one) => one.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    await user.click(tag('Growth'));
    expect(tag('Growth').getAttribute('aria-pressed')).toBe('false');
  });

  it('says in one sentence what device only means, and never calls it private', async () => {
    const { user } = sitDown();
    await user.click(screen.getByRole('button', { name: 'Device only' }));
    const words = screen.getByRole('region', { name: 'Device only' }).textContent;
    expect(words).toContain('stays on this tablet');
    expect(words).toMatch(/34\sCFR\s99\.3/);
    expect(words).not.toMatch(/private|exempt/i);
  });

  it('is opened again, changed, left as it was, and removed', async () => {
    const { user, meeting } = sitDown({ with: (_, { app }) => addNote({ id: app.newId(), text: 'Drawn as a picture', tag: null, about: on32, nowMs: app.nowMs() }) });
    const item = meeting.askedById.get(on32.id) ?? [...meeting.askedById.values()][0];
    expect(item).toBeTruthy();
    await user.click(screen.getByRole('button', { name: `Notes on ${meeting.askedById.get(on32.id)?.number ?? ''}` }));
    const open = (): Promise<void> => user.click(screen.getByRole('button', { name: /Change the note/ }));
    await open();
    expect(jot().value).toBe('Drawn as a picture');
    await user.type(jot(), ', twice{Enter}');
    expect(notesOf(meeting.entries)[0]?.text).toBe('Drawn as a picture, twice');
    await open();
    await user.click(screen.getByRole('button', { name: 'Leave it as it was' }));
    expect(jot().value).toBe('');
    await open();
    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(notesOf(meeting.entries)).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(notesOf(meeting.entries)).toHaveLength(1);
  });

  it('underlines what reads like a name, and blocks nothing', async () => {
    const { user, meeting } = sitDown();
    await user.type(jot(), 'and then Maria Lopez spoke');
    expect([...document.querySelectorAll('.guard u')].map((one) => one.textContent)).toEqual(['Maria Lopez']);
    await user.type(jot(), '{Enter}');
    expect(notesOf(meeting.entries)).toHaveLength(1);
  });

  it('takes in a phrase that was tapped', async () => {
    const { user } = sitDown();
    await user.click(screen.getByRole('button', { name: 'Phrases' }));
    await user.click(await screen.findByRole('button', { name: 'Data named with a date.' }));
    expect(jot().value).toBe('Data named with a date.');
  });
});

describe('words that could get lost', () => {
  const written = (text: string) => (_: unknown, { app }: { app: { newId: () => string; nowMs: () => number } }) =>
    addNote({ id: app.newId(), text, tag: null, about: on32, nowMs: app.nowMs() });
  const open = async ({ user, meeting }: ReturnType<typeof sitDown>): Promise<void> => {
    await user.click(screen.getByRole('button', { name: `Notes on ${meeting.askedById.get(on32.id)?.number ?? ''}` }));
    await user.click(screen.getAllByRole('button', { name: /Change the note/ })[0] ?? document.body);
  };

  it('are a note of their own when the note that was opened has gone meanwhile', async () => {
    const sat = sitDown({ with: written('Drawn as a picture') });
    await open(sat);
    await sat.user.type(jot(), ', twice');
    const [note] = notesOf(sat.meeting.entries);
    if (note) await sat.meeting.act(removeNote(sat.meeting.entries, note.entry));
    await sat.user.type(jot(), '{Enter}');
    expect(notesOf(sat.meeting.entries)).toMatchObject([{ text: 'Drawn as a picture, twice', about: on32 }]);
  });

  it('are kept when another note is opened over a changed one', async () => {
    const sat = sitDown({ with: written('First') });
    void sat.meeting.act(addNote({ id: sat.meeting.newId(), text: 'Second', tag: null, about: on32, nowMs: tenOClock + 1 }));
    await open(sat);
    await sat.user.type(jot(), ' and more');
    await sat.user.click(screen.getByRole('button', { name: /Change the note:.*Second/ }));
    expect(notesOf(sat.meeting.entries).map(({ text }) => text)).toEqual(['First and more', 'Second']);
    expect(jot().value).toBe('Second');
  });

  it('stay in the bar when they are more than one note holds', async () => {
    const sat = sitDown();
    const long = 'a'.repeat(noteLimit + 1);
    await fireEvent.input(jot(), { target: { value: long } });
    await fireEvent.submit(jot().form ?? jot());
    expect(notesOf(sat.meeting.entries)).toEqual([]);
    expect(jot().value.length).toBe(long.length);
    expect((await readDraft(sat.app, sat.meeting.id))?.text.length).toBe(long.length);
  });

  it('come back to the note that was being changed, and not as a second note', async () => {
    const sat = sitDown({ with: written('Drawn as a picture') });
    await open(sat);
    await sat.user.type(jot(), ', twice');
    await fireEvent.blur(jot());
    const again = await comeBack(sat);
    await vi.waitFor(() => { expect(jot().value).toBe('Drawn as a picture, twice'); });
    await again.type(jot(), '{Enter}');
    expect(notesOf(sat.meeting.entries).map(({ text }) => text)).toEqual(['Drawn as a picture, twice']);
  });

  it('leave no draft behind when an opened note was not changed', async () => {
    const sat = sitDown({ with: written('Drawn as a picture') });
    await open(sat);
    sat.unmount();
    expect(await readDraft(sat.app, sat.meeting.id)).toBeNull();
  });

  it('are a note when the leader writes before the draft of last time has been read', async () => {
    const sat = sitDown();
    sat.unmount();
    await keepDraft(sat.app, sat.meeting.id, { text: 'From last time', tag: 'family', about: on32, note: null });
    const read = Promise.withResolvers<undefined>();
    const reads = sat.store.readDraft.bind(sat.store);
    sat.store.readDraft = async (id) => { const kept = await reads(id); await read.promise; return kept; };
    const user = await comeBack(sat);
    await user.type(jot(), 'New words');
    read.resolve(undefined);
    await vi.waitFor(() => { expect(notesOf(sat.meeting.entries)).toMatchObject([{ text: 'From last time', tag: 'family', about: on32 }]); });
    expect(jot().value).toBe('New words');
  });
});

describe('a draft', () => {
  it('is kept 300 ms after the last key, and at once when the field is left', async () => {
    const { app, meeting } = sitDown();
    vi.useFakeTimers();
    await fireEvent.input(jot(), { target: { value: 'half a sen' } });
    vi.advanceTimersByTime(299);
    expect(await readDraft(app, meeting.id)).toBeNull();
    vi.advanceTimersByTime(1);
    expect((await readDraft(app, meeting.id))?.text).toBe('half a sen');
    await fireEvent.input(jot(), { target: { value: 'half a sentence' } });
    await fireEvent.blur(jot());
    expect((await readDraft(app, meeting.id))?.text).toBe('half a sentence');
  });

  it('is there again when the app comes back, and gone when it has become a note', async () => {
    const sat = sitDown();
    await sat.user.type(jot(), 'half');
    await fireEvent.blur(jot());
    sat.unmount();
    expect((await readDraft(sat.app, sat.meeting.id))?.text).toBe('half');
  });
});
