import { createSubscriber } from 'svelte/reactivity';
import { onLook, writeLook } from '#app/keep-look.ts';
import { readLook, type Hand, type Language, type Look, type Theme } from '#app/look.ts';
import { spoken } from '#ui/words/language.svelte.ts';

/** Light, writing hand, text size and language of this device. Setting one keeps and applies it at once. */
class LookView {
  #look = $state.raw(readLook());
  readonly #subscribe = createSubscriber(() => onLook((look) => {
    this.#look = look;
    void spoken.speak(look.language); // without its words the present language stays
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

  get language(): Language {
    return this.#current.language;
  }

  set language(language: Language) {
    this.#keep({ language });
    void spoken.speak(language); // as above
  }

  #keep(patch: Partial<Look>): void {
    this.#look = { ...this.#look, ...patch };
    writeLook(this.#look);
  }
}

export const look = new LookView();
