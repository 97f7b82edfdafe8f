/** One backup on its way in: chosen, opened, compared, brought in. */
import type { App } from '#app/app.ts';
import type { BackupObstacle } from '#app/backup/obstacle.ts';
import { previewRestore, type RestoreCounts, type RestorePreview } from '#app/backup/preview-restore.ts';
import { restore } from '#app/backup/restore.ts';

export type RestoreState =
  | { readonly kind: 'choose' }
  | { readonly kind: 'chosen'; readonly file: File; readonly obstacle: BackupObstacle | null }
  | { readonly kind: 'opening'; readonly file: File; readonly part: number }
  | { readonly kind: 'ready'; readonly preview: RestorePreview; readonly obstacle: BackupObstacle | null }
  | { readonly kind: 'restoring'; readonly preview: RestorePreview; readonly part: number }
  | { readonly kind: 'restored'; readonly counts: RestoreCounts };

export class RestoreView {
  readonly #app: App;
  #state = $state.raw<RestoreState>({ kind: 'choose' });
  #stop = new AbortController();

  constructor(app: App) {
    this.#app = app;
  }

  get state(): RestoreState {
    return this.#state;
  }

  choose(file: File): void {
    this.forget();
    this.#state = { kind: 'chosen', file, obstacle: null };
  }

  async open(passphrase: string): Promise<void> {
    if (this.#state.kind !== 'chosen') return;
    const { file } = this.#state;
    const { signal } = this.#stop;
    this.#state = { kind: 'opening', file, part: 0 };
    await new Promise((resolve) => setTimeout(resolve, 50)); // painted before the key is derived
    const preview = await previewRestore(this.#app, file, {
      passphrase, signal, onProgress: (part) => { if (!signal.aborted) this.#state = { kind: 'opening', file, part }; },
    });
    if (signal.aborted) return;
    this.#state = preview.ok ? { kind: 'ready', preview: preview.value, obstacle: null } : { kind: 'chosen', file, obstacle: preview.error };
  }

  async restore(bringBack: boolean): Promise<void> {
    if (this.#state.kind !== 'ready') return;
    const { preview } = this.#state;
    const { signal } = this.#stop;
    this.#state = { kind: 'restoring', preview, part: 0 };
    const done = await restore(this.#app, preview, {
      bringBack, signal, onProgress: (part) => { if (!signal.aborted) this.#state = { kind: 'restoring', preview, part }; },
    });
    if (!done.ok && signal.aborted) return;
    this.#state = done.ok ? { kind: 'restored', counts: done.value } : { kind: 'ready', preview, obstacle: done.error };
  }

  /** Calls off what runs and forgets what was opened. A write that has begun is finished. */
  forget(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#state = { kind: 'choose' };
  }
}
