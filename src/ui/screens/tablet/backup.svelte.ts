/** One backup on its way: passphrase, made, handed over, said to be saved. */
import type { App } from '#app/app.ts';
import { keepMade, makeBackup, type MadeBackup } from '#app/backup/make-backup.ts';
import type { BackupObstacle } from '#app/backup/obstacle.ts';
import { saveFile } from '#app/export/save-file.ts';

export type BackupState =
  | { readonly kind: 'form'; readonly obstacle: BackupObstacle | null }
  | { readonly kind: 'making'; readonly part: number }
  | { readonly kind: 'made'; readonly made: MadeBackup }
  | { readonly kind: 'kept'; readonly made: MadeBackup };

export class BackupView {
  readonly #app: App;
  #state = $state.raw<BackupState>({ kind: 'form', obstacle: null });
  #stop: AbortController | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  get state(): BackupState {
    return this.#state;
  }

  async make(passphrase: string, again: string): Promise<void> {
    if (this.#state.kind === 'making') return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#state = { kind: 'making', part: 0 };
    // Painted before the key is derived, which takes about a second without a pause.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const made = await makeBackup(this.#app, {
      passphrase, again, signal: stop.signal,
      onProgress: (part) => { if (!stop.signal.aborted) this.#state = { kind: 'making', part }; },
    });
    this.#state = made.ok ? { kind: 'made', made: made.value } : { kind: 'form', obstacle: made.error };
    if (made.ok) saveFile(made.value.file);
  }

  callOff(): void {
    this.#stop?.abort();
  }

  saveAgain(): void {
    if (this.#state.kind === 'made' || this.#state.kind === 'kept') saveFile(this.#state.made.file);
  }

  async keep(): Promise<void> {
    if (this.#state.kind !== 'made') return;
    const { made } = this.#state;
    await keepMade(this.#app, made);
    this.#state = { kind: 'kept', made };
  }
}
