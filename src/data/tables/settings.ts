/** Settings of this device. The id is a name of the program's own, the same on every device. */
import { ok, type Result } from '#domain/result.ts';
import { openRow, sealRow } from '#seal/row.ts';
import type { Database, IdRow } from '../database.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';

const table = 'settings';

/** The sealed row of a setting. */
export async function sealSetting(key: CryptoKey, id: string, value: unknown): Promise<SealedRow> {
  const row: IdRow = { id, sealed: await sealRow(key, { table, key: id }, value ?? null) };
  return { table, key: id, row };
}

/** The value of a row; null where there is none. */
export const openSetting = async (key: CryptoKey, row: IdRow | undefined): Promise<Result<unknown, DamagedRow>> =>
  row ? openRow(key, { table, key: row.id }, row.sealed) : ok(null);

/** The row of a setting. */
export const settingRow = (db: Database, id: string): PromiseLike<IdRow | undefined> => db.settings.get(id);
