/** The terms of the vault: ways in, secrets, and what stands in the way. */
import type { SlotRow } from './database.ts';
import type { OpenObstacle, Store, StoreObstacle } from './store.ts';

/** A way in that asks for something. */
export type Way = 'passphrase' | 'passkey' | 'recovery';

/** All of them, in the order in which they are offered. */
const ways: readonly Way[] = ['passphrase', 'passkey', 'recovery'];

/** What a leader, a passkey or a sheet of paper gives. `prf` are the 32 bytes of WebAuthn's PRF. */
export type Secret =
  | { readonly way: 'passphrase'; readonly text: string }
  | { readonly way: 'recovery'; readonly text: string }
  | { readonly way: 'passkey'; readonly prf: Uint8Array<ArrayBuffer>; readonly credentialId: string };

/** A way in that is to be added. A passphrase or recovery key takes the place of the one before. */
export type NewSlot =
  | { readonly way: 'passphrase'; readonly text: string }
  /** `text` as made by `makeRecoveryKey` of seal/recovery-key.ts. */
  | { readonly way: 'recovery'; readonly text: string }
  /** `label` stands in clear on the disk: no names. `credentialId` in base64url. */
  | { readonly way: 'passkey'; readonly prf: Uint8Array<ArrayBuffer>; readonly credentialId: string; readonly label: string };

export type UnlockObstacle =
  /** `triesLeft` before the store is erased, null when it never is; `waitUntilMs` null when the next try may come at once. */
  | { readonly type: 'WrongSecret'; readonly triesLeft: number | null; readonly waitUntilMs: number | null }
  /** Not even looked at: the wait after the wrong tries before is not over. */
  | { readonly type: 'TooSoon'; readonly waitUntilMs: number }
  /** No slot of this way that is whole; another way may open. */
  | { readonly type: 'SlotDamaged'; readonly way: Way }
  /** The group of the recovery key, from 1, that does not fit its check letter. Does not count as a try. */
  | { readonly type: 'RecoveryTypo'; readonly group: number }
  /** Erased after as many wrong tries as the leader had chosen. */
  | { readonly type: 'Wiped' };

/** Why a way in is not added or taken away; nothing has changed then. */
export type SlotObstacle =
  | UnlockObstacle
  | StoreObstacle
  /** The device slot that was to vouch is gone (another tab turned the lock on), or does not open. */
  | { readonly type: 'NoDeviceSlot' }
  /** There is no such slot. */
  | { readonly type: 'NoSuchSlot' }
  /** It is the last that opens without a passkey. */
  | { readonly type: 'LastSlot' }
  /** What was stored did not open when it was tried, or the browser keeps no keys. */
  | { readonly type: 'KeyNotKept' };

/** A slot as it may be shown. */
export interface SlotFacts {
  readonly id: string;
  readonly kind: Way | 'device';
  readonly label: string;
  /** Epoch ms; null for the device slot. */
  readonly madeAtMs: number | null;
  readonly credentialId?: string;
}

/** A way in, as the lock screen needs to know it. */
export interface LockedWay {
  readonly way: Way;
  readonly id: string;
  readonly label: string;
  readonly credentialId?: string;
}

export type Vault =
  | { readonly kind: 'open'; readonly store: Store }
  | { readonly kind: 'locked'; readonly ways: readonly LockedWay[] };

export type UnlockFailure = UnlockObstacle | OpenObstacle;

/** The ways in that the rows of the slots' table name, whole or not. */
export function waysOf(rows: readonly SlotRow[]): LockedWay[] {
  return ways.flatMap((way) => rows.filter(({ kind }) => kind === way).map((row) => {
    const { label, credentialId } = row as SlotRow & { readonly label?: unknown; readonly credentialId?: unknown };
    return {
      way, id: row.id, label: typeof label === 'string' ? label : '',
      ...(typeof credentialId === 'string' ? { credentialId } : {}),
    };
  }));
}
