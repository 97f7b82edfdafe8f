/** What is being done to the lock under This tablet: one thing at a time, each told by one line. */
import type { App } from '#app/app.ts';
import type { PasskeyObstacle } from '#app/vault/ports.ts';
import {
  addPasskey, changePassphrase, newRecoveryKey, removeLock, removeWay, setLock, setWipeAfter, type Secret, type SlotFacts, type SlotObstacle,
} from '#app/vault/ways.ts';
import { ok, type Result } from '#domain/result.ts';
import { wordsOf } from '#ui/words/errors.ts';
import { lockWords } from '#ui/words/lock-words.ts';

export type Doing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'set' | 'change' | 'passkey' | 'sheet' | 'off' | 'wipe' }
  | { readonly kind: 'remove'; readonly slot: SlotFacts };

export class LockDesk {
  readonly #app: App;
  #doing = $state.raw<Doing>({ kind: 'nothing' });
  #busy = $state(false);
  #told = $state.raw<{ readonly tone: 'ink' | 'clay'; readonly says: string } | null>(null);
  /** The secret of the first step, while the second is being done. */
  #secret = $state.raw<Secret | null>(null);
  /** A key that waits to be on paper; dropped when the leader has it. */
  #recoveryKey = $state.raw<string | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  get doing(): Doing {
    return this.#doing;
  }
  get busy(): boolean {
    return this.#busy;
  }
  get told(): { readonly tone: 'ink' | 'clay'; readonly says: string } | null {
    return this.#told;
  }
  /** True when the present passphrase was given and the new one is asked for. */
  get changing(): boolean {
    return this.#secret !== null;
  }
  get recoveryKey(): string | null {
    return this.#recoveryKey;
  }

  begin(doing: Doing): void {
    this.#doing = doing;
    this.#secret = null;
    this.#told = null;
  }
  leave(): void {
    this.begin({ kind: 'nothing' });
  }
  hasPaper(): void {
    this.#recoveryKey = null;
    this.#told = null;
  }

  async set(passphrase: string, sheet: boolean): Promise<boolean> {
    const set = await this.#do(() => setLock(this.#app, passphrase, sheet), lockWords.done.set);
    if (set?.ok) this.#recoveryKey = set.value;
    return set?.ok ?? false;
  }

  /** The secret that each change asks for; what is being done decides what comes of it. */
  async give(secret: Secret): Promise<void> {
    const app = this.#app;
    switch (this.#doing.kind) {
      case 'change':
        this.#secret = secret;
        this.#told = null;
        return;
      case 'passkey':
        await this.#do(() => addPasskey(app, secret), lockWords.done.passkey);
        return;
      case 'sheet': {
        const made = await this.#do(() => newRecoveryKey(app, secret), lockWords.done.sheet);
        if (made?.ok) this.#recoveryKey = made.value;
        return;
      }
      case 'off':
        await this.#do(() => removeLock(app, secret), lockWords.done.off);
        return;
      case 'nothing': case 'set': case 'remove': case 'wipe':
        return; // these ask for no secret
    }
  }

  async change(passphrase: string): Promise<void> {
    const secret = this.#secret;
    if (secret) await this.#do(() => changePassphrase(this.#app, secret, passphrase), lockWords.done.change);
    if (this.#told?.tone === 'clay') this.#secret = null; // asked for anew
  }

  async remove(slot: SlotFacts): Promise<void> {
    await this.#do(() => removeWay(this.#app, slot), lockWords.done.remove);
  }

  async wipeAfter(tries: number | null): Promise<void> {
    await this.#do(async () => {
      const set = await setWipeAfter(this.#app, tries);
      return set.ok ? ok(undefined) : set;
    }, tries === null ? lockWords.done.neverErases : lockWords.done.erasesAfter(tries));
  }

  async #do<T>(work: () => Promise<Result<T, SlotObstacle | PasskeyObstacle>>, done: string): Promise<Result<T, SlotObstacle | PasskeyObstacle> | null> {
    if (this.#busy) return null;
    this.#busy = true;
    this.#told = null;
    const result = await work();
    this.#busy = false;
    if (result.ok) {
      this.leave();
      this.#told = { tone: 'ink', says: done };
    } else this.#told = { tone: 'clay', says: obstacleWords(result.error) };
    return result;
  }
}

function obstacleWords(error: SlotObstacle | PasskeyObstacle): string {
  const { happened, safe, next } = wordsOf(error);
  const left = error.type === 'WrongSecret' ? lockWords.tries(error.triesLeft) : null;
  return [happened, left ?? safe, next].join(' ');
}
