/**
 * A liveQuery that outlives its connection. Dexie's own falls silent for ever when the
 * connection is lost (it swallows DatabaseClosedError); this one begins anew after each
 * reopening. What it found is worked on one at a time, the newest only.
 */
import { liveQuery, type Subscription } from 'dexie';
import type { Database } from './database.ts';
import type { Guard } from './guard.ts';
import { isLost } from './obstacle.ts';

/** After an error that is not the connection's, ms. */
const againMs = 1_000;

/** Runs `query` now and whenever its result may have changed, and `work` with what it found. Returns the way to stop. */
export function live<T>(guard: Guard, query: (db: Database) => PromiseLike<T>, work: (found: T) => Promise<void>): () => void {
  let subscription: Subscription | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let next: { readonly found: T } | null = null;
  let working = false;
  let stopped = false;

  const troubled = (db: Database, error: unknown): void => {
    if (stopped) return;
    clearTimeout(again);
    again = setTimeout(start, againMs);
    // A failed reopening is tried again by `start` above; a successful one starts at once.
    if (isLost(error)) void guard.reopen(db).catch(() => undefined);
  };
  const workOff = async (db: Database): Promise<void> => {
    if (working) return;
    working = true;
    try {
      while (next && !stopped) {
        const { found } = next;
        next = null;
        await work(found);
      }
    } catch (error) {
      troubled(db, error);
    } finally {
      working = false;
    }
  };
  function start(): void {
    clearTimeout(again);
    subscription?.unsubscribe();
    const { db } = guard;
    if (!db.isOpen()) {
      troubled(db, new DOMException('Not open', 'InvalidStateError'));
      return;
    }
    subscription = liveQuery(() => Promise.resolve(query(db))).subscribe({
      next: (found) => { next = { found }; void workOff(db); },
      error: (error: unknown) => { troubled(db, error); },
    });
  }
  const stopHearing = guard.onReopened(start);
  start();
  return () => {
    stopped = true;
    clearTimeout(again);
    stopHearing();
    subscription?.unsubscribe();
  };
}
