/** What waits for the hub. Which record, kind and revision stand in clear, as the key. */
import { outboxId, parseOutboxItem, type OutboxItem } from '#domain/sync/outbox-item.ts';
import type { MeetingId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { openRow, sealRow } from '#seal/row.ts';
import type { Database, IdRow } from '../database.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';
import { misfit } from './opened.ts';

const table = 'outbox';
const highest = '\uffff';

/** The sealed row of an item. */
export async function sealItem(key: CryptoKey, item: OutboxItem): Promise<SealedRow> {
  const id = outboxId(item);
  const row: IdRow = { id, sealed: await sealRow(key, { table, key: id }, item) };
  return { table, key: id, row };
}

/** The item of a row; `DamagedRow` when it does not open or is not the item of its key. */
export async function openItem(key: CryptoKey, row: IdRow): Promise<Result<OutboxItem, DamagedRow>> {
  const place = { table, key: row.id };
  const inside = await openRow(key, place, row.sealed);
  if (!inside.ok) return inside;
  const item = parseOutboxItem(inside.value);
  return item && outboxId(item) === row.id ? ok(item) : misfit(place);
}

/** All rows, in no order. */
export const itemRows = (db: Database): PromiseLike<IdRow[]> => db.outbox.toArray();

/** Takes what waits of a meeting away; inside the caller's transaction. */
export const removeItems = (db: Database, meeting: MeetingId): PromiseLike<unknown> =>
  db.outbox.where(':id').between(meeting, `${meeting}${highest}`, true, true).delete();
