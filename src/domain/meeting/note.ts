/**
 * Notes: timed text, bound to the meeting, a phase or an item, with at most one tag.
 * Notes tagged `device-only` are the leader's own memory aid and never leave the device.
 */
import type { About, Edit, Meeting, NoteTag } from '../entry.ts';
import { entryIdOf, type EntryId } from '../ids.ts';

export interface Note {
  readonly entry: EntryId;
  readonly text: string;
  readonly tag: NoteTag | null;
  readonly about: About;
  /** When it was begun, epoch milliseconds; a later change of words leaves it. */
  readonly atMs: number;
}

export interface NewNote {
  /** A fresh random id. */
  readonly id: string;
  readonly text: string;
  readonly tag: NoteTag | null;
  readonly about: About;
  readonly nowMs: number;
}

/** What one note holds, in characters: ten times what anybody writes in a meeting. */
export const noteLimit = 1_000_000;

const isStorable = (text: string): boolean => text.trim() !== '' && text.length <= noteLimit;

/** Adds a note. Blank text adds nothing, nor does text beyond {@link noteLimit}: it stays a draft. */
export function addNote({ id, text, tag, about, nowMs }: NewNote): Edit[] {
  if (!isStorable(text)) return [];
  return [{ kind: 'note', entry: entryIdOf('note', id), value: { text, tag, about, atMs: nowMs } }];
}

/**
 * Changes words or tag. Blank words change nothing, so that a note is only ever removed by
 * {@link removeNote}; neither does a patch that says what the note says already.
 */
export function changeNote(
  meeting: Meeting,
  entry: EntryId,
  patch: { readonly text?: string; readonly tag?: NoteTag | null },
): Edit[] {
  const known = meeting.note.get(entry);
  if (!known) return [];
  const { text = known.text, tag = known.tag } = patch;
  if (!isStorable(text) || (text === known.text && tag === known.tag)) return [];
  return [{ kind: 'note', entry, value: { ...known, text, tag } }];
}

/** Takes a note away; undo brings it back. */
export const removeNote = (meeting: Meeting, entry: EntryId): Edit[] =>
  meeting.note.has(entry) ? [{ kind: 'note', entry, value: null }] : [];

/** All notes by time, those of one moment by id. */
export const notesOf = (meeting: Meeting): Note[] =>
  [...meeting.note]
    .map(([entry, { text, tag, about, atMs }]): Note => ({ entry, text, tag, about, atMs }))
    .sort((a, b) => a.atMs - b.atMs || (a.entry < b.entry ? -1 : 1));

/** The notes on one item or phase, or on the meeting as such, by time. */
export const notesAbout = (meeting: Meeting, about: About): Note[] =>
  notesOf(meeting).filter((note) => note.about.to === about.to && note.about.id === about.id);

/** The notes that may leave the device, by time. */
export const sharedNotes = (meeting: Meeting): Note[] => notesOf(meeting).filter(({ tag }) => tag !== 'device-only');

/** How many notes stay on the device. */
export const deviceOnlyCount = (meeting: Meeting): number => meeting.note.size - sharedNotes(meeting).length;
