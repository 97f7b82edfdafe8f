/** A row of its own goes in, comes back and goes out: can this device be relied on? */
import type { Database } from './database.ts';
import { commitRows } from './sealed-rows.ts';
import { openSetting, sealSetting, settingRow } from './tables/settings.ts';

const id = 'self-test';

/** Resolves when all of it went well; rejects with what did not, `DataError` for a row that came back otherwise. */
export async function selfTest(db: Database, key: CryptoKey): Promise<void> {
  const proof = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  const put = await sealSetting(key, id, proof);
  await commitRows(db, [put]).done;
  const back = await openSetting(key, await settingRow(db, id));
  await commitRows(db, [{ ...put, row: null }]).done;
  const same = back.ok && JSON.stringify(back.value) === JSON.stringify(proof);
  if (!same) throw new DOMException('Came back otherwise', 'DataError');
}
