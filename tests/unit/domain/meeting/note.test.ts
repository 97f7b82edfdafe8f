import { describe, expect, it } from 'vitest';
import type { About, Edit, NoteTag } from '#domain/entry.ts';
import {
  addNote, changeNote, deviceOnlyCount, noteLimit, notesAbout, notesOf, removeNote, sharedNotes,
} from '#domain/meeting/note.ts';
import { entryId, meetingAfter, tenMs, withEdits } from '../meeting-of.ts';

const wholeMeeting: About = { to: 'meeting', id: '' };
const onGoals: About = { to: 'phase', id: 'goals' };
const note = (id: string, text: string, tag: NoteTag | null = null, { about = wholeMeeting, nowMs = tenMs } = {}): Edit[] =>
  addNote({ id, text, tag, about, nowMs });

describe('a note', () => {
  it('keeps its words, tag, place and time', () => {
    const meeting = meetingAfter(() => note('a', 'Restated in plain words', 'strength', { about: onGoals }));
    expect(notesOf(meeting)).toEqual([
      { entry: 'note:a', text: 'Restated in plain words', tag: 'strength', about: onGoals, atMs: tenMs },
    ]);
  });

  it('of 100,000 characters is kept whole', () => {
    const text = 'Teach-back. '.repeat(8_334);
    expect(notesOf(meetingAfter(() => note('a', text)))[0]?.text).toBe(text);
  });

  it.each([['blank', ' \n\t'], ['empty', ''], ['too long to be stored', 'x'.repeat(noteLimit + 1)]])('is not made of %s text', (_why, text) => {
    expect(note('a', text)).toEqual([]);
  });

  it('stands by time, not by id', () => {
    const meeting = meetingAfter(() => note('b', 'second', null, { nowMs: tenMs + 2 }), () => note('c', 'first', null));
    expect(notesOf(meeting).map(({ text }) => text)).toEqual(['first', 'second']);
  });

  it('is found by what it is about', () => {
    const meeting = meetingAfter(() => note('a', 'on goals', null, { about: onGoals }), () => note('b', 'on all'), () =>
      note('c', 'on an item', null, { about: { to: 'item', id: 'goals' } }));
    expect(notesAbout(meeting, { to: 'phase', id: 'goals' }).map(({ text }) => text)).toEqual(['on goals']);
    expect(notesAbout(meeting, wholeMeeting).map(({ text }) => text)).toEqual(['on all']);
  });
});

describe('changing a note', () => {
  const meeting = meetingAfter(() => note('a', 'before', 'growth'));
  const entry = entryId('note:a');

  it('changes words or tag and leaves the rest', () => {
    expect(notesOf(withEdits(meeting, changeNote(meeting, entry, { text: 'after' })))[0]).toMatchObject({ text: 'after', tag: 'growth', atMs: tenMs });
    expect(notesOf(withEdits(meeting, changeNote(meeting, entry, { tag: null })))[0]).toMatchObject({ text: 'before', tag: null });
  });

  it('does nothing for the same words, blank words, or a note that is not there', () => {
    expect(changeNote(meeting, entry, { text: 'before', tag: 'growth' })).toEqual([]);
    expect(changeNote(meeting, entry, { text: '  ' })).toEqual([]);
    expect(changeNote(meeting, entryId('note:z'), { text: 'after' })).toEqual([]);
  });

  it('takes it away only when that was asked', () => {
    expect(removeNote(meeting, entry)).toEqual([{ kind: 'note', entry, value: null }]);
    expect(removeNote(meeting, entryId('note:z'))).toEqual([]);
  });
});

describe('a device-only note', () => {
  it('is counted, and left out of what is shared', () => {
    const meeting = meetingAfter(() => note('a', 'for me', 'device-only'), () => note('b', 'for all', 'family'));
    expect(sharedNotes(meeting).map(({ text }) => text)).toEqual(['for all']);
    expect(deviceOnlyCount(meeting)).toBe(1);
    expect(notesOf(meeting)).toHaveLength(2);
  });
});
