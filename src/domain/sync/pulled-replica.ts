/**
 * What one device of a member holds of one record, as it was last pulled. Readers merge the
 * replicas of a record (`record/merge-records.ts`). A tombstone of any device of the member
 * removes what all of them held.
 */
import { isUuid, type DeviceId, type MeetingId } from '../ids.ts';
import { z } from '../zod.ts';
import { sentKinds } from './outbox-item.ts';
import { parseSentRecord, type SentRecord } from './sent-record.ts';

export interface PulledReplica {
  readonly member: string;
  readonly record: MeetingId;
  readonly device: DeviceId;
  readonly kind: (typeof sentKinds)[number];
  /** On the wire; never goes back. */
  readonly revision: number;
  /** Of the sealed bytes, base64url. */
  readonly sha256: string;
  readonly seq: number;
  readonly atMs: number;
  /** The record as it was sent; null for a tombstone, a roadmap, and for what has become part of a journal. */
  readonly content: SentRecord | null;
}

const id = z.string().check(z.refine(isUuid));
const schema = z.looseObject({
  member: id, record: id, device: id,
  kind: z.enum(sentKinds),
  revision: z.number().check(z.int(), z.gte(1), z.lte(0xffff_ffff)),
  sha256: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  seq: z.number().check(z.int(), z.gte(0)),
  atMs: z.number(),
  content: z.unknown(),
});

/** The last part of a replica's key: drafts stand beside the record of the same device. */
export const replicaSlot = ({ device, kind }: Pick<PulledReplica, 'device' | 'kind'>): string => (kind === 'draft' ? `${device}:draft` : device);

/** Reads a replica that was opened from the database; null when it is none. */
export function parsePulledReplica(input: unknown): PulledReplica | null {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return null;
  const { content, ...facts } = parsed.data;
  if (content === null || content === undefined) return { ...facts, content: null } as PulledReplica;
  const record = parseSentRecord(content);
  return record.ok ? ({ ...facts, content: record.value } as PulledReplica) : null;
}
