/**
 * What the verbs of this layer work with, made once by `compose.ts`. Screens get it by
 * context and hand it to verbs; they never reach past it to the store or the device.
 */
import type { DeviceId } from '#domain/ids.ts';
import type { NodeId } from '#domain/stamp.ts';
import type { SavedState, Store } from '#data/store.ts';
import type { Shell } from '#device/shell.ts';
import type { VaultKeeper } from './vault/keeper.ts';
import type { LockedApp } from './vault/locked-app.ts';

export type { SavedState, StoreObstacle, OpenObstacle, DamagedRow } from '#data/store.ts';

export interface App {
  /** An app that is open; see vault/locked-app.ts for the other one. */
  readonly kind: 'open';
  /** Wall clock, epoch milliseconds. */
  readonly nowMs: () => number;
  /** A random UUID v4. */
  readonly newId: () => string;
  readonly device: DeviceId;
  readonly node: NodeId;
  readonly saved: () => SavedState;
  readonly onSaved: (listener: (saved: SavedState) => void) => () => void;
  /** For verbs of this layer only. */
  readonly store: Store;
  /** The installed app around the page: offline copy, updates, storage. For verbs of this layer only. */
  readonly shell: Shell;
  /** Who may open the store, and locking. For verbs of this layer only. */
  readonly vault: VaultKeeper;
  /** What this app becomes when it is locked; `closed` resolves when its key is dropped. */
  readonly whenLocked: (closed: Promise<void>) => LockedApp;
}
