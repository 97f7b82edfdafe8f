/**
 * The stored units inside a meeting. An entry has an id, a kind and a value; the shape of
 * the value is given here per kind. Objects are open: fields that this version does not
 * know are kept and carried along. New fields are optional with a default at read.
 *
 * Entry ids say what an entry is about: `mark:goal-from-need`, `note:<uuid>`,
 * `bead:g2:impact`. Header groups have their kind as their only id: `basics`.
 *
 * Kinds of {@link localKinds} stay on the device: they are in no record, export or sync.
 */
import type { EntryId } from './ids.ts';
import { z } from './zod.ts';

const ms = z.number().check(z.gte(0), z.lte(8.64e15));
const onDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const clockTime = z.string().check(z.regex(/^\d{2}:\d{2}$/));
const line = z.string().check(z.maxLength(2_000));
/** Notes and reflections: as much as anybody writes in a meeting, and ten times that. */
const longText = z.string().check(z.maxLength(1_000_000));
const word = z.string().check(z.maxLength(120));

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

const about = z.looseObject({
  to: z.enum(['meeting', 'phase', 'item']),
  /** Phase or item id; empty for the meeting. */
  id: word,
});
const source = z.looseObject({
  from: z.enum(['self', 'note', 'item', 'thread']),
  /** Entry id of the note, item id, or `row:link` of the thread; empty for one's own words. */
  id: word,
});

/** An entry of another meeting, which may not be on this device. */
const elsewhere = z.looseObject({ meeting: word, entry: word });

/** The zod schema of each kind's value. The types below are inferred from it. */
export const valueSchemas = {
  basics: z.looseObject({
    type: word, code: line, capacity: z.nullable(z.enum(capacities)), onDate: z.nullable(onDate), startsAt: z.nullable(clockTime),
    room: line, school: line, team: line, sample: z.optional(z.boolean()),
    /** Fingerprint of the calendar event that it was planned from, so that the same file does not plan it twice. */
    fromEvent: z.optional(word),
  }),
  conditions: z.looseObject({ on: z.array(word), language: line }),
  minutes: z.looseObject({ byPhase: z.record(word, z.number().check(z.gte(0), z.lte(600))) }),
  dates: z.looseObject({ byName: z.record(word, onDate), limitDays: z.record(word, z.number()) }),
  capture: z.looseObject({ mode: z.enum(captureModes), pulseSeconds: z.number().check(z.gte(10), z.lte(60)), quick: z.boolean() }),
  attendee: z.looseObject({ role: word, how: z.enum(attendances), words: line, order: z.number() }),
  mark: z.looseObject({ answer: z.enum(answers), atMs: ms }),
  note: z.looseObject({ text: longText, tag: z.nullable(z.enum(noteTags)), about, atMs: ms }),
  turn: z.looseObject({ role: word, fromMs: ms, toMs: z.nullable(ms) }),
  sample: z.looseObject({ role: word, atMs: ms }),
  estimate: z.looseObject({ level: z.enum(['none', 'some', 'lot']) }),
  goal: z.looseObject({ words: line, order: z.number() }),
  bead: z.looseObject({ answer: z.nullable(z.enum(['yes', 'partly', 'no'])), words: line, firstAtMs: ms }),
  counters: z.looseObject({
    needsNamed: z.number(), goalsTied: z.number(), concernsRaised: z.number(), concernsAddressed: z.number(),
    /** The highest goal number that was given and taken away again, so that none is given twice. */
    goalsEver: z.optional(z.number().check(z.int(), z.gte(0), z.lte(1_000_000))),
  }),
  timing: z.looseObject({ startedAtMs: ms, endedAtMs: z.nullable(ms), leftAtMs: z.nullable(ms) }),
  visit: z.looseObject({ phase: word, fromMs: ms }),
  gap: z.looseObject({ fromMs: ms, toMs: ms }),
  reflection: z.looseObject({ section: z.enum(['strength', 'growth']), text: longText, source, order: z.number() }),
  standout: z.looseObject({ text: longText }),
  'follow-up': z.looseObject({
    what: longText, owner: line, dueOn: z.nullable(onDate), doneOn: z.nullable(onDate), source, order: z.number(),
    /** Where it was promised first, when it was carried over from an earlier meeting. */
    carriedFrom: z.optional(elsewhere),
    /** The later meeting that took it over; it is then neither open nor done here. */
    carriedTo: z.optional(z.nullable(elsewhere)),
  }),
  verify: z.looseObject({ state: z.enum(['open', 'done', 'gap']), onDate: z.nullable(onDate) }),
  finish: z.looseObject({ revision: z.number().check(z.int(), z.gte(0), z.lte(1_000_000)), atMs: ms, open: z.boolean() }),
  place: z.looseObject({ phase: word, view: z.enum(['phase', 'thread']) }),
} as const;

export type EntryKind = keyof typeof valueSchemas;
export type ValueOf<K extends EntryKind> = z.infer<(typeof valueSchemas)[K]>;
export type About = ValueOf<'note'>['about'];
export type Source = ValueOf<'reflection'>['source'];
export type Elsewhere = z.infer<typeof elsewhere>;

export const entryKinds = Object.keys(valueSchemas) as readonly EntryKind[];

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
export const isEntryKind = (kind: string): kind is EntryKind => Object.hasOwn(valueSchemas, kind);

/** A meeting without a single entry. */
export const emptyMeeting = (): { [K in EntryKind]: Map<EntryId, ValueOf<K>> } =>
  Object.fromEntries(entryKinds.map((kind) => [kind, new Map()])) as unknown as {
    [K in EntryKind]: Map<EntryId, ValueOf<K>>;
  };
