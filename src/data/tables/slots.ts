/**
 * Key slots: the only table whose rows are not sealed, since they are what opens the others.
 * Two rows about them stand among them:
 *
 *   policy   { id, kind, wipeAfter }: wrong passphrases in a row after which all is erased
 *   proof    { id, kind, sealed }: a row under the data key, by which a store that is open
 *            sees whether a database that was opened anew is still under its key
 */
import type { DeviceSlot } from '#seal/key-slot.ts';
import type { Sealed } from '#seal/row.ts';
import type { Database, SlotRow } from '../database.ts';

/** One device slot per database: two tabs that start at the same moment meet at this key. */
export const deviceSlotId = 'device';

/** The row that says after how many wrong tries the store is erased. */
export const policyId = 'policy';
export interface PolicyRow extends SlotRow {
  readonly kind: 'policy';
  readonly wipeAfter: number | null;
}

/** The row that proves which key the rows are under. */
export const proofId = 'proof';
export interface ProofRow extends SlotRow {
  readonly kind: 'proof';
  readonly sealed: Sealed;
}

/** All rows of the table; a slot that the browser did not keep whole comes as it is. */
export const allSlots = (db: Database): PromiseLike<SlotRow[]> => db.slots.toArray();

/** The device slot's row; undefined while a lock is on. */
export const deviceRowOf = (rows: readonly SlotRow[]): SlotRow | undefined => rows.find(({ kind }) => kind === 'device');

/** The proof; undefined in a database that never had a lock. */
export const proofOf = (rows: readonly SlotRow[]): unknown => rows.find((row): row is ProofRow => row.kind === 'proof')?.sealed;

/** After how many wrong tries the store is erased; null for never, and for a number that nobody can have chosen. */
export function wipeAfterOf(rows: readonly SlotRow[]): number | null {
  const wipeAfter: unknown = rows.find((row): row is PolicyRow => row.kind === 'policy')?.wipeAfter;
  return typeof wipeAfter === 'number' && Number.isSafeInteger(wipeAfter) && wipeAfter >= 3 ? wipeAfter : null;
}

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
export const removeSlotRow = (db: Database, id: string): PromiseLike<void> => db.slots.delete(id);

/** Rows to put and ids to take away. */
export interface SlotSwap {
  readonly put: readonly SlotRow[];
  readonly remove: readonly string[];
}

/**
 * Changes slots in one transaction, by what stands there at that moment; `choose` gives an
 * obstacle to leave all as it is. What was put is read back before the transaction ends;
 * rejects with a DataError, and changes nothing, when it came back otherwise.
 */
export function swapSlots<E extends { readonly type: string }>(
  db: Database, choose: (rows: readonly SlotRow[]) => SlotSwap | E,
): PromiseLike<E | null> {
  return db.transaction('rw', db.slots, async () => {
    const chosen = choose(await db.slots.toArray());
    if ('type' in chosen) return chosen;
    await db.slots.bulkDelete([...chosen.remove]);
    await db.slots.bulkPut([...chosen.put]);
    for (const row of chosen.put) {
      if (plain(await db.slots.get(row.id)) !== plain(row)) throw new DOMException('Came back otherwise', 'DataError');
    }
    return null;
  });
}

/** Keys of the browser's compare by their presence alone; whether they open is tried elsewhere. */
const plain = (row: SlotRow | undefined): string =>
  JSON.stringify(row, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) : value));
