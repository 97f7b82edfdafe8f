/**
 * Ways in come, change and go: the data key is wrapped anew, and no row of a meeting is
 * touched. A new slot has been opened by its secret before it is stored, is read back before
 * its transaction ends, and only then takes the place of another.
 *
 * What was removed is gone for the app. The browser's files may hold its bytes until they are
 * compacted: a lock protects from the moment after, and a passphrase that has become known is
 * no longer safe against a copy of the disk made before.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { isDeviceSlot, isSealedBy, keyProof, openSlot, wrapInDeviceSlot } from '#seal/key-slot.ts';
import { workerKdf } from '#seal/worker-kdf.ts';
import { isWhole, makeSlot } from './by-secret.ts';
import type { SlotRow } from './database.ts';
import { namesOf, obstacleOf } from './obstacle.ts';
import { insideOf, type Inside } from './opened-store.ts';
import { present } from './slot-facts.ts';
import type { Store, StoreObstacle } from './store.ts';
import {
  allSlots, deviceRowOf, deviceSlotId, policyId, proofId, removeSlotRow, swapSlots, type PolicyRow, type ProofRow, type SlotSwap,
} from './tables/slots.ts';
import { trySecret } from './unlock-vault.ts';
import { waysOf, type NewSlot, type Secret, type SlotObstacle } from './ways.ts';

/**
 * Adds a way in, vouched for by one that opens: a secret, or the device slot while no lock is
 * on. A passphrase takes the place of the one before, so does a recovery key, and a passkey
 * that of the same passkey. A wrong secret is counted as at unlocking; nothing is erased.
 */
export async function addSlot(store: Store, current: Secret | 'device', slot: NewSlot): Promise<Result<void, SlotObstacle>> {
  const inside = insideOf(store);
  const dataKey = await extractableKey(inside, current);
  if (!dataKey.ok) return dataKey;
  const made = await proved(inside, dataKey.value, slot);
  if (!made.ok) return made;
  return swap(inside, (rows) => ({ put: [made.value], remove: replacedBy(rows, slot) }));
}

/** Takes a way in away; `LastSlot` when it is the last that opens without a passkey, `NoSuchSlot` for the device slot too. */
export async function removeSlot(store: Store, id: string): Promise<Result<void, SlotObstacle>> {
  const inside = insideOf(store);
  const there = await inside.guard.read(allSlots);
  const whole = new Set<string>();
  for (const row of there) if (row.kind !== 'passkey' && (await isWhole(row))) whole.add(row.id);
  return swap(inside, (rows) => {
    if (!waysOf(rows).some((way) => way.id === id)) return { type: 'NoSuchSlot' };
    const opens = rows.some((row) => row.id !== id && (row.kind === 'device' || whole.has(row.id)));
    return opens ? { put: [], remove: [id] } : { type: 'LastSlot' };
  });
}

/**
 * Turns the lock on: adds the passphrase, and the recovery key unless it is null, and takes
 * the device slot away in the same transaction. Passkeys stay. Other tabs that are open stay open
 * until they are told to lock.
 */
export async function lockOn(store: Store, passphrase: string, recoveryKey: string | null): Promise<Result<void, SlotObstacle>> {
  const inside = insideOf(store);
  const dataKey = await extractableKey(inside, 'device');
  if (!dataKey.ok) return dataKey;
  const slots: NewSlot[] = [{ way: 'passphrase', text: passphrase }, ...(recoveryKey === null ? [] : [{ way: 'recovery', text: recoveryKey } as const])];
  const put: SlotRow[] = [];
  for (const slot of slots) {
    const made = await proved(inside, dataKey.value, slot);
    if (!made.ok) return made;
    put.push(made.value);
  }
  const proof: ProofRow = { id: proofId, kind: 'proof', sealed: await keyProof(dataKey.value) };
  return swap(inside, (rows) => {
    if (!deviceRowOf(rows)) return { type: 'NoDeviceSlot' };
    const replaced = waysOf(rows).filter(({ way }) => way !== 'passkey').map(({ id }) => id);
    return { put: [...put, proof], remove: [deviceSlotId, ...replaced] };
  });
}

/** Turns the lock off: puts the device slot back, sees that it opens, and removes all other slots and the policy. */
export async function lockOff(store: Store, current: Secret): Promise<Result<void, SlotObstacle>> {
  const inside = insideOf(store);
  const dataKey = await extractableKey(inside, current);
  if (!dataKey.ok) return dataKey;
  const slot = await wrapInDeviceSlot(dataKey.value, deviceSlotId);
  const added = await swap(inside, () => ({ put: [slot], remove: [] }));
  if (!added.ok) return added;
  const kept = await openSlot(deviceRowOf(await inside.guard.read(allSlots)));
  if (!kept.ok || !(await isSealedBy(kept.value, await keyProof(dataKey.value)))) {
    await inside.guard.read((db) => removeSlotRow(db, deviceSlotId));
    return err({ type: 'KeyNotKept' });
  }
  return swap(inside, (rows) => ({ put: [], remove: [policyId, ...waysOf(rows).map(({ id }) => id)] }));
}

/** After how many wrong passphrases in a row the store is erased: 3 or more, or null for never. */
export async function setPolicy(store: Store, wipeAfter: number | null): Promise<Result<void, StoreObstacle>> {
  const policy: PolicyRow = { id: policyId, kind: 'policy', wipeAfter };
  const inside = insideOf(store);
  try {
    await inside.guard.read((db) => swapSlots(db, () => ({ put: [policy], remove: [] })));
    await present(inside);
    return ok(undefined);
  } catch (error) {
    return err(await obstacleOf(error));
  }
}

/** The data key in a form that can be wrapped; callers drop it when they return. */
async function extractableKey({ guard, settings }: Inside, current: Secret | 'device'): Promise<Result<CryptoKey, SlotObstacle>> {
  const rows = await guard.read(allSlots);
  if (current !== 'device') return trySecret(settings, rows, current, { extractable: true });
  const device = deviceRowOf(rows);
  const opened = device && isDeviceSlot(device) ? await openSlot(device, true) : null;
  return opened?.ok ? opened : err({ type: 'NoDeviceSlot' });
}

async function proved({ settings: { kdf = workerKdf, nowMs } }: Inside, dataKey: CryptoKey, slot: NewSlot): Promise<Result<SlotRow, SlotObstacle>> {
  const made = await makeSlot(dataKey, slot, { kdf, id: crypto.randomUUID(), nowMs: nowMs() });
  if (made.ok) return made;
  // A slot just made that its own secret does not open cannot come of what the leader gave, but for a typing error.
  return err(made.error.type === 'RecoveryTypo' ? made.error : { type: 'KeyNotKept' });
}

const replacedBy = (rows: readonly SlotRow[], slot: NewSlot): string[] =>
  waysOf(rows)
    .filter(({ way, credentialId }) => way === slot.way && (slot.way !== 'passkey' || credentialId === slot.credentialId))
    .map(({ id }) => id);

async function swap(inside: Inside, choose: (rows: readonly SlotRow[]) => SlotSwap | SlotObstacle): Promise<Result<void, SlotObstacle>> {
  try {
    const refused = await inside.guard.read((db) => swapSlots<SlotObstacle>(db, choose));
    await present(inside);
    return refused ? err(refused) : ok(undefined);
  } catch (error) {
    const names = namesOf(error);
    // The browser keeps no keys, or gave back other bytes.
    if (names.includes('DataCloneError') || names.includes('DataError')) return err({ type: 'KeyNotKept' });
    return err(await obstacleOf(error));
  }
}
