/**
 * Keeps the lock of one opened app: knows which ways in there are, and locks. Locking goes in
 * this order: other tabs are told; the screens are taken away (fields that are left store
 * what was typed); what is still being written is waited for; the key is dropped.
 */
import type { SlotFacts } from '#data/vault.ts';
import { openLockChannel, type LockCall, type LockChannel } from './lock-channel.ts';
import { readLockSettings, writeLockSettings, type LockSettings } from './lock-settings.ts';
import type { VaultPorts } from './ports.ts';
import { watchIdle } from './watch-idle.ts';

export interface VaultState {
  /** True when the store asks for a secret before it opens. */
  readonly on: boolean;
  /** Ways in that ask for something; none without a lock. */
  readonly ways: readonly SlotFacts[];
  /** Wrong tries after which everything is erased; null: never. */
  readonly wipeAfter: number | null;
  readonly settings: LockSettings;
}

/** How long locking waits for what is being written; a full tablet must not keep it open. */
const flushMs = 1_500;
const minuteMs = 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class VaultKeeper {
  readonly ports: VaultPorts;
  readonly #nowMs: () => number;
  readonly #channel: LockChannel;
  readonly #listeners = new Set<() => void>();
  readonly #leavers = new Set<(closed: Promise<void>) => void>();
  readonly #covers = new Set<() => void>();
  readonly #held = new Set<Promise<unknown>>();
  #state: VaultState = { on: false, ways: [], wipeAfter: null, settings: readLockSettings() };
  #locking: Promise<void> | null = null;
  #stopIdle: () => void = () => undefined;

  constructor(ports: VaultPorts, nowMs: () => number) {
    this.ports = ports;
    this.#nowMs = nowMs;
    this.#channel = openLockChannel((call) => {
      this.#hear(call);
    });
  }

  /** As it was last looked at. */
  get state(): VaultState {
    return this.#state;
  }

  /** Calls whenever the state changes. Returns the way to stop. */
  onState(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks again at the ways in; `told` lets the other tabs do the same. */
  async look(told = false): Promise<VaultState> {
    const [slots, wipeAfter] = await Promise.all([this.ports.slots(), this.ports.wipeAfter()]);
    const ways = slots.filter(({ kind }) => kind !== 'device');
    this.#become({ on: ways.length > 0 && ways.length === slots.length, ways, wipeAfter });
    if (told) this.#channel.say('slots');
    return this.#state;
  }

  /** Changes when the lock comes; false where the browser does not keep it beyond this page. */
  choose(settings: LockSettings): boolean {
    const kept = writeLockSettings(settings);
    this.#become({ settings });
    return kept;
  }

  /** From now on the app locks by itself after the minutes that were chosen. */
  watch(): void {
    this.#stopIdle = watchIdle({
      nowMs: this.#nowMs,
      limitMs: () => this.#idleLimit(),
      onIdle: () => {
        this.#idle();
      },
    });
  }

  /** Calls at the moment of locking, before anything is waited for; `closed` resolves when the key is dropped. */
  onLock(listener: (closed: Promise<void>) => void): () => void {
    this.#leavers.add(listener);
    return () => this.#leavers.delete(listener);
  }

  /** A running meeting offers its veil, to come in place of the lock where that is chosen. Returns the way to stop. */
  offerVeil(cover: () => void): () => void {
    this.#covers.add(cover);
    return () => this.#covers.delete(cover);
  }

  /** The key is not dropped before this has settled (or a second and a half has passed). */
  holdFor(writing: Promise<unknown>): void {
    this.#held.add(writing);
    const done = (): void => void this.#held.delete(writing);
    writing.then(done, done);
  }

  /** Locks this tab and all others. Resolves when the key is dropped; at once when there is no lock. */
  lockNow(): Promise<void> {
    return this.#lock('asked');
  }

  /** Stops watching and listening; for an app that is given up without being locked. */
  close(): void {
    this.#stopIdle();
    this.#channel.close();
    this.#listeners.clear();
  }

  /** Tells all other tabs that everything is about to be erased; they let go of the store and write no more. */
  tellErased(): void {
    this.#channel.say('erased');
  }

  #lock(call: LockCall | null): Promise<void> {
    return this.#state.on ? this.#letGo(call) : Promise.resolve();
  }

  #letGo(call: LockCall | null): Promise<void> {
    this.#locking ??= this.#carryOut(call);
    return this.#locking;
  }

  async #carryOut(call: LockCall | null): Promise<void> {
    if (call) this.#channel.say(call);
    this.#stopIdle();
    let closed: () => void = () => undefined;
    const whenClosed = new Promise<void>((resolve) => (closed = resolve));
    for (const leave of this.#leavers) leave(whenClosed);
    await pause(0); // what is written on leaving a screen is handed over after its turn
    await Promise.race([Promise.allSettled(this.#held), pause(flushMs)]);
    await this.ports.flush(flushMs);
    await this.ports.close();
    this.close();
    closed();
  }

  #idle(): void {
    if (this.#covers.size > 0 && this.#state.settings.inMeeting === 'veil') for (const cover of this.#covers) cover();
    else void this.#lock('idle'); // told by the screens, which are gone
  }

  #hear(call: LockCall): void {
    if (call === 'asked') void this.#lock(null); // as above
    // Also without a lock: a write after the erasing would begin the pages anew, under the old key.
    else if (call === 'erased') void this.#letGo(null); // as above
    else if (call === 'idle') this.#idle();
    else void this.look(); // its answer is told to the listeners
  }

  #idleLimit(): number | null {
    const { on, settings } = this.#state;
    return on && settings.autoLockMinutes !== null ? settings.autoLockMinutes * minuteMs : null;
  }

  #become(news: Partial<VaultState>): void {
    this.#state = { ...this.#state, ...news };
    for (const listener of this.#listeners) listener();
  }
}
