/** The shown next steps as a calendar file on its way out. */
import type { App } from '#app/app.ts';
import { save, share } from '#app/export/give-out.ts';
import { prepareCalendar, type CalendarOrder, type PreparedCalendar } from '#app/follow-ups/prepare-calendar.ts';
import { ExportTerms } from '#ui/screens/export/terms.svelte.ts';
import { filesWords } from '#ui/words/files-words.ts';
import type { Step } from './follow-ups.svelte.ts';

export class ToCalendar {
  readonly #app: App;
  readonly terms = new ExportTerms('calendar-ics');
  #as = $state<CalendarOrder['as']>('todo');
  #ready = $state.raw<PreparedCalendar | null>(null);
  /** Name of the file that has left last. */
  #gone = $state<string | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  get as(): CalendarOrder['as'] {
    return this.#as;
  }
  set as(as: CalendarOrder['as']) {
    this.#as = as;
    this.#ready = null;
  }
  get ready(): PreparedCalendar | null {
    return this.#ready;
  }
  get gone(): string | null {
    return this.#gone;
  }

  /** Makes the file; where the device does not share such files it is saved at once. */
  async make(steps: readonly Step[]): Promise<void> {
    const { identified, reason, seal } = this.terms;
    this.terms.obstacle = null;
    this.#gone = null;
    const made = await prepareCalendar(this.#app, steps, { as: this.#as, words: filesWords.calendar, identified, reason, seal });
    if (!made.ok) {
      this.terms.obstacle = made.error;
      return;
    }
    this.#ready = made.value;
    if (!made.value.prepared.canShare) this.save();
  }

  save(): void {
    if (!this.#ready) return;
    save(this.#app, this.#ready.prepared);
    this.#left();
  }

  async share(): Promise<void> {
    if (!this.#ready) return;
    const shared = await share(this.#app, this.#ready.prepared);
    if (!shared.ok) this.terms.obstacle = shared.error;
    else if (shared.value === 'shared') this.#left();
  }

  #left(): void {
    this.#gone = this.#ready?.prepared.file.name ?? null;
    this.#ready = null;
    this.terms.forget();
  }
}
