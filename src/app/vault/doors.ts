/** What the lock needs besides looking: secrets, slots, passkeys. Fetched when it is first wanted; see `fetch-doors.ts`. */
export { addSlot, lockOff, lockOn, removeSlot, setPolicy } from '#data/change-slots.ts';
export { unlockVault } from '#data/unlock-vault.ts';
export { canUsePasskeys, createPasskey, evaluatePasskey } from '#device/passkey.ts';
export { makeRecoveryKey } from '#seal/recovery-key.ts';
