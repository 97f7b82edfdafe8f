/**
 * When the hub is met, and how the last time went. One pass at a time in this tab, one tab at
 * a time by a lock; what is due later waits until then, unless somebody presses.
 */
import { alone } from '#sync/lease.ts';
import { keep } from '#sync/keep.ts';
import { pass, readPass, type PassReport } from '#sync/pass.ts';
import { choose, readChoices } from './choices.ts';
import { queueDrafts } from './drafts.ts';
import { unqueued } from './earlier.ts';
import type { Hub } from './hub.ts';
import type { Reach } from './state.ts';

/** A sentence is readable before the next try may change it. */
const leastMs = 500;

export interface HowItWent {
  readonly running: boolean;
  readonly reach: Reach;
  readonly lastMetAtMs: number | null;
}

export class MeetingsWithHub {
  readonly #hub: Hub;
  readonly #tell: () => void;
  #state: HowItWent = { running: false, reach: { kind: 'not-tried' }, lastMetAtMs: null };
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(hub: Hub, tell: () => void) {
    this.#hub = hub;
    this.#tell = tell;
  }

  get state(): HowItWent {
    return this.#state;
  }

  /** Reads how it went before this start. */
  async recall(): Promise<void> {
    const { metAtMs } = await readPass(this.#hub.ports);
    if (this.#state.reach.kind === 'not-tried') this.#become({ lastMetAtMs: metAtMs });
  }

  /** Meets the hub, if it is not too early. Never rejects for what a hub or network does. */
  async meet(): Promise<void> {
    const { nextAtMs } = await readPass(this.#hub.ports);
    const leftMs = nextAtMs === null ? 0 : nextAtMs - this.#hub.app.nowMs();
    if (leftMs > 0) this.#again(leftMs);
    else await this.meetNow();
  }

  /** Meets the hub now; joins a meeting that is under way. */
  meetNow(): Promise<void> {
    this.#running ??= this.#meet().finally(() => { this.#running = null; });
    return this.#running;
  }

  /** Forgets what was waited for; a pass that is under way ends with the signal of the hub. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #meet(): Promise<void> {
    const { app, ports, signal } = this.#hub;
    this.#become({ running: true });
    const stop = signal();
    try {
      const report = await alone(leaseOf(this.#hub), async () => {
        await this.#gather();
        return pass(ports, { drafts: (await readChoices(app)).drafts, signal: stop });
      });
      if (report) this.#learn(report);
    } catch (error) {
      if (!stop.aborted) throw error; // called off: the next pass repeats what this one began
    } finally {
      this.#become({ running: false });
    }
  }

  /** What is to go along, beside what was queued when it was finished. */
  async #gather(): Promise<void> {
    const { app } = this.#hub;
    await queueDrafts(app);
    if (!(await readChoices(app)).answered) return;
    const forgotten = await unqueued(app);
    if (forgotten.length > 0) await app.store.write({ outbox: forgotten });
  }

  #learn({ obstacle, nextAtMs }: PassReport): void {
    const nowMs = this.#hub.app.nowMs();
    if (obstacle) this.#become({ reach: { kind: 'obstacle', obstacle, nextAtMs } });
    else this.#become({ reach: { kind: 'met', atMs: nowMs }, lastMetAtMs: nowMs });
    if (nextAtMs !== null) this.#again(nextAtMs - nowMs);
  }

  #again(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.meet(), Math.max(ms, leastMs)); // its outcome is in the state
  }

  #become(news: Partial<HowItWent>): void {
    this.#state = { ...this.#state, ...news };
    this.#tell();
  }
}

const leaseOf = ({ ports, app, locks }: Hub): Parameters<typeof alone>[0] => ({
  locks, nowMs: app.nowMs,
  readLease: () => ports.storage.readNamed('sync', 'lease'),
  writeLease: async (lease) => { await keep(ports, { sync: [{ id: 'lease', value: lease }] }); },
});

/** Whether drafts go along, from now on. */
export const sendDrafts = ({ app }: Hub, on: boolean): Promise<void> => choose(app, { drafts: on });
