import { createSubscriber } from 'svelte/reactivity';
import type { App } from '#app/app.ts';
import { vaultState, watchVault } from '#app/vault/lock-verbs.ts';
import type { VaultState } from '#app/vault/ways.ts';

/** The lock, as it was last looked at. */
export class VaultView {
  readonly #app: App;
  readonly #subscribe: () => void;

  constructor(app: App) {
    this.#app = app;
    this.#subscribe = createSubscriber((update) => watchVault(app, update));
  }

  get current(): VaultState {
    this.#subscribe();
    return vaultState(this.#app);
  }
}
