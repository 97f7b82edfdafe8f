/** One way to run transactions over SQLite and PostgreSQL: whole, and again where that helps. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { kindOfFault, StoreFault } from './faults.ts';
import type { Tables } from './tables.ts';

export type Transact = Transaction<Tables>;
export type Reader = Kysely<Tables>;

export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * Runs `work` in one transaction. It is run again, whole, after a conflict or a lost
   * connection: so `work` changes nothing but the database, and may be done twice.
   * @throws StoreFault when it does not succeed within the limit, or there is no room
   */
  write<T>(work: (tx: Transact) => Promise<T>): Promise<T>;
  /** Runs reading `work`, again like `write`; each query sees what is committed. */
  read<T>(work: (db: Reader) => Promise<T>): Promise<T>;
  /** A consistent copy while the hub runs; null where the engine has its own tool. */
  readonly copyTo: ((file: string) => void) | null;
  close(): Promise<void>;
}

export interface Engine {
  readonly kind: Database['kind'];
  readonly db: Kysely<Tables>;
  readonly copyTo: Database['copyTo'];
  /** The host in use is not the one that takes writes: look for it anew. */
  readonly moved: () => void;
  /** How long a transaction is tried again; then the client's own retry takes over. */
  readonly retryMs: number;
}

/** Wraps an engine. */
export function openDatabase({ kind, db, copyTo, moved, retryMs }: Engine): Database {
  async function repeated<T>(work: () => Promise<T>): Promise<T> {
    const giveUpMs = performance.now() + retryMs;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        const fault = kindOfFault(error);
        if (fault === 'bug') throw error;
        if (fault === 'full') throw new StoreFault('storage-full', error);
        if (fault === 'moved') moved();
        if (performance.now() > giveUpMs) throw new StoreFault('busy', error);
        // Full jitter: hubs that collided do not meet again at the same moment.
        await wait(Math.random() * Math.min(1_000, 10 * 2 ** attempt));
      }
    }
  }
  return {
    kind,
    write: (work) => repeated(() => db.transaction().execute(work)),
    read: (work) => repeated(() => work(db)),
    copyTo,
    close: () => db.destroy(),
  };
}
