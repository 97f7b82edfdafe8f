/** A file on its way out: being made, ready for a tap, or gone. Whatever is changed meanwhile makes it anew. */
import type { App } from '#app/app.ts';
import { save, share } from '#app/export/give-out.ts';
import type { PreparedMany } from '#app/export/many.ts';
import type { ExportObstacle, ManyObstacle } from '#app/export/obstacle.ts';
import type { Prepared } from '#app/export/prepare.ts';
import type { Result } from '#domain/result.ts';
import type { ExportTerms } from './terms.svelte.ts';

export type DepartureState<P> =
  | { readonly kind: 'still' }
  | { readonly kind: 'making' }
  | { readonly kind: 'ready'; readonly prepared: P; readonly of: object }
  | { readonly kind: 'gone'; readonly name: string; readonly meetings: number; readonly way: 'saved' | 'shared' };

export class Departure<P extends Prepared | PreparedMany> {
  readonly #app: App;
  readonly #terms: ExportTerms;
  readonly #wanted: () => object;
  #state = $state.raw<DepartureState<P>>({ kind: 'still' });

  /** A file that is ready is so only as long as what it was made of is still what is wanted. */
  readonly state: DepartureState<P> = $derived.by(() => (this.#state.kind === 'ready' && this.#state.of !== this.#wanted() ? { kind: 'still' } : this.#state));

  /** `wanted` gives another object after every change of what is chosen. */
  constructor(app: App, terms: ExportTerms, wanted: () => object) {
    this.#app = app;
    this.#terms = terms;
    this.#wanted = wanted;
  }

  /** Makes the file; saves it at once where nothing can be shared. One at a time. */
  async make(prepare: () => Promise<Result<P, ExportObstacle | ManyObstacle>>): Promise<void> {
    if (this.#state.kind === 'making') return;
    this.#terms.obstacle = null;
    this.#state = { kind: 'making' };
    const of = this.#wanted();
    const prepared = await prepare();
    if (!prepared.ok) {
      this.#terms.obstacle = prepared.error;
      this.#state = { kind: 'still' };
      return;
    }
    this.#state = { kind: 'ready', prepared: prepared.value, of };
    if (!prepared.value.canShare) this.save();
  }

  save(): void {
    if (this.state.kind !== 'ready') return; // also when the choice was changed while it was made
    const { prepared } = this.state;
    save(this.#app, prepared);
    this.#leave(prepared, 'saved');
  }

  async share(): Promise<void> {
    if (this.state.kind !== 'ready') return;
    const { prepared } = this.state;
    const shared = await share(this.#app, prepared);
    if (!shared.ok) this.#terms.obstacle = shared.error; // the file stays ready to be saved
    else if (shared.value === 'shared') this.#leave(prepared, 'shared');
  }

  /** Forgets what was made or has gone. */
  rest(): void {
    this.#state = { kind: 'still' };
  }

  #leave({ file, line }: P, way: 'saved' | 'shared'): void {
    this.#terms.forget();
    this.#state = { kind: 'gone', name: file.name, meetings: line.meetings, way };
  }
}
