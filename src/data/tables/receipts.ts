/** What the hub has acknowledged, one row for each object that this device sent. */
import { parseReceipt, receiptId, type Receipt } from '#domain/sync/receipt.ts';
import { ok, type Result } from '#domain/result.ts';
import { openRow, sealRow } from '#seal/row.ts';
import type { Database, IdRow } from '../database.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';
import { misfit } from './opened.ts';

const table = 'receipts';

/** The sealed row of a receipt; a later receipt of the same object takes its place. */
export async function sealReceipt(key: CryptoKey, receipt: Receipt): Promise<SealedRow> {
  const id = receiptId(receipt.record, receipt.kind);
  const row: IdRow = { id, sealed: await sealRow(key, { table, key: id }, receipt) };
  return { table, key: id, row };
}

/** The receipt of a row; `DamagedRow` when it does not open or is not the receipt of its key. */
export async function openReceipt(key: CryptoKey, row: IdRow): Promise<Result<Receipt, DamagedRow>> {
  const place = { table, key: row.id };
  const inside = await openRow(key, place, row.sealed);
  if (!inside.ok) return inside;
  const receipt = parseReceipt(inside.value);
  return receipt && receiptId(receipt.record, receipt.kind) === row.id ? ok(receipt) : misfit(place);
}

/** All rows, in no order. */
export const receiptRows = (db: Database): PromiseLike<IdRow[]> => db.receipts.toArray();
