/** Opens the vault where it opens by itself, and locks it again. What asks for a secret is `unlock-vault.ts`. */
import { ok, type Result } from '#domain/result.ts';
import { dataKeyOf } from './data-key.ts';
import type { OpenOptions } from './open-options.ts';
import { closeForNext, connected, storeOn } from './opened-store.ts';
import type { OpenObstacle, Store } from './store.ts';
import { waysOf, type Vault } from './ways.ts';

/** A lock waits this long for writes under way, ms, and less where they do not succeed anyway; the rest is kept sealed. */
const lockFlushMs = 1_000;
const lockFlushInTroubleMs = 100;

/**
 * Opens the store and makes it where there is none; `locked` when a secret is asked for, with
 * nothing opened.
 *
 * `NewerDatabase`: a later version of the app wrote it; nothing was touched. `NoDatabase`
 * with the browser's name for it when there is no way in (`BlockedError`: another tab with an
 * earlier version does not let go; `DataCloneError`, `KeyNotKept`: no keys can be stored).
 * `KeyMissing`, `KeyDamaged`: see `data-key.ts`; nothing was overwritten.
 */
export async function openVault(options: OpenOptions): Promise<Result<Vault, OpenObstacle>> {
  return connected<Vault, OpenObstacle>(options, async (connection) => {
    const found = await dataKeyOf(connection.guard.db);
    if (!found.ok) return found;
    if (found.value.kind === 'key') {
      return ok({ kind: 'open', store: await storeOn(connection, found.value.key, found.value.rows) });
    }
    connection.guard.close();
    return ok({ kind: 'locked', ways: waysOf(found.value.rows) });
  });
}

/**
 * Locks: what waits is sealed and kept for the next unlock in this tab, the key and all that
 * was opened are let go of, the connection is closed. The store must not be used afterwards.
 */
export const lock = (store: Store): Promise<void> => closeForNext(store, store.saved.obstacle ? lockFlushInTroubleMs : lockFlushMs);
