/** Opens the sealed store of this browser where no secret is asked for. */
import { err, ok, type Result } from '#domain/result.ts';
import type { OpenOptions } from './open-options.ts';
import { openVault } from './open-vault.ts';
import type { OpenObstacle, Store } from './store.ts';

export type { OpenOptions } from './open-options.ts';

/** The store as `openVault` gives it; `KeyMissing` when a lock is on. */
export async function openStore(options: OpenOptions): Promise<Result<Store, OpenObstacle>> {
  const vault = await openVault(options);
  if (!vault.ok) return vault;
  return vault.value.kind === 'open' ? ok(vault.value.store) : err({ type: 'KeyMissing' });
}
