import type { App, SavedState } from '#app/app.ts';
import { Live } from './live.svelte.ts';

/** What the store says of its writes, for screens without an opened meeting. */
export const liveSaved = (app: App): Live<SavedState> =>
  new Live((on) => {
    on(app.saved());
    return app.onSaved(on);
  });

/** True while something has met an obstacle and is in memory only. */
export const isHeld = (saved: SavedState | undefined): saved is SavedState => saved !== undefined && saved.obstacle !== null && saved.pendingCount > 0;
