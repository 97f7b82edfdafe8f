/** Locking, the veil, and when they come. */
import type { App } from '../app.ts';
import type { VaultState } from './keeper.ts';
import type { LockSettings } from './lock-settings.ts';

export type { InMeeting, LockSettings } from './lock-settings.ts';

/** The lock as it was last looked at. */
export const vaultState = (app: App): VaultState => app.vault.state;

/** Calls whenever it changes. Returns the way to stop. */
export const watchVault = (app: App, on: () => void): (() => void) => app.vault.onState(on);

/** Locks this tab and all others; drafts are stored first. */
export const lockNow = (app: App): Promise<void> => app.vault.lockNow();

/** Changes when the lock comes; false where the browser keeps it for this page only. */
export const chooseLock = (app: App, change: Partial<LockSettings>): boolean =>
  app.vault.choose({ ...app.vault.state.settings, ...change });

/** A running meeting offers its veil. Returns the way to stop. */
export const offerVeil = (app: App, cover: () => void): (() => void) => app.vault.offerVeil(cover);

/** True when the way back from the veil leads through the lock. */
export const veilIsLocked = (app: App): boolean => app.vault.state.on && app.vault.state.settings.veilNeedsPassphrase;

/** Locking waits for this. */
export const holdLockFor = (app: App, writing: Promise<unknown>): void => {
  app.vault.holdFor(writing);
};
