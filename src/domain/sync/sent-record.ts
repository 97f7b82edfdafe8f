/**
 * A record as it is sealed for a hub: instead of the roadmap it has the roadmap's id, version
 * and hash. The roadmap itself is sealed once for each member, as an object of its own, and
 * the one that this app ships is not sent at all.
 */
import type { DeviceId, MeetingId } from '../ids.ts';
import { bareRecordSchema, parseRecordBy, type MeetingRecord, type RecordObstacle } from '../record/record.ts';
import { ok, type Result } from '../result.ts';
import type { Roadmap } from '../roadmap/roadmap.ts';
import { z } from '../zod.ts';

const word = z.string().check(z.maxLength(200));
const schema = z.extend(bareRecordSchema, {
  roadmap: z.looseObject({ id: word, version: word, sha256: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) }),
});

export type SentRecord = z.infer<typeof schema> & { readonly meeting: MeetingId; readonly device: DeviceId };

/** The record with its roadmap's hash (SHA-256 over its canonical JSON, base64url) in the roadmap's place. */
export function sentRecordOf({ roadmap, ...record }: MeetingRecord, sha256: string): SentRecord {
  return { ...record, roadmap: { id: roadmap.id, version: roadmap.version, sha256 } };
}

/** The record whole again. The caller has seen to it that the roadmap is the one of the hash. */
export const wholeRecord = (sent: SentRecord, roadmap: Roadmap): MeetingRecord => ({ ...sent, roadmap });

/** Reads a sent record from unknown input; refuses it whole, as `parseRecord` does. */
export function parseSentRecord(input: unknown): Result<SentRecord, RecordObstacle> {
  const record = parseRecordBy(schema, input);
  // The parser is the one place that brands.
  return record.ok ? ok(record.value as SentRecord) : record;
}
