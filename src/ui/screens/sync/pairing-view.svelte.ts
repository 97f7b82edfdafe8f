import { createSubscriber } from 'svelte/reactivity';
import type { Pairing } from '#app/sync/desk.ts';

/** A pairing whose steps a screen follows. */
export class PairingView {
  readonly of: Pairing;
  readonly #subscribe: () => void;

  constructor(pairing: Pairing) {
    this.of = pairing;
    this.#subscribe = createSubscriber((update) => pairing.onStep(update));
  }

  get step(): Pairing['step'] {
    this.#subscribe();
    return this.of.step;
  }
}
