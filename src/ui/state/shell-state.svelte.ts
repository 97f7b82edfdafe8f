import { createSubscriber } from 'svelte/reactivity';
import type { App } from '#app/app.ts';
import { shellState, watchShell, type ShellState } from '#app/tablet.ts';

/** The installed app around the page, as it was last looked at. */
export class ShellView {
  readonly #app: App;
  readonly #subscribe: () => void;

  constructor(app: App) {
    this.#app = app;
    this.#subscribe = createSubscriber((update) => watchShell(app, update));
  }

  get current(): ShellState {
    this.#subscribe();
    return shellState(this.#app);
  }
}
