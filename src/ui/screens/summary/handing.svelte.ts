/** One thing on its way out: being made, ready for a tap, or gone. Whatever is changed meanwhile makes it anew. */
import type { App } from '#app/app.ts';
import { copySummary } from '#app/export/copy-summary.ts';
import { logSummary } from '#app/export/log.ts';
import { isPageForm, isRecordForm } from '#app/export/form.ts';
import { preparePage } from '#app/export/prepare-page.ts';
import { prepareSteps } from '#app/export/prepare-steps.ts';
import { prepareRecord, type Prepared } from '#app/export/prepare.ts';
import { couldShare } from '#app/export/share-way.ts';
import type { ExportObstacle } from '#app/export/obstacle.ts';
import { err, type Result } from '#domain/result.ts';
import { Departure, type DepartureState } from '#ui/screens/export/departure.svelte.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { filesWords } from '#ui/words/files-words.ts';
import type { ExportTerms } from '#ui/screens/export/terms.svelte.ts';
import type { SummaryView } from './summary.svelte.ts';

/** What became of the text for the clipboard. */
type Copying =
  | { readonly kind: 'copied' }
  /** The clipboard was not to be had: the text is shown instead. */
  | { readonly kind: 'to-copy'; readonly text: string };

export class Handing {
  readonly #app: App;
  readonly #meeting: OpenMeeting;
  readonly #view: SummaryView;
  readonly #departure: Departure<Prepared>;
  #copying = $state.raw<Copying | null>(null);

  /** What is chosen now; another object after every change. */
  readonly #wanted: object = $derived.by(() => {
    const { summary, language, rows, steps, as, paper, terms: { form, notes, names, identified, reason, seal } } = this.#view;
    return { summary, language, rows, steps, as, paper, form, notes, names, identified, reason, seal };
  });
  /** Whether a file of this form could be shared: then it is made first, and the next tap shares it. */
  readonly canShare: boolean = $derived.by(() => {
    const { form, seal } = this.#view.terms;
    return (isRecordForm(form) || isPageForm(form)) && couldShare(form, seal !== null);
  });

  constructor(app: App, meeting: OpenMeeting, view: SummaryView) {
    this.#app = app;
    this.#meeting = meeting;
    this.#view = view;
    this.#departure = new Departure(app, view.terms, () => this.#wanted);
  }

  get state(): DepartureState<Prepared> | Copying {
    return this.#copying ?? this.#departure.state;
  }

  /** Makes the file; saves it at once where nothing can be shared. */
  async make(): Promise<void> {
    this.#copying = null;
    await this.#departure.make(() => this.#prepare());
  }
  save(): void {
    this.#departure.save();
  }
  share(): Promise<void> {
    return this.#departure.share();
  }

  /** Notes the print in the log, then opens the browser's own print. */
  print(): void {
    const { identified, reason } = this.#begin();
    const logged = logSummary(this.#app, this.#meeting.session.replica, { way: 'printed', identified, reason });
    if (logged.ok) window.print();
    else this.#view.terms.obstacle = logged.error;
  }

  async copy(text: string): Promise<void> {
    const { identified, reason } = this.#begin();
    const copied = await copySummary(this.#app, this.#meeting.session.replica, { text, identified, reason });
    if (!copied.ok) this.#view.terms.obstacle = copied.error;
    else this.#copying = copied.value ? { kind: 'copied' } : { kind: 'to-copy', text };
  }

  /** What was made or copied before is not spoken of any more. */
  #begin(): ExportTerms {
    const { terms } = this.#view;
    terms.obstacle = null;
    this.#copying = null;
    this.#departure.rest();
    return terms;
  }

  #prepare(): Promise<Result<Prepared, ExportObstacle>> {
    const { terms, revisionShown, summary, paper, as } = this.#view;
    const revision = revisionShown ?? undefined;
    const { form, notes, names, identified, reason, seal } = terms;
    if (isRecordForm(form)) {
      return prepareRecord(this.#app, this.#meeting, { form, notes, names, readMe: filesWords.tables, identified, reason, seal, revision });
    }
    if (isPageForm(form)) return preparePage(this.#meeting, { form, summary, paper, words: this.#view.words, identified, reason, seal });
    if (form === 'calendar-ics') return prepareSteps(this.#app, this.#meeting, { as, names, words: filesWords.calendar, identified, reason, seal, revision });
    return Promise.resolve(err({ type: 'WriterMissing' })); // a printed page makes no file
  }
}
