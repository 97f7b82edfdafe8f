/** Gets the data key out of the database's device slot, and makes both in a new database. */
import { err, ok, type Result } from '#domain/result.ts';
import { isDeviceSlot, isSealedBy, keyProof, makeDeviceSlot, openSlot, opensSame } from '#seal/key-slot.ts';
import type { Database, SlotRow } from './database.ts';
import { namesOf } from './obstacle.ts';
import type { OpenObstacle } from './store.ts';
import { addFirstSlot, allSlots, deviceRowOf, deviceSlotId, proofOf, removeSlotRow } from './tables/slots.ts';
import { waysOf } from './ways.ts';

/** The key, or the rows of a database that opens by a secret only. */
export type FoundKey =
  | { readonly kind: 'key'; readonly key: CryptoKey; readonly rows: readonly SlotRow[] }
  | { readonly kind: 'locked'; readonly rows: readonly SlotRow[] };

/**
 * The data key; a new one when the database is empty; `locked` when a secret is asked for.
 *
 * `KeyMissing`: rows without a slot that this version opens. `KeyDamaged`: a device slot that
 * does not give its key, and no other way in. `NoDatabase` with `DataCloneError` or
 * `KeyNotKept`: the browser stores no keys (Lockdown Mode, private window); nothing was left
 * behind.
 */
export async function dataKeyOf(db: Database): Promise<Result<FoundKey, OpenObstacle>> {
  if ((await allSlots(db)).length === 0) {
    const made = await makeFirst(db);
    if (!made.ok) return made;
  }
  const rows = await allSlots(db);
  const device = deviceRowOf(rows);
  const key = device && isDeviceSlot(device) ? await openSlot(device) : null;
  if (key?.ok) return ok({ kind: 'key', key: key.value, rows });
  if (waysOf(rows).length > 0) return ok({ kind: 'locked', rows });
  return err({ type: device ? 'KeyDamaged' : 'KeyMissing' });
}

/**
 * Makes sure that a database that was opened anew still is under the key in use; puts the
 * slots back as they last were known when the browser's data was cleared meanwhile. Rejects
 * with `KeyChangedError` when another tab has begun a new database under another key: two keys
 * must not mix.
 *
 * @returns the slots as they now are
 */
export async function keepSlots(db: Database, key: CryptoKey, known: readonly SlotRow[]): Promise<readonly SlotRow[]> {
  const there = await allSlots(db);
  if (there.length === 0) {
    await db.slots.bulkAdd([...known]);
    return known;
  }
  if (await isUnder(key, there)) return there;
  throw new DOMException('Under another key', 'KeyChangedError');
}

async function isUnder(key: CryptoKey, rows: readonly SlotRow[]): Promise<boolean> {
  const proof = proofOf(rows);
  if (proof !== undefined) return isSealedBy(key, proof);
  const opened = await openSlot(deviceRowOf(rows));
  return opened.ok && isSealedBy(opened.value, await keyProof(key));
}

async function makeFirst(db: Database): Promise<Result<void, OpenObstacle>> {
  const slot = await makeDeviceSlot(deviceSlotId);
  try {
    const added = await addFirstSlot(db, slot);
    if (added === 'orphaned') return err({ type: 'KeyMissing' });
    // Another tab's slot is proven by the tab that added it.
    if (added === 'there') return ok(undefined);
  } catch (error) {
    if (namesOf(error).includes('DataCloneError')) return err({ type: 'NoDatabase', name: 'DataCloneError' });
    throw error;
  }
  const kept = (await allSlots(db)).find(({ id }) => id === deviceSlotId);
  if (await opensSame(slot, kept)) return ok(undefined);
  await removeSlotRow(db, deviceSlotId);
  return err({ type: 'NoDatabase', name: 'KeyNotKept' });
}
