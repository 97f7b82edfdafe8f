/** What the vault of an opened app works with: the store's doors, and passkeys. `compose.ts` puts them together. */
import type { NewSlot, Secret, SlotFacts, SlotObstacle } from '#data/vault.ts';
import type { StoreObstacle } from '#data/store.ts';
import type { EvaluatedPasskey, PasskeyObstacle } from '#device/passkey.ts';
import type { Result } from '#domain/result.ts';

export type { PasskeyObstacle } from '#device/passkey.ts';

/** The passkeys of this browser; see device/passkey.ts. */
export interface Passkeys {
  /** What the browser says before anything is tried. */
  isLikely(): Promise<boolean>;
  /** Makes one and asks it twice; given only when both answers agree. */
  make(): Promise<Result<EvaluatedPasskey, PasskeyObstacle>>;
  /** Asks one of these. */
  ask(credentialIds: readonly string[]): Promise<Result<EvaluatedPasskey, PasskeyObstacle>>;
  /** What the makers of this device call it; the leader knows it by that name. */
  readonly name: string;
}

/** The doors of one opened store; see data/vault.ts for what each does and when it refuses. */
export interface VaultPorts {
  slots(): Promise<readonly SlotFacts[]>;
  wipeAfter(): Promise<number | null>;
  lockOn(passphrase: string, recoveryKey: string | null): Promise<Result<void, SlotObstacle>>;
  lockOff(current: Secret): Promise<Result<void, SlotObstacle>>;
  addSlot(current: Secret, slot: NewSlot): Promise<Result<void, SlotObstacle>>;
  removeSlot(id: string): Promise<Result<void, SlotObstacle>>;
  setWipeAfter(tries: number | null): Promise<Result<void, StoreObstacle>>;
  makeRecoveryKey(): Promise<string>;
  /** Resolves when nothing waits to be written any more, or after `timeoutMs`. */
  flush(timeoutMs: number): Promise<boolean>;
  /** Drops the key and closes the store. */
  close(): Promise<void>;
  readonly passkeys: Passkeys;
}
