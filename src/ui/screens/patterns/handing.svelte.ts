/** What is found on its way out: being made, ready for a tap, or gone. What is changed meanwhile makes it anew. */
import type { App } from '#app/app.ts';
import { isPatternForm } from '#app/export/form.ts';
import { save, share } from '#app/export/give-out.ts';
import type { Paper } from '#app/export/page.ts';
import { logPatternsPrinted, preparePatterns } from '#app/export/prepare-patterns.ts';
import type { Prepared } from '#app/export/prepare.ts';
import { couldShare } from '#app/export/share-way.ts';
import { ExportTerms } from '#ui/screens/export/terms.svelte.ts';
import type { PatternsView } from './patterns.svelte.ts';
import { reportWords, roleWords } from './report-words.ts';

type State =
  | { readonly kind: 'still' | 'making' }
  | { readonly kind: 'ready'; readonly prepared: Prepared; readonly of: object }
  | { readonly kind: 'gone'; readonly name: string; readonly way: 'saved' | 'shared' };

export class PatternsHanding {
  readonly #app: App;
  readonly #viewNow: () => PatternsView;
  readonly terms = new ExportTerms('patterns-pdf');
  paper = $state<Paper>('letter');
  #state = $state.raw<State>({ kind: 'still' });

  /** What is chosen now; another object after every change. */
  readonly #wanted: object = $derived.by(() => {
    const { form, identified, reason, seal } = this.terms;
    return { look: this.#viewNow().look, paper: this.paper, form, identified, reason, seal };
  });
  readonly state: State = $derived.by(() => (this.#state.kind === 'ready' && this.#state.of !== this.#wanted ? { kind: 'still' } : this.#state));
  /** Whether a file of this form could be shared: then it is made first, and the next tap shares it. */
  readonly canShare: boolean = $derived.by(() => isPatternForm(this.terms.form) && couldShare(this.terms.form, this.terms.seal !== null));

  constructor(app: App, view: () => PatternsView) {
    this.#app = app;
    this.#viewNow = view;
  }

  /** Makes the file; saves it at once where nothing can be shared. */
  async make(): Promise<void> {
    const { form, identified, reason, seal } = this.terms;
    const { look, filter, today } = this.#viewNow();
    if (this.#state.kind === 'making' || look === null || !isPatternForm(form)) return;
    this.terms.obstacle = null;
    this.#state = { kind: 'making' };
    const of = this.#wanted;
    const prepared = await preparePatterns({ form, identified, reason, seal, look, filter, today, paper: this.paper, words: reportWords, roles: roleWords });
    if (!prepared.ok) {
      this.terms.obstacle = prepared.error;
      this.#state = { kind: 'still' };
      return;
    }
    this.#state = { kind: 'ready', prepared: prepared.value, of };
    if (!prepared.value.canShare) this.save();
  }

  save(): void {
    if (this.state.kind !== 'ready') return; // also when the choice was changed while it was made
    save(this.#app, this.state.prepared);
    this.#leave(this.state.prepared, 'saved');
  }

  async share(): Promise<void> {
    if (this.state.kind !== 'ready') return;
    const { prepared } = this.state;
    const shared = await share(this.#app, prepared);
    if (!shared.ok) this.terms.obstacle = shared.error; // the file stays ready to be saved
    else if (shared.value === 'shared') this.#leave(prepared, 'shared');
  }

  /** Notes the print in the log, then opens the browser's own print. */
  print(): void {
    const logged = logPatternsPrinted(this.#app, { meetings: this.#viewNow().look?.meetings ?? 0, reason: this.terms.reason });
    this.terms.obstacle = logged.ok ? null : logged.error;
    if (logged.ok) window.print();
  }

  #leave({ file }: Prepared, way: 'saved' | 'shared'): void {
    this.terms.forget();
    this.#state = { kind: 'gone', name: file.name, way };
  }
}
