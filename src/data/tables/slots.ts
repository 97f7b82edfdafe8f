/** Key slots: the only table whose rows are not sealed, since they are what opens the others. */
import type { DeviceSlot } from '#seal/key-slot.ts';
import type { Database, SlotRow } from '../database.ts';

/** One device slot per database: two tabs that start at the same moment meet at this key. */
export const deviceSlotId = 'device';

/** All slots; a slot that the browser did not keep whole comes as it is. */
export const allSlots = (db: Database): PromiseLike<SlotRow[]> => db.slots.toArray();

/**
 * Adds the slot, if the database has none and no rows that an earlier key sealed.
 *
 * @returns `added`, `there` when a slot was there before, `orphaned` when rows are there
 *   without any slot. Rejects with DataCloneError when the browser stores no keys.
 */
export function addFirstSlot(db: Database, slot: DeviceSlot): PromiseLike<'added' | 'there' | 'orphaned'> {
  return db.transaction('rw', db.tables, async () => {
    if ((await db.slots.count()) > 0) return 'there';
    for (const table of db.tables) if ((await table.count()) > 0) return 'orphaned';
    await db.slots.add(slot);
    return 'added';
  });
}

/** Takes a slot away again that turned out not to open. */
export const removeSlot = (db: Database, id: string): PromiseLike<void> => db.slots.delete(id);
