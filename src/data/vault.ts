/** The front door of the vault: who may open the store, and by which ways. What starts without a lock takes its parts from their own files. */
export { addSlot, lockOff, lockOn, removeSlot, setPolicy } from './change-slots.ts';
export { lock, openVault } from './open-vault.ts';
export type { OpenOptions } from './open-options.ts';
export { policyOf, slotsOf } from './slot-facts.ts';
export { eraseVault, unlockVault } from './unlock-vault.ts';
export type { LockedWay, NewSlot, Secret, SlotFacts, SlotObstacle, UnlockFailure, UnlockObstacle, Vault, Way } from './ways.ts';
