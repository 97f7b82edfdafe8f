/** What can be seen and done about the installed app itself: its offline copy, its version, its storage. */
import type { StoreObstacle } from '#data/store.ts';
import type { ShellState } from '#device/shell.ts';
import type { Result } from '#domain/result.ts';
import type { App } from './app.ts';

export type { OfflineCopy, ShellState, StorageState } from '#device/shell.ts';

/** The state as it was last looked at. */
export const shellState = (app: App): ShellState => app.shell.state;

/** Calls whenever the state changes. Returns the way to stop. */
export const watchShell = (app: App, on: (state: ShellState) => void): (() => void) => app.shell.onState(on);

/** Looks again at the offline copy and the storage. */
export const lookAgain = (app: App): Promise<ShellState> => app.shell.look();

/** Puts the waiting version in place and reloads; false when a tab is in a meeting or nothing waits. */
export const useWaitingVersion = (app: App): Promise<boolean> => app.shell.applyUpdate();

/** Fetches the offline copy anew and reloads. Records are not touched; what is being written is waited for. */
export async function repairCopy(app: App): Promise<void> {
  await app.store.flush(5_000);
  await app.shell.repair();
}

/** Writes, reads back and removes a row: can this device be relied on? */
export const testTablet = (app: App): Promise<Result<void, StoreObstacle>> => app.store.selfTest();

/** While true, no tab puts a waiting version in place. */
export const holdUpdates = (app: App, hold: boolean): void => {
  app.shell.setBusy(hold);
};
