/** The app while it is locked: no key, no store, nothing decrypted. */
import type { OpenObstacle } from '#data/store.ts';
import type { LockedWay, Secret, UnlockFailure } from '#data/vault.ts';
import type { Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import type { PasskeyObstacle, Passkeys } from './ports.ts';

export type { LockedWay, Secret, UnlockFailure, UnlockObstacle, Way } from '#data/vault.ts';

export interface LockedApp {
  readonly kind: 'locked';
  /** Wall clock, epoch milliseconds. */
  readonly nowMs: () => number;
  readonly ways: readonly LockedWay[];
  readonly passkeys: Passkeys;
  /** Opens with a secret; what stands in the way is told, and slows down after wrong tries. */
  unlock(secret: Secret): Promise<Result<App, UnlockFailure>>;
  /** Looks at the store from the beginning, as at a start. */
  again(): Promise<Result<App | LockedApp, OpenObstacle>>;
  /** Calls when another tab changed the ways in. Returns the way to stop. */
  onChanged(listener: () => void): () => void;
}

/** Asks the passkey of this device and opens with what it gives. */
export async function unlockByPasskey(locked: LockedApp): Promise<Result<App, UnlockFailure | PasskeyObstacle>> {
  const ids = locked.ways.flatMap(({ credentialId }) => (credentialId === undefined ? [] : [credentialId]));
  const given = await locked.passkeys.ask(ids);
  return given.ok ? locked.unlock({ way: 'passkey', ...given.value }) : given;
}

/** Opens with a passphrase or with the key of the recovery sheet. */
export const unlockByWords = (locked: LockedApp, way: 'passphrase' | 'recovery', text: string): Promise<Result<App, UnlockFailure>> =>
  locked.unlock({ way, text });

/** True for an app that is open. */
export const isOpen = (app: App | LockedApp): app is App => app.kind === 'open';
