/** What a meeting looks like after edits that are not (yet) in any journal. */
import { emptyMeeting, entryKinds, type Edit, type EntryKind, type Meeting, type ValueOf } from './entry.ts';
import type { EntryId } from './ids.ts';
import { place } from './merge.ts';

/** A copy of `meeting` with the edits carried out in their order; `meeting` stays as it is. */
export function withEdits(meeting: Meeting, edits: Iterable<Edit>): Meeting {
  const next = emptyMeeting();
  const copy = <K extends EntryKind>(kind: K, entries: ReadonlyMap<EntryId, ValueOf<K>>): void => {
    for (const [entry, value] of entries) place(next, { kind, entry, value });
  };
  for (const kind of entryKinds) copy(kind, meeting[kind]);
  for (const edit of edits) place(next, edit);
  return next;
}
