/**
 * Texts being typed, by the random id of their meeting. An id may go on after a colon; that
 * part is stored as a hash, so that no key says what is being written about.
 */
import type { MeetingId } from '#domain/ids.ts';
import { isUuid } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { openRow, sealRow } from '#seal/row.ts';
import type { Database, IdRow } from '../database.ts';
import { hashed } from '../hashed-key.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';

const table = 'drafts';
const uuidLength = 36;
const highest = '\uffff';

/** The key of a draft; made before the transaction, since hashing waits. */
export async function draftKey(id: string): Promise<string> {
  if (isUuid(id)) return id;
  const meeting = id.slice(0, uuidLength);
  return isUuid(meeting) ? `${meeting}:${await hashed(id)}` : hashed(id);
}

/** The sealed row of a draft; null takes the draft away. */
export async function sealDraft(key: CryptoKey, id: string, draft: unknown): Promise<SealedRow> {
  // A copy, because the key's hash is awaited before the sealing reads it.
  const now: unknown = structuredClone(draft);
  const rowKey = await draftKey(id);
  if (now === null || now === undefined) return { table, key: rowKey, row: null };
  const row: IdRow = { id: rowKey, sealed: await sealRow(key, { table, key: rowKey }, now) };
  return { table, key: rowKey, row };
}

/** The draft of a row, as it was given. */
export const openDraft = async (key: CryptoKey, row: IdRow | undefined): Promise<Result<unknown, DamagedRow>> =>
  row ? openRow(key, { table, key: row.id }, row.sealed) : ok(null);

/** The row of a key. */
export const draftRow = (db: Database, key: string): PromiseLike<IdRow | undefined> => db.drafts.get(key);

/** Takes all drafts of a meeting away; inside the caller's transaction. */
export const removeDrafts = (db: Database, meeting: MeetingId): PromiseLike<unknown> =>
  db.drafts.where(':id').between(meeting, `${meeting}${highest}`, true, true).delete();
