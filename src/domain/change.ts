/**
 * The journal of a meeting: every edit is one change, and changes are only ever added.
 * `act` groups what one touch of the leader did (ending one turn and beginning the next),
 * so that undo takes it back whole. `undoes` and `redoes` name the act that is reversed.
 */
import { isEntryKind, singleKinds } from './entry.ts';
import { isEntryId, isUuid, type ActId, type EntryId, type MeetingId } from './ids.ts';
import { isStamp, type Stamp } from './stamp.ts';

export interface Change {
  readonly meeting: MeetingId;
  readonly stamp: Stamp;
  readonly act: ActId;
  readonly entry: EntryId;
  /** One of the known kinds, or a kind of a later version, which is carried along unread. */
  readonly kind: string;
  /** The value, shaped by its kind; null is a tombstone. */
  readonly value: unknown;
  readonly undoes?: ActId;
  readonly redoes?: ActId;
  /** Came from a file or another device, so it is no step of undo here. */
  readonly imported?: boolean;
}

/** True when the entry's id begins with its kind, and is no more than that where a meeting has it once. */
export function isEntryOf(kind: string, entry: string): boolean {
  if (!isEntryKind(kind)) return entry.split(':')[0] === kind;
  return singleKinds.has(kind) ? entry === kind : entry.startsWith(`${kind}:`);
}

/**
 * A change that this device sealed itself, so that it was checked when it was made or taken
 * in; null when it has not even the outline of one. What comes from outside goes through
 * `parseChange`.
 */
export function ownChange(input: object): Change | null {
  const { meeting, stamp, act, entry, kind, value } = input as Partial<Record<keyof Change, unknown>>;
  const isWhole = typeof meeting === 'string' && isUuid(meeting) && typeof stamp === 'string' && isStamp(stamp)
    && typeof act === 'string' && isUuid(act) && typeof entry === 'string' && isEntryId(entry)
    && typeof kind === 'string' && isEntryOf(kind, entry) && (!isEntryKind(kind) || typeof value === 'object');
  return isWhole ? (input as Change) : null;
}
