/** Files that other apps and the system hand over. Nothing of them is read here. */
import { onLaunched, takeShared, type Shared } from '#device/shared-files.ts';

export type { Shared };

/** Takes what was shared with the app and what the address speaks of, once. */
export const takeSharedFiles = (hash: string): Promise<Shared> => takeShared(hash);

/** Calls with files that the system opens with the app, from now on. */
export const watchLaunchedFiles = (on: (files: readonly File[]) => void): void => { onLaunched(on); };
