/**
 * Keeps a connection that works. The four lives of a connection, by name:
 *
 *   upgrade     `open`: versions/ run in the browser's versionchange transaction
 *   blocked     another tab holds an older version open: waited for; it lets go by `blocking`
 *   blocking    a later version (or a removal) in another tab: this connection closes at once
 *   terminated  the browser closed it: opened anew, and so after sleep when a probe fails
 *
 * Opening anew asks for the version on disk first: a later version of the app may have come
 * meanwhile, and then this one keeps its hands off.
 */
import { borrowFactory, type Borrowed } from './borrowed-factory.ts';
import { Database, nativeVersion, nativeVersionOf, type DatabaseOptions } from './database.ts';
import { isLost } from './obstacle.ts';
import { pause, within, type Timing } from './timing.ts';

/** How often this window's own factory is tried before a frame's is borrowed. */
const ownTries = 3;

export class Guard {
  readonly #options: DatabaseOptions;
  readonly #timing: Timing;
  readonly #check: (db: Database) => Promise<void>;
  readonly #onReopened = new Set<() => void>();
  readonly #closedByWill = new WeakSet<Database>();
  #db: Database;
  #borrowed: Borrowed | null = null;
  #reopening: Promise<void> | null = null;
  #failedInARow = 0;
  #tried = false;
  #blocked = false;
  #ended = false;
  #stopProbing: () => void = () => undefined;

  /** `check` is called with every new connection before anybody else gets it, and may refuse it by rejecting. */
  constructor(options: DatabaseOptions, timing: Timing, check: (db: Database) => Promise<void>) {
    this.#options = options;
    this.#timing = timing;
    this.#check = check;
    this.#db = this.#connect();
  }

  /** The present connection; another object after a reopening. */
  get db(): Database {
    return this.#db;
  }

  /** Calls after each reopening. Returns the way to stop. */
  onReopened(listener: () => void): () => void {
    this.#onReopened.add(listener);
    return () => this.#onReopened.delete(listener);
  }

  /**
   * Opens the database, with the tries of {@link reopen} when the connection fails. Rejects
   * with a `VersionError` when it is of a later version (nothing was touched), with a
   * `BlockedError` when another tab does not let go, else with what the browser said.
   */
  async open(): Promise<void> {
    await this.reopen();
    this.#stopProbing = this.#probeOnReturn();
  }

  /**
   * Closes the connection and opens a new one: tries this window's own factory, then a
   * frame's, before it rejects. Calls at the same time share one reopening, and a call about a
   * connection that was replaced meanwhile does nothing.
   */
  reopen(failed: Database = this.#db): Promise<void> {
    if (failed !== this.#db && this.#db.isOpen()) return Promise.resolve();
    this.#reopening ??= this.#reopen().finally(() => { this.#reopening = null; });
    return this.#reopening;
  }

  /** Runs a read; when the connection proves lost or mute, opens anew and reads again, three times at most. */
  async read<T>(query: (db: Database) => PromiseLike<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const db = this.#db;
      try {
        return await within(this.#timing.answerMs, query(db));
      } catch (error) {
        if (!isLost(error) || tries > ownTries || this.#ended) throw error;
        await this.reopen(db);
      }
    }
  }

  /** Closes for good. Transactions under way end by themselves. */
  close(): void {
    this.#ended = true;
    this.#stopProbing();
    this.#onReopened.clear();
    this.#let(this.#db);
    this.#borrowed?.giveBack();
  }

  async #reopen(): Promise<void> {
    for (;;) {
      // A frame's turn ends it; whoever calls again gets a try with a new frame.
      const isLast = this.#failedInARow >= ownTries;
      try {
        await this.#reopenOnce();
        return;
      } catch (error) {
        if (isLast || !isLost(error)) throw error;
      }
    }
  }

  async #reopenOnce(): Promise<void> {
    this.#let(this.#db);
    // Lets the browser notice that the old connection is gone; at the start there is none.
    if (this.#tried) await pause(this.#timing.reopenMs);
    this.#tried = true;
    if (this.#ended) throw new DOMException('The store was closed', 'AbortError');
    const db = this.#connect();
    try {
      await this.#openOnce(db);
      await this.#check(db);
    } catch (error) {
      this.#failedInARow += 1;
      this.#let(db);
      throw error;
    }
    this.#failedInARow = 0;
    this.#db = db;
    for (const listener of this.#onReopened) listener();
  }

  async #openOnce(db: Database): Promise<void> {
    const { name, indexedDB, IDBKeyRange, versions } = { ...this.#options, ...this.#borrowed };
    const { openMs } = this.#timing;
    this.#blocked = false;
    const found = await within(openMs, nativeVersionOf(name, { indexedDB, IDBKeyRange }));
    // Dexie adds 1 when it repairs a schema of the same version; only a full ten is a later one.
    if (found >= nativeVersion(versions) + 10) throw new DOMException('Of a later version', 'VersionError');
    try {
      await within(openMs, db.open());
    } catch (error) {
      throw this.#wasBlocked() ? new DOMException('Another tab holds an earlier version', 'BlockedError') : error;
    }
  }

  #connect(): Database {
    if (this.#failedInARow >= ownTries) {
      this.#borrowed?.giveBack();
      this.#borrowed = borrowFactory();
    }
    const db = new Database({ ...this.#options, ...this.#borrowed });
    db.on('versionchange', () => this.#whenBlocking(db));
    db.on('blocked', () => this.#whenBlocked());
    db.on('close', () => { this.#whenTerminated(db); });
    return db;
  }

  /** Another tab waits for us. Writes under way end first, by IndexedDB's own rules. */
  #whenBlocking(db: Database): boolean {
    this.#let(db);
    return false; // Dexie's own answer would close it too, and write to the console.
  }

  /** The other tab closes as soon as it hears of us (blocking); `openMs` bounds the wait. */
  #whenBlocked(): boolean {
    this.#blocked = true;
    return false; // As above.
  }

  #wasBlocked(): boolean {
    return this.#blocked;
  }

  #whenTerminated(db: Database): void {
    if (db !== this.#db || this.#closedByWill.has(db) || this.#ended) return;
    void this.reopen(db).catch(() => undefined); // Who reads or writes next tries again and tells.
  }

  #let(db: Database): void {
    this.#closedByWill.add(db);
    db.close();
  }

  /** A tab that returns from the background may hold a dead connection: one row is read to see. */
  #probeOnReturn(): () => void {
    const probe = (): void => {
      if (document.visibilityState !== 'visible') return;
      void this.read((db) => db.slots.limit(1).primaryKeys()).catch(() => undefined); // As above.
    };
    document.addEventListener('visibilitychange', probe);
    window.addEventListener('pageshow', probe);
    return () => {
      document.removeEventListener('visibilitychange', probe);
      window.removeEventListener('pageshow', probe);
    };
  }
}
