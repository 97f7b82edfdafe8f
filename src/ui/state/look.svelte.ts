import { createSubscriber } from 'svelte/reactivity';
import { onLook, readLook, writeLook, type Hand, type Look, type Theme } from '#app/look.ts';

/** Light, writing hand and text size of this device. Setting one keeps and applies it at once. */
class LookView {
  #look = $state.raw(readLook());
  readonly #subscribe = createSubscriber(() => onLook((look) => {
    this.#look = look;
  }));

  get #current(): Look {
    this.#subscribe();
    return this.#look;
  }

  get theme(): Theme {
    return this.#current.theme;
  }

  set theme(theme: Theme) {
    this.#keep({ theme });
  }

  get hand(): Hand {
    return this.#current.hand;
  }

  set hand(hand: Hand) {
    this.#keep({ hand });
  }

  get textPercent(): number {
    return this.#current.textPercent;
  }

  set textPercent(textPercent: number) {
    this.#keep({ textPercent });
  }

  #keep(patch: Partial<Look>): void {
    this.#look = { ...this.#look, ...patch };
    writeLook(this.#look);
  }
}

export const look = new LookView();
