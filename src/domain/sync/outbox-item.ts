/**
 * What waits for the hub: one item for each revision that was finished, removed or drafted
 * here. The bytes are not in it: they are sealed when it is their turn, and the same item
 * seals to the same bytes, so that a repeated push is the same push.
 *
 *   | state   | it is sent       | it leaves the outbox                       |
 *   | waiting | with every pass  | by a receipt of this or a later revision   |
 *   | refused | not by itself    | when it is sent again, or taken back       |
 */
import { isUuid, type MeetingId } from '../ids.ts';
import { z } from '../zod.ts';

/** The kinds of sealed objects that a device pushes; the numbers on the wire are 0 to 3. */
export const sentKinds = ['record', 'tombstone', 'draft', 'roadmap'] as const;
export type SentKind = (typeof sentKinds)[number];

/** A reading of what a table of its own kind holds; the parsers below are the one place that brands. */
export const outboxItemSchema = z.looseObject({
  /** The meeting; for a roadmap the id that its hash gives. */
  record: z.string().check(z.refine(isUuid)),
  kind: z.enum(sentKinds),
  /** The record's revision; for a draft the number of drafts so far. */
  revision: z.number().check(z.int(), z.gte(1), z.lte(0xffff_ffff)),
  /** The revision on the wire, when it had to be put above one that the hub held already. */
  wireRevision: z.optional(z.number().check(z.int(), z.gte(1), z.lte(0xffff_ffff))),
  queuedAtMs: z.number().check(z.gte(0)),
  state: z.enum(['waiting', 'refused']),
  /** The hub's reason, a code of the wire; present while refused. */
  code: z.optional(z.string().check(z.maxLength(60))),
  refusedAtMs: z.optional(z.number()),
});

export type OutboxItem = z.infer<typeof outboxItemSchema> & { readonly record: MeetingId };

/** The id of an item's row: an item of a later revision is a row of its own. */
export const outboxId = ({ record, kind, revision }: Pick<OutboxItem, 'record' | 'kind' | 'revision'>): string =>
  `${record}:${kind}:${String(revision)}`;

/** Reads an item that was opened from the database; null when it is none. */
export function parseOutboxItem(input: unknown): OutboxItem | null {
  const parsed = outboxItemSchema.safeParse(input);
  return parsed.success ? (parsed.data as OutboxItem) : null;
}

/** The item that a finished revision waits as. Safe to queue twice. */
export const queuedRecord = (record: MeetingId, revision: number, nowMs: number): OutboxItem =>
  ({ record, kind: 'record', revision, queuedAtMs: nowMs, state: 'waiting' });

/** The item by which a removed meeting is removed from the hub, its revision above every one that was sent. */
export const queuedTombstone = (record: MeetingId, revision: number, nowMs: number): OutboxItem =>
  ({ record, kind: 'tombstone', revision, queuedAtMs: nowMs, state: 'waiting' });

/** The item of a draft, sent as a backup that the leader alone can open. */
export const queuedDraft = (record: MeetingId, revision: number, nowMs: number): OutboxItem =>
  ({ record, kind: 'draft', revision, queuedAtMs: nowMs, state: 'waiting' });
