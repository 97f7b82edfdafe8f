/** One file on its way in: chosen, compared, merged. */
import type { App } from '#app/app.ts';
import { importRecord } from '#app/intake/import-record.ts';
import { previewImport, type ImportObstacle, type ImportPreview } from '#app/intake/preview-import.ts';
import type { MeetingId } from '#domain/ids.ts';

export type ImportState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'ready'; readonly preview: ImportPreview }
  | { readonly kind: 'adding'; readonly preview: ImportPreview }
  | { readonly kind: 'added'; readonly preview: ImportPreview; readonly meeting: MeetingId }
  | { readonly kind: 'refused'; readonly name: string; readonly obstacle: ImportObstacle };

export class ImportView {
  readonly #app: App;
  #state = $state.raw<ImportState>({ kind: 'nothing' });
  #choice = 0;

  constructor(app: App) {
    this.#app = app;
  }

  get state(): ImportState {
    return this.#state;
  }

  /** Reads a file and compares it with what is here; a later choice wins over one still being read. */
  async choose(file: File): Promise<void> {
    const choice = (this.#choice += 1);
    this.#state = { kind: 'reading', name: file.name };
    const preview = await previewImport(this.#app, file, file.name);
    if (choice !== this.#choice) return;
    this.#state = preview.ok
      ? { kind: 'ready', preview: preview.value }
      : { kind: 'refused', name: file.name, obstacle: preview.error };
  }

  async add(): Promise<void> {
    const state = this.#state;
    if (state.kind !== 'ready') return;
    const { preview } = state;
    this.#state = { kind: 'adding', preview };
    const added = await importRecord(this.#app, preview);
    this.#state = added.ok
      ? { kind: 'added', preview, meeting: added.value }
      : { kind: 'refused', name: preview.name, obstacle: added.error };
  }

  forget(): void {
    this.#choice += 1;
    this.#state = { kind: 'nothing' };
  }
}
