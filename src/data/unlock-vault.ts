/** Opens the vault by a secret, and erases it. Fetched when it is wanted: most starts ask for none. */
import { err, ok, type Result } from '#domain/result.ts';
import { workerKdf } from '#seal/worker-kdf.ts';
import { openBySecret, type NotOpened, type Opening } from './by-secret.ts';
import { forgetCarried } from './carried-rows.ts';
import { dataKeyOf } from './data-key.ts';
import type { SlotRow } from './database.ts';
import { namesOf } from './obstacle.ts';
import type { OpenOptions } from './open-options.ts';
import { connected, settingsOf, storeOn, type Settings } from './opened-store.ts';
import type { OpenObstacle, Store } from './store.ts';
import { wipeAfterOf } from './tables/slots.ts';
import { within } from './timing.ts';
import { countTry, forgetTries, triesAt, waitUntilMs } from './tries.ts';
import type { Secret, UnlockFailure, UnlockObstacle } from './ways.ts';

/**
 * Opens a locked store. Wrong passphrases are counted over restarts and slow the next try
 * down; the count ends with a right one. Where the leader chose so, the last of them erases
 * the store. A store that is not locked any more opens whatever the secret.
 */
export async function unlockVault(options: OpenOptions, secret: Secret): Promise<Result<Store, UnlockFailure>> {
  const unlocked = await connected<Store, UnlockFailure>(options, async (connection) => {
    const found = await dataKeyOf(connection.guard.db);
    if (!found.ok) return found;
    const { rows } = found.value;
    if (found.value.kind === 'key') return ok(await storeOn(connection, found.value.key, rows));
    const key = await trySecret(connection.settings, rows, secret, {});
    return key.ok ? ok(await storeOn(connection, key.value, rows)) : key;
  });
  // The connection is closed by now, and so does not hold up the removal.
  const isOver = !unlocked.ok && unlocked.error.type === 'WrongSecret' && unlocked.error.triesLeft === 0;
  if (!isOver) return unlocked;
  const erased = await eraseVault(options);
  return erased.ok ? err({ type: 'Wiped' }) : erased;
}

/** Opens a slot by a secret, with the count and the wait for passphrases. */
export async function trySecret(
  { kdf = workerKdf, name, nowMs }: Settings, rows: readonly SlotRow[], secret: Secret, opening: Omit<Opening, 'kdf'>,
): Promise<Result<CryptoKey, UnlockObstacle>> {
  if (secret.way !== 'passphrase') {
    const opened = await openBySecret(rows, secret, { ...opening, kdf });
    return opened.ok ? opened : err(uncounted(opened.error));
  }
  const wait = waitUntilMs(triesAt(name), nowMs());
  if (wait !== null) return err({ type: 'TooSoon', waitUntilMs: wait });
  const opened = await openBySecret(rows, secret, { ...opening, kdf });
  if (opened.ok) {
    forgetTries(name);
    return opened;
  }
  if (opened.error.type !== 'WrongSecret') return err(uncounted(opened.error));
  const tries = countTry(name, nowMs());
  const wipeAfter = wipeAfterOf(rows);
  const triesLeft = wipeAfter === null ? null : Math.max(0, wipeAfter - tries.count);
  return err({ type: 'WrongSecret', triesLeft, waitUntilMs: waitUntilMs(tries, nowMs()) });
}

const uncounted = (error: NotOpened): UnlockObstacle =>
  (error.type === 'WrongSecret' ? { type: 'WrongSecret', triesLeft: null, waitUntilMs: null } : error);

/**
 * Erases the whole store of this device, with what waits for it and its count of tries. Other
 * tabs have to be closed or locked before: an open one begins it anew with its next write.
 */
export async function eraseVault(options: OpenOptions): Promise<Result<void, OpenObstacle>> {
  const settings = settingsOf(options);
  if (!settings.ok) return settings;
  const { name, indexedDB, timing } = settings.value;
  try {
    await within(timing.openMs, new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => { resolve(); };
      request.onerror = () => { reject(request.error ?? new DOMException('No reason given', 'UnknownError')); };
    }));
  } catch (error) {
    return err({ type: 'NoDatabase', name: namesOf(error).at(-1) ?? '' });
  }
  forgetCarried(name);
  forgetTries(name);
  return ok(undefined);
}
