/** The ways in of a store that is open, and what was chosen for wrong tries; changes nothing. */
import type { SlotRow } from './database.ts';
import { insideOf, type Inside } from './opened-store.ts';
import type { Store } from './store.ts';
import { allSlots, deviceRowOf, deviceSlotId, wipeAfterOf } from './tables/slots.ts';
import { waysOf, type SlotFacts } from './ways.ts';

/** All slots of a store that is open, the device slot first. */
export async function slotsOf(store: Store): Promise<SlotFacts[]> {
  const rows = await present(insideOf(store));
  const device: SlotFacts[] = deviceRowOf(rows) ? [{ id: deviceSlotId, kind: 'device', label: '', madeAtMs: null }] : [];
  return [...device, ...waysOf(rows).map(({ way, ...facts }): SlotFacts => ({ ...facts, kind: way, madeAtMs: madeAtOf(rows, facts.id) }))];
}

/** The rows as they stand, which other tabs may have changed. */
export async function present({ guard, learn }: Inside): Promise<readonly SlotRow[]> {
  const rows = await guard.read(allSlots);
  learn(rows);
  return rows;
}

function madeAtOf(rows: readonly SlotRow[], id: string): number | null {
  const row = rows.find((known) => known.id === id);
  return row && 'madeAtMs' in row && typeof row.madeAtMs === 'number' ? row.madeAtMs : null;
}

/** What was chosen for wrong tries. */
export async function policyOf(store: Store): Promise<{ readonly wipeAfter: number | null }> {
  return { wipeAfter: wipeAfterOf(await insideOf(store).guard.read(allSlots)) };
}
