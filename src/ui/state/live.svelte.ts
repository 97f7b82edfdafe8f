import { createSubscriber } from 'svelte/reactivity';

/**
 * A value that a watch function keeps up to date while somebody reads it.
 * Undefined until the first one has come.
 */
export class Live<T> {
  #current: T | undefined = undefined;
  readonly #subscribe: () => void;

  constructor(watch: (on: (value: T) => void) => () => void) {
    this.#subscribe = createSubscriber((update) => {
      let started = false; // a value that comes at once is read by the very read that started it
      const stop = watch((value) => {
        this.#current = value;
        if (started) update();
      });
      started = true;
      return stop;
    });
  }

  get current(): T | undefined {
    this.#subscribe();
    return this.#current;
  }

  get loading(): boolean {
    return this.current === undefined;
  }
}
