/** Many meetings at once: which ones, in which form, and the file on its way. */
import type { App } from '#app/app.ts';
import { isManyForm } from '#app/export/form.ts';
import { prepareMany, type PreparedMany } from '#app/export/many.ts';
import type { Paper } from '#app/export/page.ts';
import { watchMeetings, type ListedMeeting, type Listing } from '#app/home/watch-meetings.ts';
import { inOrder, isChosen, noFilter, type MeetingFilter } from '#domain/meeting-filter.ts';
import { Live } from '#ui/state/live.svelte.ts';
import { DistrictView } from '#ui/state/district.svelte.ts';
import { filesWords } from '#ui/words/files-words.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import { shownRoadmap } from '#ui/words/roadmap-words.ts';
import { pageWordsIn } from '#ui/words/page-words.ts';
import { Departure, type DepartureState } from './departure.svelte.ts';
import type { ExportTerms } from './terms.svelte.ts';

/** How far the making is. */
interface Making { readonly kind: 'making'; readonly done: number; readonly of: number }
type Otherwise = Exclude<DepartureState<PreparedMany>, { readonly kind: 'making' }>;

export class ManyView {
  readonly #app: App;
  readonly #listing: Live<Listing>;
  readonly terms: ExportTerms;
  #filter = $state.raw<MeetingFilter>(noFilter);
  readonly #departure: Departure<PreparedMany>;
  #done = $state(0);
  #of = $state(0);
  readonly #district: DistrictView;
  paper = $state<Paper>('letter');
  #stop: AbortController | null = null;

  readonly #all: readonly ListedMeeting[] = $derived.by(() => inOrder(this.#listing.current?.meetings ?? []));
  readonly chosen: readonly ListedMeeting[] = $derived.by(() => this.#all.filter(({ digest }) => isChosen(digest, this.#filter)));
  readonly schools: readonly string[] = $derived.by(() => valuesOf(this.#all, 'school'));
  readonly teams: readonly string[] = $derived.by(() => valuesOf(this.#all, 'team'));
  readonly types: readonly string[] = $derived.by(() => valuesOf(this.#all, 'type'));
  readonly runs: boolean = $derived.by(() => this.#all.some(({ digest }) => digest.state === 'running'));
  /** What is chosen now; another object after every change. */
  readonly #wanted: object = $derived.by(() => {
    const { form, notes, names, identified, reason, seal } = this.terms;
    return { chosen: this.chosen, form, notes, names, identified, reason, seal, paper: this.paper };
  });
  readonly state: Making | Otherwise = $derived.by(() => {
    const { state } = this.#departure;
    return state.kind === 'making' ? { kind: 'making', done: this.#done, of: this.#of } : state;
  });

  constructor(app: App, terms: ExportTerms) {
    this.#app = app;
    this.terms = terms;
    this.#district = new DistrictView(app);
    this.#departure = new Departure(app, terms, () => this.#wanted);
    this.#listing = new Live((on) => watchMeetings(app, on));
  }

  get loading(): boolean {
    return this.#listing.loading;
  }
  get filter(): MeetingFilter {
    return this.#filter;
  }
  narrow(patch: Partial<MeetingFilter>): void {
    this.#filter = { ...this.#filter, ...patch };
    this.terms.obstacle = null;
  }

  async make(): Promise<void> {
    const { form, notes, names, identified, reason, seal } = this.terms;
    if (this.state.kind === 'making' || !isManyForm(form)) return;
    const stop = new AbortController();
    this.#stop = stop;
    const ids = this.chosen.map(({ id }) => id);
    [this.#done, this.#of] = [0, ids.length];
    const words = pageWordsIn(spoken.language, { purpose: this.#district.purpose });
    await this.#departure.make(() => prepareMany(this.#app, {
      ids, form, words, readMe: filesWords.tables, roadmapShown: shownRoadmap, paper: this.paper, notes, names, identified, reason, seal,
      signal: stop.signal,
      onProgress: (done) => { if (!stop.signal.aborted) this.#done = done; },
    }));
    this.#stop = null;
  }

  callOff(): void {
    this.#stop?.abort();
  }

  save(): void {
    this.#departure.save();
  }
  share(): Promise<void> {
    return this.#departure.share();
  }
}

const valuesOf = (meetings: readonly ListedMeeting[], of: 'school' | 'team' | 'type'): string[] =>
  [...new Set(meetings.map(({ digest }) => digest[of]).filter((value) => value !== ''))].sort((a, b) => a.localeCompare(b));
