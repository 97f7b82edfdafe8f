/**
 * The stored units inside a meeting. An entry has an id, a kind and a value; the shape of
 * the value is given per kind in `entry-schemas.ts`. Objects are open: fields that this version does not
 * know are kept and carried along. New fields are optional with a default at read.
 *
 * Entry ids say what an entry is about: `mark:goal-from-need`, `note:<uuid>`,
 * `bead:g2:impact`. Header groups have their kind as their only id: `basics`.
 *
 * Kinds of {@link localKinds} stay on the device: they are in no record, export or sync.
 */
import type { valueSchemas } from './entry-schemas.ts';
import type { EntryId } from './ids.ts';
import type { z } from './zod.ts';

export const answers = ['yes', 'partly', 'no', 'na'] as const;
export type Answer = (typeof answers)[number];
export const noteTags = ['strength', 'growth', 'family', 'follow-up', 'device-only'] as const;
export type NoteTag = (typeof noteTags)[number];
export const captureModes = ['turns', 'pulse', 'estimate'] as const;
export type CaptureMode = (typeof captureModes)[number];
export const chainLinks = ['data', 'impact', 'goal', 'service', 'placement'] as const;
export type ChainLink = (typeof chainLinks)[number];
export const capacities = ['lea-rep', 'member', 'observer'] as const;
export type Capacity = (typeof capacities)[number];
/** How somebody takes part; `unconfirmed` is planned and not yet certain. */
export const attendances = ['in-person', 'video', 'phone', 'unconfirmed', 'excused', 'not-attending'] as const;
export type Attendance = (typeof attendances)[number];

export type EntryKind = keyof typeof valueSchemas;
export type ValueOf<K extends EntryKind> = z.infer<(typeof valueSchemas)[K]>;
export type About = ValueOf<'note'>['about'];
export type Source = ValueOf<'reflection'>['source'];
export type Elsewhere = NonNullable<ValueOf<'follow-up'>['carriedFrom']>;

/** Spelled out, so that reading a meeting needs no schema; the compiler keeps it whole. */
const kinds: Readonly<Record<EntryKind, true>> = {
  basics: true, conditions: true, minutes: true, dates: true, capture: true, attendee: true, mark: true, note: true,
  turn: true, sample: true, estimate: true, goal: true, bead: true, counters: true, timing: true, visit: true,
  gap: true, reflection: true, standout: true, 'follow-up': true, verify: true, finish: true, place: true,
};

export const entryKinds = Object.keys(kinds) as readonly EntryKind[];

/** Kinds that never leave the device. Notes tagged `device-only` do not leave it either. */
export const localKinds: ReadonlySet<string> = new Set<EntryKind>(['place']);

/** Kinds that a meeting has once, under the kind as the only id. All others have an id of their own. */
export const singleKinds: ReadonlySet<string> = new Set<EntryKind>([
  'basics', 'conditions', 'minutes', 'dates', 'capture', 'counters', 'timing', 'standout', 'finish', 'place',
]);

/** One wanted change of one entry; `value: null` is a tombstone. */
export type Edit = {
  readonly [K in EntryKind]: { readonly kind: K; readonly entry: EntryId; readonly value: ValueOf<K> | null };
}[EntryKind];

/**
 * A meeting as its living entries, by kind. Tombstones are left out.
 * Plain maps and reactive ones both fit.
 */
export type Meeting = { readonly [K in EntryKind]: ReadonlyMap<EntryId, ValueOf<K>> };

/** True for a kind that this version knows. */
export const isEntryKind = (kind: string): kind is EntryKind => Object.hasOwn(kinds, kind);

/** A meeting without a single entry. */
export const emptyMeeting = (): { [K in EntryKind]: Map<EntryId, ValueOf<K>> } =>
  Object.fromEntries(entryKinds.map((kind) => [kind, new Map()])) as unknown as {
    [K in EntryKind]: Map<EntryId, ValueOf<K>>;
  };
