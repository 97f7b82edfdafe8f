/** The schema of a digest, for what comes from outside: a backup. */
import { meetingStates } from './digest.ts';
import { z } from './zod.ts';

const elsewhere = z.looseObject({ meeting: z.string(), entry: z.string() });

const followUp = z.looseObject({
  entry: z.string(), what: z.string(), owner: z.string(), dueOn: z.nullable(z.string()), doneOn: z.nullable(z.string()),
  carriedFrom: z.optional(elsewhere), carriedTo: z.optional(elsewhere),
});

export const digestSchema = z.looseObject({
  state: z.enum(meetingStates),
  sample: z.boolean(),
  type: z.string(), code: z.string(), team: z.string(), school: z.string(), room: z.string(),
  onDate: z.nullable(z.string()), startsAt: z.nullable(z.string()), plannedMinutes: z.number(),
  conditions: z.array(z.string()), language: z.string(),
  startedAtMs: z.nullable(z.number()), endedAtMs: z.nullable(z.number()),
  /** Ids of before-stage items that are open, with the number of those asked. */
  openBefore: z.array(z.string()), askedBefore: z.number(),
  /** What the open items are called in the meeting's own roadmap, as long as they are few. */
  openLabels: z.optional(z.array(z.string())),
  lookedAt: z.number(), asked: z.number(),
  revision: z.number(),
  /** When it was finished last; null while it is not finished. Missing in rows of version 0.1. */
  finishedAtMs: z.optional(z.nullable(z.number())),
  roadmap: z.looseObject({ id: z.string(), version: z.string() }),
  followUps: z.array(followUp),
  /** Fingerprint of the calendar event that it was planned from. */
  fromEvent: z.optional(z.string()),
  /** Lower-case words of notes and reflections, for search; device-only notes among them, since this stays here. */
  words: z.string(),
});
