import { eraseTraces } from '#device/erase-traces.ts';
import type { StoreObstacle } from '#data/store.ts';
import { err, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';

/** Until the other windows have let go of what they hold. */
const letGoMs = 300;

/** What was typed is not the code word. */
export interface OtherWord {
  readonly type: 'OtherWord';
}

const words = ['meadow', 'lantern', 'harbor', 'orchard', 'pebble', 'thicket', 'copper', 'willow', 'granite', 'saddle', 'ribbon', 'compass'] as const;

/** A code word to be typed before everything is erased. */
export const newCodeWord = (app: App): string => words[Number.parseInt(app.newId().slice(0, 4), 16) % words.length] ?? words[0];

/**
 * Deletes the database with its keys, and what else this app keeps in the browser but for
 * its own program files. Other windows drop what they show. The page must
 * be loaded anew then.
 *
 * `OtherWord`: nothing was touched. A store's obstacle: the database is still there.
 */
export async function eraseEverything(app: App, typed: string, word: string): Promise<Result<void, OtherWord | StoreObstacle>> {
  if (typed.trim().toLowerCase() !== word) return err({ type: 'OtherWord' });
  app.vault.tellErased();
  await new Promise((resolve) => setTimeout(resolve, letGoMs));
  const erased = await app.store.erase();
  if (!erased.ok) return erased;
  await eraseTraces();
  return erased;
}

/** Loads the first page anew, where the first run begins. */
export const beginAnew = (): void => {
  location.replace('/');
};
