/**
 * The journal of a meeting: every edit is one change, and changes are only ever added.
 * `act` groups what one touch of the leader did (ending one turn and beginning the next),
 * so that undo takes it back whole. `undoes` and `redoes` name the act that is reversed.
 */
import { isEntryKind, singleKinds, valueSchemas } from './entry.ts';
import { isEntryId, isUuid, type ActId, type EntryId, type MeetingId } from './ids.ts';
import { err, ok, type Result } from './result.ts';
import { isStamp, type Stamp } from './stamp.ts';
import { z } from './zod.ts';

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

/** What was not as it should be, and where: a path such as `value.atMs`. */
export interface NotAChange {
  readonly type: 'NotAChange';
  readonly at: string;
}

const isId = (text: string): boolean => isUuid(text);
const schema = z.object({
  meeting: z.string().check(z.refine(isId)),
  stamp: z.string().check(z.refine(isStamp)),
  act: z.string().check(z.refine(isId)),
  entry: z.string().check(z.refine(isEntryId)),
  kind: z.string().check(z.maxLength(40)),
  value: z.unknown(),
  undoes: z.optional(z.string().check(z.refine(isId))),
  redoes: z.optional(z.string().check(z.refine(isId))),
  imported: z.optional(z.boolean()),
});

/** True when `value` has the shape of its kind; a tombstone and a kind of a later version always have. */
export const isValueOf = (kind: string, value: unknown): boolean =>
  value === null || !isEntryKind(kind) || valueSchemas[kind].safeParse(value).success;

/** True when the entry's id begins with its kind, and is no more than that where a meeting has it once. */
export function isEntryOf(kind: string, entry: string): boolean {
  if (!isEntryKind(kind)) return entry.split(':')[0] === kind;
  return singleKinds.has(kind) ? entry === kind : entry.startsWith(`${kind}:`);
}

/** Reads a change that was opened from the database or a file. Refuses it whole, naming the place. */
export function parseChange(input: unknown): Result<Change, NotAChange> {
  const outer = schema.safeParse(input);
  if (!outer.success) return err({ type: 'NotAChange', at: outer.error.issues[0]?.path.join('.') ?? '' });
  const change = outer.data;
  if (!isEntryOf(change.kind, change.entry)) return err({ type: 'NotAChange', at: 'kind' });
  if (!isValueOf(change.kind, change.value)) return err({ type: 'NotAChange', at: `${change.entry} value` });
  // The parser is the one place that brands.
  return ok(change as unknown as Change);
}
