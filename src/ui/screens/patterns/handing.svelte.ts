/** What is found on its way out: being made, ready for a tap, or gone. What is changed meanwhile makes it anew. */
import type { App } from '#app/app.ts';
import { isPatternForm } from '#app/export/form.ts';
import type { Paper } from '#app/export/page.ts';
import { logPatternsPrinted, preparePatterns } from '#app/export/prepare-patterns.ts';
import type { Prepared } from '#app/export/prepare.ts';
import { couldShare } from '#app/export/share-way.ts';
import { Departure, type DepartureState } from '#ui/screens/export/departure.svelte.ts';
import { ExportTerms } from '#ui/screens/export/terms.svelte.ts';
import { filesWords } from '#ui/words/files-words.ts';
import type { PatternsView } from './patterns.svelte.ts';
import { reportWords, rolesInTables } from './report-words.ts';

export class PatternsHanding {
  readonly #app: App;
  readonly #viewNow: () => PatternsView;
  readonly terms = new ExportTerms('patterns-pdf');
  paper = $state<Paper>('letter');

  /** What is chosen now; another object after every change. */
  readonly #wanted: object = $derived.by(() => {
    const { form, identified, reason, seal } = this.terms;
    return { look: this.#viewNow().look, paper: this.paper, form, identified, reason, seal };
  });
  /** Whether a file of this form could be shared: then it is made first, and the next tap shares it. */
  readonly canShare: boolean = $derived.by(() => isPatternForm(this.terms.form) && couldShare(this.terms.form, this.terms.seal !== null));

  readonly #departure: Departure<Prepared>;

  constructor(app: App, view: () => PatternsView) {
    this.#app = app;
    this.#viewNow = view;
    this.#departure = new Departure(app, this.terms, () => this.#wanted);
  }

  /** Of a file that has gone nothing is said while printing is chosen. */
  get state(): DepartureState<Prepared> {
    const { state } = this.#departure;
    return state.kind === 'gone' && this.terms.form === 'patterns-print' ? { kind: 'still' } : state;
  }

  /** Makes the file; saves it at once where nothing can be shared. */
  async make(): Promise<void> {
    const { form, identified, reason, seal } = this.terms;
    const { look, shown, filter, today } = this.#viewNow();
    if (look === null || shown === null || !isPatternForm(form)) return;
    const words = reportWords();
    // A report is read and speaks the language of the screens; tables are a format, and the same in every language.
    const said = form === 'patterns-pdf' || form === 'patterns-docx' ? { look: shown, roles: words.roles } : { look, roles: rolesInTables };
    await this.#departure.make(() =>
      preparePatterns({ form, identified, reason, seal, ...said, filter, today, paper: this.paper, words, readMe: filesWords.tables }));
  }
  save(): void {
    this.#departure.save();
  }
  share(): Promise<void> {
    return this.#departure.share();
  }

  /** Notes the print in the log, then opens the browser's own print. */
  print(): void {
    const logged = logPatternsPrinted(this.#app, { meetings: this.#viewNow().look?.meetings ?? 0, reason: this.terms.reason });
    this.terms.obstacle = logged.ok ? null : logged.error;
    if (logged.ok) window.print();
  }
}
