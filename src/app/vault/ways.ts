/** The verbs of the lock: set it, change who may open, take it off. None of them rewrites a row of a meeting. */
import type { NewSlot, Secret, SlotFacts, SlotObstacle } from '#data/vault.ts';
import type { StoreObstacle } from '#data/store.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import type { PasskeyObstacle } from './ports.ts';

export type { LockedWay, Secret, SlotFacts, SlotObstacle, UnlockObstacle, Way } from '#data/vault.ts';
export type { VaultState } from './keeper.ts';

/**
 * Puts the lock on: from the next start on the store opens by the passphrase or the recovery
 * key. Both are proved to open before the old way goes.
 *
 * @returns The recovery key, to be printed and never kept; null when none was wanted.
 */
export async function setLock(app: App, passphrase: string, withSheet: boolean): Promise<Result<string | null, SlotObstacle>> {
  const recoveryKey = withSheet ? await app.vault.ports.makeRecoveryKey() : null;
  const set = await app.vault.ports.lockOn(passphrase, recoveryKey);
  await app.vault.look(true);
  return set.ok ? ok(recoveryKey) : set;
}

/** Puts another passphrase in the place of the one before. */
export const changePassphrase = (app: App, current: Secret, text: string): Promise<Result<void, SlotObstacle>> =>
  add(app, current, { way: 'passphrase', text });

/** Makes a new recovery key; the sheet before opens nothing any more. The key is to be printed and never kept. */
export async function newRecoveryKey(app: App, current: Secret): Promise<Result<string, SlotObstacle>> {
  const text = await app.vault.ports.makeRecoveryKey();
  const added = await add(app, current, { way: 'recovery', text });
  return added.ok ? ok(text) : added;
}

/** Makes a passkey, proves that it gives the same key twice, and lets it open the store. */
export async function addPasskey(app: App, current: Secret): Promise<Result<void, SlotObstacle | PasskeyObstacle>> {
  const { passkeys } = app.vault.ports;
  const made = await passkeys.make();
  return made.ok ? add(app, current, { way: 'passkey', label: passkeys.name, ...made.value }) : made;
}

/** True when this browser says that it has passkeys that can hold a key. */
export const hasPasskeys = (app: App): Promise<boolean> => app.vault.ports.passkeys.isLikely();

/** Takes a way in away; `LastSlot` when it is the last one that opens without a passkey. */
export async function removeWay(app: App, { id }: SlotFacts): Promise<Result<void, SlotObstacle>> {
  const removed = await app.vault.ports.removeSlot(id);
  await app.vault.look(true);
  return removed;
}

/** Takes the lock off: the store opens without asking, and every other way in is gone. */
export async function removeLock(app: App, current: Secret): Promise<Result<void, SlotObstacle>> {
  const off = await app.vault.ports.lockOff(current);
  await app.vault.look(true);
  return off;
}

/** After how many wrong tries everything here is erased; null: never. */
export async function setWipeAfter(app: App, tries: number | null): Promise<Result<void, StoreObstacle>> {
  const set = await app.vault.ports.setWipeAfter(tries);
  await app.vault.look(true);
  return set;
}

async function add(app: App, current: Secret, slot: NewSlot): Promise<Result<void, SlotObstacle>> {
  const added = await app.vault.ports.addSlot(current, slot);
  await app.vault.look(true);
  return added;
}
