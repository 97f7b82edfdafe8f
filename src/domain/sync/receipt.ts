/** What the hub has acknowledged: the last revision of each object that this device sent, and the hash of its bytes. */
import { isUuid, type MeetingId } from '../ids.ts';
import { z } from '../zod.ts';
import { sentKinds, type SentKind } from './outbox-item.ts';

export const receiptSchema = z.looseObject({
  record: z.string().check(z.refine(isUuid)),
  kind: z.enum(sentKinds),
  /** The revision on the wire. */
  revision: z.number().check(z.int(), z.gte(1), z.lte(0xffff_ffff)),
  /** Of the sealed bytes, base64url. */
  sha256: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** The hub's sequence number. */
  seq: z.number().check(z.int(), z.gte(0)),
  atMs: z.number(),
});

export type Receipt = z.infer<typeof receiptSchema> & { readonly record: MeetingId };

/** The id of a receipt's row. */
export const receiptId = (record: string, kind: SentKind): string => `${record}:${kind}`;

/** Reads a receipt that was opened from the database; null when it is none. */
export function parseReceipt(input: unknown): Receipt | null {
  const parsed = receiptSchema.safeParse(input);
  return parsed.success ? (parsed.data as Receipt) : null;
}
