/** The front door of the vault: who may open the store, and by which ways. */
import type { Result } from '#domain/result.ts';
import type { OpenOptions } from './open-options.ts';
import type { OpenObstacle, Store, StoreObstacle } from './store.ts';
import type { NewSlot, Secret, SlotFacts, SlotObstacle, UnlockFailure, Vault } from './ways.ts';

export type { OpenOptions } from './open-options.ts';
export type { LockedWay, NewSlot, Secret, SlotFacts, SlotObstacle, UnlockFailure, UnlockObstacle, Vault, Way } from './ways.ts';

export declare function openVault(options: OpenOptions): Promise<Result<Vault, OpenObstacle>>;
export declare function unlockVault(options: OpenOptions, secret: Secret): Promise<Result<Store, UnlockFailure>>;
export declare function slotsOf(store: Store): Promise<SlotFacts[]>;
export declare function addSlot(store: Store, current: Secret | 'device', slot: NewSlot): Promise<Result<void, SlotObstacle>>;
export declare function removeSlot(store: Store, id: string): Promise<Result<void, SlotObstacle>>;
export declare function lockOn(store: Store, passphrase: string, recoveryKey: string | null): Promise<Result<void, SlotObstacle>>;
export declare function lockOff(store: Store, current: Secret): Promise<Result<void, SlotObstacle>>;
export declare function policyOf(store: Store): Promise<{ readonly wipeAfter: number | null }>;
export declare function setPolicy(store: Store, wipeAfter: number | null): Promise<Result<void, StoreObstacle>>;
export declare function lock(store: Store): Promise<void>;
export declare function eraseVault(options: OpenOptions): Promise<Result<void, OpenObstacle>>;
