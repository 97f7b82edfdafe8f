/** Gets the data key out of the database's device slot, and makes both in a new database. */
import { err, ok, type Result } from '#domain/result.ts';
import { isDeviceSlot, makeDeviceSlot, openSlot, opensSame, type DeviceSlot } from '#seal/key-slot.ts';
import type { Database } from './database.ts';
import { namesOf } from './obstacle.ts';
import type { OpenObstacle } from './store.ts';
import { addFirstSlot, allSlots, deviceSlotId, removeSlot } from './tables/slots.ts';

/** The key in use and the slot that it came from. */
export interface DataKey {
  readonly key: CryptoKey;
  readonly slot: DeviceSlot;
}

/**
 * The data key; a new one when the database is empty.
 *
 * `KeyMissing`: rows without a slot that this version opens. `KeyDamaged`: a slot that does
 * not give its key. `NoDatabase` with `DataCloneError` or `KeyNotKept`: the browser stores
 * no keys (Lockdown Mode, private window); nothing was left behind.
 */
export async function dataKeyOf(db: Database): Promise<Result<DataKey, OpenObstacle>> {
  if ((await allSlots(db)).length === 0) {
    const made = await makeFirst(db);
    if (!made.ok) return made;
  }
  const slot = (await allSlots(db)).find(({ kind }) => kind === 'device');
  if (!slot) return err({ type: 'KeyMissing' });
  if (!isDeviceSlot(slot)) return err({ type: 'KeyDamaged' });
  const key = await openSlot(slot);
  return key.ok ? ok({ key: key.value, slot }) : key;
}

/**
 * Makes sure that a database that was opened anew still is under the key in use; puts the
 * slot back when the browser's data was cleared meanwhile. Rejects with `KeyChangedError` when
 * another tab has begun a new database under another key: two keys must not mix.
 */
export async function keepSlot(db: Database, slot: DeviceSlot): Promise<void> {
  const there = (await allSlots(db)).find(({ kind }) => kind === 'device');
  if (!there) await db.slots.add(slot);
  else if (!(await opensSame(there, slot))) throw new DOMException('Under another key', 'KeyChangedError');
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
  await removeSlot(db, deviceSlotId);
  return err({ type: 'NoDatabase', name: 'KeyNotKept' });
}
