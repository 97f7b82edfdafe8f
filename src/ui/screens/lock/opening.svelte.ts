/** The lock's sheet while somebody opens it: what is typed, what stands in the way, how long there is to wait. */
import type { App } from '#app/app.ts';
import { unlockByPasskey, unlockByWords, type LockedApp, type UnlockFailure } from '#app/vault/locked-app.ts';
import type { PasskeyObstacle } from '#app/vault/ports.ts';
import type { Result } from '#domain/result.ts';
import type { Clock } from '#ui/state/clock.svelte.ts';
import { wordsOf } from '#ui/words/errors.ts';
import { lockWords, waitWords } from '#ui/words/lock-words.ts';

type Met = UnlockFailure | PasskeyObstacle | { readonly type: 'Empty' };

export class Opening {
  /** What is typed; emptied as soon as it is not needed any more. */
  text = $state('');
  readonly #locked: LockedApp;
  readonly #clock: Clock;
  readonly #onopen: (app: App) => void;
  #way = $state<'passphrase' | 'recovery'>('passphrase');
  #met = $state.raw<Met | null>(null);
  #untilMs = $state<number | null>(null);
  #busy = $state(false);

  constructor(locked: LockedApp, clock: Clock, onopen: (app: App) => void) {
    this.#locked = locked;
    this.#clock = clock;
    this.#onopen = onopen;
    if (!locked.ways.some(({ way }) => way === 'passphrase') && locked.ways.some(({ way }) => way === 'recovery')) this.#way = 'recovery';
  }

  get way(): 'passphrase' | 'recovery' {
    return this.#way;
  }
  get busy(): boolean {
    return this.#busy;
  }
  get erased(): boolean {
    return this.#met?.type === 'Wiped';
  }
  /** What stands in the way, in words; empty when nothing does. */
  get says(): string {
    if (this.#met === null) return '';
    const waiting = this.#waitMs;
    const rest = waiting > 0 ? waitWords(waiting) : null;
    const met = this.#met;
    if (met.type === 'Empty') return this.#way === 'recovery' ? lockWords.groupsGoHere : lockWords.passphraseGoesHere;
    const { happened, safe, next } = wordsOf(met);
    if (met.type === 'TooSoon') return rest ?? lockWords.nowAgain;
    if (met.type !== 'WrongSecret') return `${happened} ${safe} ${next}`;
    return [this.#way === 'recovery' ? lockWords.keyDoesNot : happened, lockWords.tries(met.triesLeft), rest ?? (met.triesLeft === null ? next : null)]
      .filter((part) => part !== null).join(' ');
  }

  /** From the passphrase to the sheet and back. */
  turn(): void {
    this.#way = this.#way === 'recovery' ? 'passphrase' : 'recovery';
    this.text = '';
    this.#met = null;
  }

  async byWords(): Promise<void> {
    if (this.#busy || this.#waitMs > 0) return;
    if (this.text.trim() === '') this.#met = { type: 'Empty' };
    else await this.#attempt(() => unlockByWords(this.#locked, this.#way, this.text));
  }

  async byPasskey(): Promise<void> {
    if (!this.#busy && this.#waitMs <= 0) await this.#attempt(() => unlockByPasskey(this.#locked));
  }

  get #waitMs(): number {
    return this.#untilMs === null ? 0 : this.#untilMs - this.#clock.nowMs;
  }

  async #attempt(open: () => Promise<Result<App, UnlockFailure | PasskeyObstacle>>): Promise<void> {
    this.#busy = true;
    const opened = await open();
    this.#busy = false;
    if (opened.ok) {
      this.text = '';
      this.#onopen(opened.value);
      return;
    }
    this.#met = opened.error;
    this.#untilMs = 'waitUntilMs' in opened.error ? opened.error.waitUntilMs : null;
  }
}
