/** The desk as a screen uses it: its state while somebody reads it, and acts that end in words. */
import { createSubscriber } from 'svelte/reactivity';
import type { Desk, SyncObstacle, SyncState } from '#app/sync/desk.ts';
import type { Result } from '#domain/result.ts';

export class Syncing {
  readonly desk: Desk;
  readonly #subscribe: () => void;

  constructor(desk: Desk) {
    this.desk = desk;
    this.#subscribe = createSubscriber((update) => desk.onState(update));
  }

  get state(): SyncState {
    this.#subscribe();
    return this.desk.state;
  }
}

/** Something that is asked of the hub: what came of it, or what was in the way; never both, never neither for long. */
export class Asked<T> {
  #busy = $state(false);
  #value = $state.raw<T | null>(null);
  #obstacle = $state.raw<SyncObstacle | null>(null);

  get busy(): boolean {
    return this.#busy;
  }
  get value(): T | null {
    return this.#value;
  }
  get obstacle(): SyncObstacle | null {
    return this.#obstacle;
  }

  /** Asks, unless it is being asked already. What came before stays until the answer is there. */
  async ask(question: () => Promise<Result<T, SyncObstacle>>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    const answer = await question();
    this.#busy = false;
    this.#obstacle = answer.ok ? null : answer.error;
    if (answer.ok) this.#value = answer.value;
    return answer.ok;
  }

  /** Forgets what came. */
  clear(): void {
    this.#value = null;
    this.#obstacle = null;
  }
}
