/**
 * The record: what a finished meeting is exported as. One validated, versioned document,
 * the unit of export, sync and patterns. It holds the meeting's entries, tombstones
 * included, so that importing it merges entry by entry; and the roadmap that was used, so
 * that it can be read where that version is not.
 *
 * Unknown fields are kept and carried along. Device-only notes and local kinds never enter.
 */
import { entryIdShape, uuidShape, type DeviceId, type MeetingId } from '../ids.ts';
import { isEntryOf } from '../change.ts';
import { isValueOf } from '../parse-change.ts';
import { roadmapSchema } from '../roadmap/roadmap-schema.ts';
import type { Roadmap } from '../roadmap/roadmap.ts';
import { err, ok, type Result } from '../result.ts';
import { stampOfFileShape } from '../stamp.ts';
import { z } from '../zod.ts';

export const recordFormat = 'quiet-checkpoint/record';
export const recordVersion = 1;

const recordEntrySchema = z.looseObject({
  id: z.string().check(z.regex(entryIdShape)),
  kind: z.string().check(z.maxLength(40)),
  stamp: z.string().check(z.regex(stampOfFileShape)),
  value: z.unknown(),
});

/** The record without the roadmap, which on the way to a hub is a document of its own (sync/sent-record.ts). */
export const bareRecordSchema = z.looseObject({
  format: z.literal(recordFormat),
  schemaVersion: z.literal(recordVersion),
  meeting: z.string().check(z.regex(uuidShape)),
  device: z.string().check(z.regex(uuidShape)),
  revision: z.number().check(z.int(), z.gte(1), z.lte(1_000_000)),
  finishedAtMs: z.number().check(z.gte(0), z.lte(8.64e15)),
  sample: z.boolean(),
  /** Tags of notes that whoever handed the record over left out; their entries are not in it. */
  notesLeftOut: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
  /** Ten times what the longest meeting with a voice tap every few seconds comes to. */
  entries: z.array(recordEntrySchema).check(z.maxLength(20_000)),
});

export const recordSchema = z.extend(bareRecordSchema, { roadmap: roadmapSchema });
/** For records whose roadmap was read before. */
const withKnownRoadmap = z.extend(bareRecordSchema, { roadmap: z.custom<Roadmap>() });

export type RecordEntry = z.infer<typeof recordEntrySchema>;
export type MeetingRecord = z.infer<typeof recordSchema> & { readonly meeting: MeetingId; readonly device: DeviceId };

export type RecordObstacle =
  /** Not this format at all. */
  | { readonly type: 'NotARecord'; readonly at: string }
  /** Written by a later version of the app. */
  | { readonly type: 'NewerRecord'; readonly version: number };

/**
 * Reads a record from unknown input. Refuses it whole: `NewerRecord` when only the version
 * is beyond this app, `NotARecord` with the first place that does not fit otherwise.
 */
export function parseRecord(input: unknown): Result<MeetingRecord, RecordObstacle> {
  const record = parseRecordBy(recordSchema, input);
  // The parser is the one place that brands.
  return record.ok ? ok(record.value as MeetingRecord) : record;
}

/** The same for a record whose roadmap was read before: it is given, and stands in the place of the input's. */
export function parseRecordWith(roadmap: Roadmap, input: object): Result<MeetingRecord, RecordObstacle> {
  const record = parseRecordBy(withKnownRoadmap, { ...input, roadmap });
  return record.ok ? ok(record.value as MeetingRecord) : record; // as above
}

/** What every form of a record has: its entries are proved by {@link parseRecordBy}. */
type Bare = z.infer<typeof bareRecordSchema>;

/** The same for a form of the record whose schema extends {@link bareRecordSchema}. */
export function parseRecordBy<T extends Bare>(schema: z.ZodMiniType<T>, input: unknown): Result<T, RecordObstacle> {
  const head = z.looseObject({ format: z.literal(recordFormat), schemaVersion: z.number() }).safeParse(input);
  if (!head.success) return err({ type: 'NotARecord', at: head.error.issues[0]?.path.join('.') ?? '' });
  if (head.data.schemaVersion > recordVersion) return err({ type: 'NewerRecord', version: head.data.schemaVersion });
  const parsed = schema.safeParse(input);
  if (!parsed.success) return err({ type: 'NotARecord', at: parsed.error.issues[0]?.path.join('.') ?? '' });
  const record = parsed.data;
  const seen = new Set<string>();
  const stamps = new Set<string>();
  for (const [at, entry] of record.entries.entries()) {
    if (seen.has(entry.id)) return err({ type: 'NotARecord', at: `entries.${String(at)}.id` });
    if (!isEntryOf(entry.kind, entry.id)) return err({ type: 'NotARecord', at: `entries.${String(at)}.kind` });
    if (!isValueOf(entry.kind, entry.value)) return err({ type: 'NotARecord', at: `entries.${String(at)}.value` });
    // A journal has one change under one stamp: of two, the later written would take the other's place.
    if (stamps.has(entry.stamp)) return err({ type: 'NotARecord', at: `entries.${String(at)}.stamp` });
    seen.add(entry.id);
    stamps.add(entry.stamp);
  }
  return ok(record);
}
