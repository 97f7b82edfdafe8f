/** Files on their way in: chosen, read one by one, compared, merged together. */
import type { App } from '#app/app.ts';
import { compareImport, type ImportPreview } from '#app/intake/compare-import.ts';
import { importRecords } from '#app/intake/import-records.ts';
import { readImportFile, type ImportFile, type ImportObstacle } from '#app/intake/read-import-file.ts';

export type ImportState =
  | { readonly kind: 'choose' }
  /** `at` of `of` files, counted from 1; `part` of this one is done, 0 to 1. */
  | { readonly kind: 'reading'; readonly name: string; readonly at: number; readonly of: number; readonly part: number }
  | { readonly kind: 'ready'; readonly files: readonly ImportFile[]; readonly preview: ImportPreview; readonly obstacle: ImportObstacle | null }
  | { readonly kind: 'adding'; readonly preview: ImportPreview; readonly part: number }
  | { readonly kind: 'added'; readonly preview: ImportPreview; readonly meetings: number };

export type SealedFile = Extract<ImportFile, { kind: 'sealed' }>;
type Work = Pick<AbortController, 'signal'>;

export class ImportDesk {
  readonly #app: App;
  #state = $state.raw<ImportState>({ kind: 'choose' });
  #stop = new AbortController();
  readonly #sealed = $derived(this.#state.kind === 'ready' ? this.#state.files.filter((file): file is SealedFile => file.kind === 'sealed') : []);
  readonly #calendar = $derived(this.#state.kind === 'ready' ? (this.#state.files.find(({ kind }) => kind === 'calendar') ?? null) : null);

  constructor(app: App) {
    this.#app = app;
  }

  get state(): ImportState {
    return this.#state;
  }

  /** Age files that wait for their passphrase. */
  get sealed(): readonly SealedFile[] {
    return this.#sealed;
  }

  /** The first calendar file among those chosen, for its own screen; null when there is none. */
  get calendar(): File | null {
    return this.#calendar?.kind === 'calendar' ? this.#calendar.file : null;
  }

  /** Reads files and compares them with what is here; a later choice wins over one still being read. */
  async choose(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const work = this.#begin();
    const read: ImportFile[] = [];
    for (const [index, file] of files.entries()) {
      const at = { name: file.name, at: index + 1, of: files.length };
      this.#show(work, { kind: 'reading', ...at, part: 0 });
      read.push(await readImportFile(this.#app, file, {
        signal: work.signal, onProgress: (part) => { this.#show(work, { kind: 'reading', ...at, part }); },
      }));
      if (work.signal.aborted) return;
    }
    await this.#compare(work, read);
  }

  /** Opens one of the sealed files; the others stay as they are. */
  async open(sealed: SealedFile, passphrase: string): Promise<void> {
    if (this.#state.kind !== 'ready') return;
    const { files } = this.#state;
    const work = this.#begin();
    const at = { name: sealed.name, at: 1, of: 1 };
    this.#show(work, { kind: 'reading', ...at, part: 0 });
    await new Promise((resolve) => setTimeout(resolve, 50)); // painted before the key is derived
    const read = await readImportFile(this.#app, sealed.file, {
      passphrase, signal: work.signal, onProgress: (part) => { this.#show(work, { kind: 'reading', ...at, part }); },
    });
    if (!work.signal.aborted) await this.#compare(work, files.map((file) => (file === sealed ? read : file)));
  }

  async add(): Promise<void> {
    if (this.#state.kind !== 'ready') return;
    const { files, preview } = this.#state;
    const work = this.#begin();
    this.#show(work, { kind: 'adding', preview, part: 0 });
    const added = await importRecords(this.#app, files, {
      signal: work.signal, onProgress: (part) => { this.#show(work, { kind: 'adding', preview, part }); },
    });
    if (!added.ok && added.error.type === 'CalledOff') return;
    this.#state = added.ok ? { kind: 'added', preview, meetings: added.value } : { kind: 'ready', files, preview, obstacle: added.error };
  }

  /** Calls off what runs and forgets what was chosen. A write that has begun is finished. */
  forget(): void {
    this.#begin();
    this.#state = { kind: 'choose' };
  }

  async #compare(work: Work, files: readonly ImportFile[]): Promise<void> {
    const preview = await compareImport(this.#app, files, work.signal).catch((error: unknown) => {
      if (work.signal.aborted) return null; // what was chosen meanwhile, or nothing, is shown
      throw error;
    });
    if (preview) this.#show(work, { kind: 'ready', files, preview, obstacle: null });
  }

  #begin(): Work {
    this.#stop.abort();
    this.#stop = new AbortController();
    return this.#stop;
  }

  #show({ signal }: Work, state: ImportState): void {
    if (!signal.aborted) this.#state = state;
  }
}
