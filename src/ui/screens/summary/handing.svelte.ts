/** One thing on its way out: being made, ready for a tap, or gone. Whatever is changed meanwhile makes it anew. */
import type { App } from '#app/app.ts';
import { copySummary } from '#app/export/copy-summary.ts';
import { save, share } from '#app/export/give-out.ts';
import { logSummary } from '#app/export/log.ts';
import { isPageForm, isRecordForm } from '#app/export/form.ts';
import { preparePage } from '#app/export/prepare-page.ts';
import { prepareSteps } from '#app/export/prepare-steps.ts';
import { prepareRecord, type Prepared } from '#app/export/prepare.ts';
import { couldShare } from '#app/export/share-way.ts';
import type { ExportObstacle } from '#app/export/obstacle.ts';
import { err, type Result } from '#domain/result.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import type { SummaryView } from './summary.svelte.ts';

type State =
  | { readonly kind: 'still' | 'making' }
  | { readonly kind: 'ready'; readonly prepared: Prepared; readonly of: object }
  | { readonly kind: 'gone'; readonly name: string; readonly way: 'saved' | 'shared' }
  | { readonly kind: 'copied' }
  /** The clipboard was not to be had: the text is shown instead. */
  | { readonly kind: 'to-copy'; readonly text: string };

export class Handing {
  readonly #app: App;
  readonly #meeting: OpenMeeting;
  readonly #view: SummaryView;
  #state = $state.raw<State>({ kind: 'still' });

  /** What is chosen now; another object after every change. */
  readonly #wanted: object = $derived.by(() => {
    const { summary, rows, steps, as, paper, terms: { form, notes, names, identified, reason, seal } } = this.#view;
    return { summary, rows, steps, as, paper, form, notes, names, identified, reason, seal };
  });
  readonly state: State = $derived.by(() => (this.#state.kind === 'ready' && this.#state.of !== this.#wanted ? { kind: 'still' } : this.#state));
  /** Whether a file of this form could be shared: then it is made first, and the next tap shares it. */
  readonly canShare: boolean = $derived.by(() => {
    const { form, seal } = this.#view.terms;
    return (isRecordForm(form) || isPageForm(form)) && couldShare(form, seal !== null);
  });

  constructor(app: App, meeting: OpenMeeting, view: SummaryView) {
    this.#app = app;
    this.#meeting = meeting;
    this.#view = view;
  }

  /** Makes the file; saves it at once where nothing can be shared. */
  async make(): Promise<void> {
    if (this.#state.kind === 'making') return;
    this.#begin();
    const of = this.#wanted;
    const prepared = await this.#prepare();
    if (!prepared.ok) {
      this.#fail(prepared.error);
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
    if (!shared.ok) this.#view.terms.obstacle = shared.error; // the file stays ready to be saved
    else if (shared.value === 'shared') this.#leave(prepared, 'shared');
  }

  #leave({ file }: Prepared, way: 'saved' | 'shared'): void {
    this.#view.terms.forget();
    this.#state = { kind: 'gone', name: file.name, way };
  }

  /** Notes the print in the log, then opens the browser's own print. */
  print(): void {
    this.#begin();
    const { identified, reason } = this.#view.terms;
    const logged = logSummary(this.#app, this.#meeting.session.replica, { way: 'printed', identified, reason });
    if (!logged.ok) {
      this.#fail(logged.error);
      return;
    }
    this.#state = { kind: 'still' };
    window.print();
  }

  async copy(text: string): Promise<void> {
    this.#begin();
    const { identified, reason } = this.#view.terms;
    const copied = await copySummary(this.#app, this.#meeting.session.replica, { text, identified, reason });
    if (!copied.ok) this.#fail(copied.error);
    else this.#state = copied.value ? { kind: 'copied' } : { kind: 'to-copy', text };
  }

  #begin(): void {
    this.#view.terms.obstacle = null;
    this.#state = { kind: 'making' };
  }
  #fail(obstacle: ExportObstacle): void {
    this.#view.terms.obstacle = obstacle;
    this.#state = { kind: 'still' };
  }

  #prepare(): Promise<Result<Prepared, ExportObstacle>> {
    const { terms, revisionShown, summary, paper, as } = this.#view;
    const revision = revisionShown ?? undefined;
    const { form, notes, names, identified, reason, seal } = terms;
    if (isRecordForm(form)) {
      return prepareRecord(this.#app, this.#meeting, { form, notes, names, identified, reason, seal, revision });
    }
    if (isPageForm(form)) return preparePage(this.#meeting, { form, summary, paper, words: this.#view.words, identified, reason, seal });
    if (form === 'calendar-ics') return prepareSteps(this.#app, this.#meeting, { as, names, identified, reason, seal, revision });
    return Promise.resolve(err({ type: 'WriterMissing' })); // a printed page makes no file
  }
}
