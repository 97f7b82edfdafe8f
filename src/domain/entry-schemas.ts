/**
 * The schema of each kind's value, for what comes from outside: files, backups, other devices.
 * Rows of this device's own store were checked before they were sealed.
 */
import { answers, attendances, capacities, captureModes, noteTags } from './entry.ts';
import { z } from './zod.ts';

const ms = z.number().check(z.gte(0), z.lte(8.64e15));
const onDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const clockTime = z.string().check(z.regex(/^\d{2}:\d{2}$/));
const line = z.string().check(z.maxLength(2_000));
/** Notes and reflections: as much as anybody writes in a meeting, and ten times that. */
const longText = z.string().check(z.maxLength(1_000_000));
const word = z.string().check(z.maxLength(120));

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
