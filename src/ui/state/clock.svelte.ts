import { createSubscriber } from 'svelte/reactivity';

/** The wall clock; ticks only while somebody reads it, and at once when the page is seen again. */
export class Clock {
  readonly #now: () => number;
  readonly #subscribe: () => void;

  constructor(now: () => number, everyMs = 1_000) {
    this.#now = now;
    this.#subscribe = createSubscriber((update) => {
      const timer = setInterval(update, everyMs);
      document.addEventListener('visibilitychange', update);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', update);
      };
    });
  }

  get nowMs(): number {
    this.#subscribe();
    return this.#now();
  }
}
