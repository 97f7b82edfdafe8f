/**
 * The reflection after a meeting: strengths and growth areas, each with the source it was
 * drawn from, and the one sentence that stood out.
 *
 * Nothing is drawn from a device-only note: its words would leave the device by that way.
 */
import { clipLong } from '../clip.ts';
import type { Edit, Meeting, Source, ValueOf } from '../entry.ts';
import { entryIdOf, type EntryId } from '../ids.ts';
import type { AskedItem, AskedPhase } from '../roadmap/asked-items.ts';
import { standoutOf } from './glance.ts';
import { answerOf } from './mark.ts';
import type { Note } from './note.ts';

export { standoutOf };

export type Section = ValueOf<'reflection'>['section'];

export interface Reflection {
  readonly entry: EntryId;
  readonly text: string;
  readonly source: Source;
  readonly order: number;
}

/** A line that an item offers for the reflection. */
export interface Suggestion {
  readonly section: Section;
  readonly item: AskedItem;
  readonly text: string;
}

const standoutId = entryIdOf('standout');

/** The lines of a section, in the leader's order. */
export function reflectionsOf(meeting: Meeting, section: Section): Reflection[] {
  return [...meeting.reflection]
    .filter(([, value]) => value.section === section)
    .map(([entry, { text, source, order }]) => ({ entry, text, source, order }))
    .sort((a, b) => a.order - b.order || (a.entry < b.entry ? -1 : 1));
}

interface NewReflection {
  readonly id: string;
  readonly section: Section;
  readonly text: string;
  readonly source: Source;
}

/** Adds a line at the end of its section; nothing for blank text. */
export function addReflection(meeting: Meeting, { id, section, text, source }: NewReflection): Edit[] {
  if (text.trim() === '') return [];
  const order = 1 + reflectionsOf(meeting, section).reduce((most, other) => Math.max(most, other.order), 0);
  const value = { section, text: clipLong(text), source, order };
  return [{ kind: 'reflection', entry: entryIdOf('reflection', id), value }];
}

/** Rewords a line. */
export function changeReflection(meeting: Meeting, entry: EntryId, text: string): Edit[] {
  const known = meeting.reflection.get(entry);
  const next = clipLong(text);
  return known && known.text !== next ? [{ kind: 'reflection', entry, value: { ...known, text: next } }] : [];
}

/** Takes a line out. */
export const removeReflection = (meeting: Meeting, entry: EntryId): Edit[] =>
  meeting.reflection.has(entry) ? [{ kind: 'reflection', entry, value: null }] : [];

/** Moves a line one up (-1) or down (1) within its section; nothing at the ends. */
export function moveReflection(meeting: Meeting, entry: EntryId, by: -1 | 1): Edit[] {
  const section = meeting.reflection.get(entry)?.section;
  if (!section) return [];
  const lines = reflectionsOf(meeting, section).map((line) => line.entry);
  const at = lines.indexOf(entry);
  const other = lines[at + by];
  if (other === undefined) return [];
  lines[at + by] = entry;
  lines[at] = other;
  // All are numbered anew: two devices may have given the same number to different lines.
  return lines.flatMap((line, index): Edit[] => {
    const value = meeting.reflection.get(line);
    return value && value.order !== index + 1 ? [{ kind: 'reflection', entry: line, value: { ...value, order: index + 1 } }] : [];
  });
}

/** Draws a line from a note, keeping the note as its source; nothing from a device-only note. */
export function drawFromNote(meeting: Meeting, note: Note, { id, section }: Pick<NewReflection, 'id' | 'section'>): Edit[] {
  if (note.tag === 'device-only') return [];
  return addReflection(meeting, { id, section, text: note.text, source: { from: 'note', id: note.entry } });
}

/** Entry ids of the notes that reflections or follow-ups were drawn from. */
export function drawnNotes(meeting: Meeting): ReadonlySet<string> {
  const sources = [...meeting.reflection.values(), ...meeting['follow-up'].values()].map(({ source }) => source);
  return new Set(sources.filter(({ from }) => from === 'note').map(({ id }) => id));
}

/**
 * Lines that the marks offer, in the roadmap's order: a Yes as a strength in the item's own
 * words, Partly and Not yet as a growth area with the coaching move. Items that a line was
 * drawn from already are left out.
 */
export function suggestions(meeting: Meeting, phases: readonly AskedPhase[]): Suggestion[] {
  const used = new Set([...meeting.reflection.values()].filter(({ source }) => source.from === 'item').map(({ source }) => source.id));
  return phases.flatMap(({ items }) => items).flatMap((asked): Suggestion[] => {
    const answer = answerOf(meeting, asked.item.id);
    if (answer === null || answer === 'na' || used.has(asked.item.id)) return [];
    if (answer === 'yes') return [{ section: 'strength', item: asked, text: asked.item.label }];
    return [{ section: 'growth', item: asked, text: asked.item.coachingMove || asked.item.label }];
  });
}

/** Writes the sentence that stood out. */
export function setStandout(meeting: Meeting, text: string): Edit[] {
  const next = clipLong(text);
  if (next === standoutOf(meeting)) return [];
  return [{ kind: 'standout', entry: standoutId, value: { ...meeting.standout.get(standoutId), text: next } }];
}
