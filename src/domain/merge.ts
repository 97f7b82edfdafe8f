/**
 * Replicas to one meeting. For each entry the change with the latest stamp wins; a
 * tombstone is a change like any other, so nothing that was deleted comes back.
 *
 *   | have | comes         | then                                   |
 *   | –    | any           | it is taken                            |
 *   | s    | later than s  | it is taken                            |
 *   | s    | s             | the same change; nothing happens       |
 *   | s    | earlier       | what is there stays                    |
 *
 * Stamps are unique to a change, so merging is commutative, associative and idempotent.
 */
import type { Change } from './change.ts';
import { emptyMeeting, isEntryKind, type Edit, type EntryKind, type Meeting, type ValueOf } from './entry.ts';
import type { EntryId } from './ids.ts';

/** The winning change of every entry, tombstones included. */
export type Replica = ReadonlyMap<EntryId, Change>;

/** True when `next` is to replace `current`. */
export const wins = (next: Change, current: Change | undefined): boolean => !current || next.stamp > current.stamp;

/** The replica that a journal, in any order and with repeats, leads to. */
export function replicaOf(changes: Iterable<Change>): Map<EntryId, Change> {
  const replica = new Map<EntryId, Change>();
  for (const change of changes) if (wins(change, replica.get(change.entry))) replica.set(change.entry, change);
  return replica;
}

/** Both replicas as one, entry by entry. */
export const merge = (a: Replica, b: Replica): Map<EntryId, Change> => replicaOf([...a.values(), ...b.values()]);

/** Puts one change's value into a meeting that the caller owns; a kind of a later version is left aside. */
export function place(meeting: { [K in EntryKind]: Map<EntryId, ValueOf<K>> }, change: Pick<Change, 'kind' | 'entry' | 'value'>): void {
  if (!isEntryKind(change.kind)) return;
  const entries = meeting[change.kind] as Map<EntryId, unknown>;
  if (change.value === null) entries.delete(change.entry);
  else entries.set(change.entry, change.value);
}

/** The living entries of a replica, by kind. */
export function meetingOf(replica: Replica): Meeting {
  const meeting = emptyMeeting();
  for (const change of replica.values()) place(meeting, change);
  return meeting;
}

/** The edit that a change made. */
export const editOf = (change: Change): Edit =>
  ({ kind: change.kind, entry: change.entry, value: change.value }) as Edit;
