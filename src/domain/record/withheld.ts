/**
 * What stays on the device: notes tagged device-only, and reflection lines and next steps
 * that were drawn from a note before it was so tagged, since they repeat its words.
 * Records, summaries and tables leave these out; untagging the note lets all of it go.
 */
import type { Meeting } from '../entry.ts';
import type { EntryId } from '../ids.ts';

/** Ids of the living entries that leave the device in no form. */
export function withheldEntries(meeting: Meeting): ReadonlySet<EntryId> {
  const notes = [...meeting.note].filter(([, { tag }]) => tag === 'device-only').map(([entry]) => entry);
  const noteIds = new Set<string>(notes);
  const drawn = [...meeting.reflection, ...meeting['follow-up']]
    .filter(([, { source }]) => source.from === 'note' && noteIds.has(source.id))
    .map(([entry]) => entry);
  return new Set([...notes, ...drawn]);
}
