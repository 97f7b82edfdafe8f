/**
 * Which notes go along, by their tag. Notes that are left out are not in the record at all,
 * and the record says which kinds are missing (`notesLeftOut`): bringing it in elsewhere
 * adds nothing for them and takes nothing away. What a leader drew from a note into the
 * reflection or the next steps is their own text by then, and goes with its section.
 */
import type { NoteTag } from '../entry.ts';
import type { MeetingRecord, RecordEntry } from './record.ts';

export const noteChoices = ['strength', 'growth', 'family', 'follow-up', 'none'] as const;
/** A tag of a note that may leave; `none` for notes without one. */
export type NoteChoice = (typeof noteChoices)[number];

/** These choices as a set. */
export const chosenNotes = (choices: readonly NoteChoice[]): ReadonlySet<NoteChoice> => new Set(choices);

/** Every note that may leave. */
export const allNotes: ReadonlySet<NoteChoice> = chosenNotes(noteChoices);

/** Under which choice a note falls; null for those that stay on the device whatever is chosen. */
export const choiceOf = (tag: NoteTag | null): NoteChoice | null => (tag === 'device-only' ? null : (tag ?? 'none'));

/** The choices that are not in `chosen`, in their fixed order. */
export const leftOutOf = (chosen: ReadonlySet<NoteChoice>): NoteChoice[] => noteChoices.filter((choice) => !chosen.has(choice));

/** The record with the chosen notes only; the same record when all are chosen. Tombstones stay. */
export function withNotes(record: MeetingRecord, chosen: ReadonlySet<NoteChoice>): MeetingRecord {
  const notesLeftOut = leftOutOf(chosen);
  if (notesLeftOut.length === 0) return record;
  return { ...record, notesLeftOut, entries: record.entries.filter((entry) => !isLeftOut(entry, chosen)) };
}

function isLeftOut({ kind, value }: RecordEntry, chosen: ReadonlySet<NoteChoice>): boolean {
  if (kind !== 'note' || typeof value !== 'object' || value === null) return false;
  const tag = 'tag' in value ? value.tag : null;
  // A tag of a later version falls under none of the choices, and stays out with the untagged.
  return !chosen.has(noteChoices.find((choice) => choice === tag) ?? 'none');
}
