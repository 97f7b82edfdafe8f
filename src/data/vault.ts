/** The front door of the vault: who may open the store, and by which ways. */
export { addSlot, lockOff, lockOn, policyOf, removeSlot, setPolicy, slotsOf } from './change-slots.ts';
export { eraseVault, lock, openVault, unlockVault } from './open-vault.ts';
export type { OpenOptions } from './open-options.ts';
export type { LockedWay, NewSlot, Secret, SlotFacts, SlotObstacle, UnlockFailure, UnlockObstacle, Vault, Way } from './ways.ts';
