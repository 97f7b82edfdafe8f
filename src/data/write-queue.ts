/**
 * The way of every write: sealed at once, kept in memory, committed in the order of the
 * calls, and kept until it is. While one transaction runs, further bundles gather and go
 * together in the next. A failure is told as an obstacle and tried again for ever; rows have
 * whole keys, so a commit that did happen after all and is repeated changes nothing.
 */
import { isLost, obstacleOf } from './obstacle.ts';
import type { Commit, SealedRow } from './sealed-rows.ts';
import type { SavedState } from './store.ts';
import { within, type Timing } from './timing.ts';

export interface QueuePorts {
  readonly nowMs: () => number;
  readonly timing: Timing;
  /** What has to be done before the first commit; asked before each. */
  readonly ready?: () => Promise<void>;
  readonly commit: (rows: readonly SealedRow[]) => Commit;
  /** Opens the connection anew; rejects when that does not succeed. */
  readonly reconnect: () => Promise<void>;
  /** Keeps what waits elsewhere while writing does not succeed; called again when more waits. */
  readonly mirror?: (rows: readonly SealedRow[]) => void;
  /** All that was mirrored is on the disk. */
  readonly unmirror?: () => void;
}

interface Waiting {
  readonly seal: () => Promise<readonly SealedRow[]>;
  /** The sealing that began with the call; null after it failed, so that it is done again. */
  rows: Promise<readonly SealedRow[]> | null;
  readonly count: number;
  readonly sinceMs: number;
  readonly landed: () => void;
}

/** Bundles in one transaction; after a failure one, then doubling, so that what fits goes in. */
const mostTogether = 256;
/** Failures in a row after which what waits is mirrored. */
const mirrorAfter = 2;

export class WriteQueue {
  readonly #ports: QueuePorts;
  readonly #waiting: Waiting[] = [];
  readonly #listeners = new Set<(saved: SavedState) => void>();
  #saved: SavedState = { pendingCount: 0, heldSinceMs: null, savedAtMs: null, obstacle: null };
  #running = false;
  #stopped = false;
  #connectionLost = false;
  #failures = 0;
  #together = mostTogether;
  #wake: () => void = () => undefined;
  #mirrored = false;
  #mirroring: Promise<void> | null = null;

  constructor(ports: QueuePorts) {
    this.#ports = ports;
  }

  get saved(): SavedState {
    return this.#saved;
  }

  onSaved(listener: (saved: SavedState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds a bundle that counts as `count` changes; resolves at its commit, never rejects. */
  add(count: number, seal: () => Promise<readonly SealedRow[]>): Promise<void> {
    if (this.#stopped) return new Promise(() => undefined);
    return new Promise((landed) => {
      const rows = seal();
      rows.catch(() => undefined); // Met again, and told, when its turn comes.
      this.#waiting.push({ seal, rows, count, sinceMs: this.#ports.nowMs(), landed });
      this.#tell({ pendingCount: this.#saved.pendingCount + count });
      if (!this.#running) void this.#run();
      if (this.#failures >= mirrorAfter) this.#mirror();
    });
  }

  /** Everything that waits, sealed, in the order of the calls. What cannot be sealed is left out. */
  async sealedRows(): Promise<readonly SealedRow[]> {
    const bundles = await Promise.allSettled(this.#waiting.map(sealed));
    return bundles.flatMap((bundle) => (bundle.status === 'fulfilled' ? bundle.value : []));
  }

  /** Tries again now instead of waiting further. */
  wake(): void {
    this.#wake();
  }

  /** Resolves when nothing waits, or after `timeoutMs` with false. */
  flush(timeoutMs: number): Promise<boolean> {
    if (this.#waiting.length === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (empty: boolean): void => { clearTimeout(timer); stop(); resolve(empty); };
      const timer = setTimeout(() => { end(false); }, timeoutMs);
      const stop = this.onSaved(() => { if (this.#waiting.length === 0) end(true); });
      this.wake();
    });
  }

  /** Ends the trying and lets go of what waits; take it out by {@link sealedRows} before, or it is never written. */
  stop(): void {
    this.#stopped = true;
    this.#waiting.length = 0;
    this.#wake();
    this.#listeners.clear();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0 && !this.#stopped) {
      const batch = this.#waiting.slice(0, this.#together);
      try {
        await this.#land(batch);
      } catch (error) {
        await this.#holdOn(error);
        continue;
      }
      this.#afterLanding(batch);
    }
    this.#running = false;
  }

  async #land(batch: readonly Waiting[]): Promise<void> {
    const [rows] = await Promise.all([Promise.all(batch.map(sealed)).then((bundles) => bundles.flat()), this.#ports.ready?.()]);
    if (this.#connectionLost) await this.#ports.reconnect();
    this.#connectionLost = false;
    const { done, abort } = this.#ports.commit(rows);
    const { answerMs, rowMs } = this.#ports.timing;
    await within(answerMs + rows.length * rowMs, done, () => { breakOff(abort); });
  }

  #afterLanding(batch: readonly Waiting[]): void {
    this.#waiting.splice(0, batch.length);
    this.#failures = 0;
    this.#together = Math.min(this.#together * 2, mostTogether);
    const landed = batch.reduce((sum, { count }) => sum + count, 0);
    this.#tell({ pendingCount: this.#saved.pendingCount - landed, savedAtMs: this.#ports.nowMs(), obstacle: null });
    for (const waiting of batch) waiting.landed();
    if (this.#mirrored && this.#waiting.length === 0) {
      this.#mirrored = false;
      this.#ports.unmirror?.();
    }
  }

  /** One at a time; what came meanwhile is mirrored by the next failure or call. */
  #mirror(): void {
    this.#mirrored = true;
    this.#mirroring ??= this.sealedRows()
      .then((rows) => { if (!this.#stopped && rows.length > 0) this.#ports.mirror?.(rows); })
      .finally(() => { this.#mirroring = null; if (!this.#mirrored) this.#ports.unmirror?.(); });
  }

  async #holdOn(error: unknown): Promise<void> {
    this.#connectionLost ||= isLost(error);
    this.#together = 1;
    const { retryMs } = this.#ports.timing;
    const waitMs = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 0;
    this.#failures += 1;
    this.#tell({ obstacle: await obstacleOf(error) });
    if (this.#stopped) return;
    if (this.#failures >= mirrorAfter) this.#mirror();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.#wake = () => { clearTimeout(timer); resolve(); };
    });
    this.#wake = () => undefined;
  }

  #tell(news: Partial<SavedState>): void {
    this.#saved = { ...this.#saved, ...news, heldSinceMs: this.#waiting[0]?.sinceMs ?? null };
    for (const listener of this.#listeners) listener(this.#saved);
  }
}

async function sealed(waiting: Waiting): Promise<readonly SealedRow[]> {
  waiting.rows ??= waiting.seal();
  try {
    return await waiting.rows;
  } catch (error) {
    waiting.rows = null;
    throw error;
  }
}

function breakOff(abort: () => void): void {
  try {
    abort();
  } catch (error) {
    // Already over, or on a connection that is gone: both are what we wanted.
    if (!isLost(error) && !(error instanceof DOMException)) throw error;
  }
}
