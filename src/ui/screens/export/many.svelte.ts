/** Many meetings at once: which ones, in which form, and the file on its way. */
import type { App } from '#app/app.ts';
import { save, share } from '#app/export/give-out.ts';
import { isManyForm } from '#app/export/form.ts';
import { prepareMany, type PreparedMany } from '#app/export/many.ts';
import type { Paper } from '#app/export/page.ts';
import { watchMeetings, type ListedMeeting, type Listing } from '#app/home/watch-meetings.ts';
import { inOrder, isChosen, noFilter, type MeetingFilter } from '#domain/meeting-filter.ts';
import { Live } from '#ui/state/live.svelte.ts';
import { pageWords } from '#ui/screens/summary/page-words.ts';
import { DistrictView } from '#ui/state/district.svelte.ts';
import type { ExportTerms } from './terms.svelte.ts';

type State =
  | { readonly kind: 'still' }
  | { readonly kind: 'making'; readonly done: number; readonly of: number }
  | { readonly kind: 'ready'; readonly prepared: PreparedMany; readonly of: object }
  | { readonly kind: 'gone'; readonly name: string; readonly meetings: number; readonly way: 'saved' | 'shared' };

export class ManyView {
  readonly #app: App;
  readonly #listing: Live<Listing>;
  readonly terms: ExportTerms;
  #filter = $state.raw<MeetingFilter>(noFilter);
  #state = $state.raw<State>({ kind: 'still' });
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
  readonly state: State = $derived.by(() => (this.#state.kind === 'ready' && this.#state.of !== this.#wanted ? { kind: 'still' } : this.#state));

  constructor(app: App, terms: ExportTerms) {
    this.#app = app;
    this.terms = terms;
    this.#district = new DistrictView(app);
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
    if (this.#state.kind === 'making' || !isManyForm(form)) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.terms.obstacle = null;
    const of = this.#wanted;
    const ids = this.chosen.map(({ id }) => id);
    this.#state = { kind: 'making', done: 0, of: ids.length };
    const words = this.#district.purpose === '' ? pageWords : { ...pageWords, purposeLine: this.#district.purpose };
    const prepared = await prepareMany(this.#app, {
      ids, form, words, paper: this.paper, notes, names, identified, reason, seal, signal: stop.signal,
      onProgress: (done) => { if (!stop.signal.aborted) this.#state = { kind: 'making', done, of: ids.length }; },
    });
    this.#stop = null;
    if (!prepared.ok) {
      this.terms.obstacle = prepared.error;
      this.#state = { kind: 'still' };
      return;
    }
    this.#state = { kind: 'ready', prepared: prepared.value, of };
    if (!prepared.value.canShare) this.save();
  }

  callOff(): void {
    this.#stop?.abort();
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
    if (!shared.ok) this.terms.obstacle = shared.error;
    else if (shared.value === 'shared') this.#leave(prepared, 'shared');
  }

  #leave({ file, line }: PreparedMany, way: 'saved' | 'shared'): void {
    this.terms.forget();
    this.#state = { kind: 'gone', name: file.name, meetings: line.meetings, way };
  }
}

const valuesOf = (meetings: readonly ListedMeeting[], of: 'school' | 'team' | 'type'): string[] =>
  [...new Set(meetings.map(({ digest }) => digest[of]).filter((value) => value !== ''))].sort((a, b) => a.localeCompare(b));
