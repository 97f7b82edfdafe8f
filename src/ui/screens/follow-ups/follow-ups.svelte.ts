/** Next steps of all meetings, filtered by the address, so that a reload and a link show the same. */
import { SvelteMap } from 'svelte/reactivity';
import type { App } from '#app/app.ts';
import { tickFollowUp } from '#app/home/tick-follow-up.ts';
import { watchMeetings, type ListedMeeting, type Listing } from '#app/home/watch-meetings.ts';
import type { EntryId } from '#domain/ids.ts';
import { byDue, dueState, type DueState } from '#domain/meeting/follow-up.ts';
import { followUpsAcross, type AcrossFollowUp } from '#domain/meeting/follow-ups-across.ts';
import { router } from '#ui/router.svelte.ts';
import { Live } from '#ui/state/live.svelte.ts';
import { dayOf } from '#ui/words/dates.ts';
import { followUpWords, type Shown } from '#ui/words/follow-up-words.ts';
import { addressWith, type Filter } from './address.ts';

export type Step = AcrossFollowUp<ListedMeeting>;

export interface Group {
  readonly state: DueState;
  readonly steps: readonly Step[];
}

const order: readonly DueState[] = ['past', 'today', 'coming', 'undated', 'carried', 'done'];
export const keyOf = ({ meeting, entry }: Step): string => `${meeting.id} ${entry}`;
const distinct = (words: readonly string[]): string[] => [...new Set(words.map((word) => word.trim()).filter(Boolean))].sort((a, b) => a.localeCompare(b, 'en'));

export class FollowUpsView {
  readonly #app: App;
  readonly #listing: Live<Listing>;
  /** Where those stood that were ticked on this screen: they stay in their place, so that nothing moves under the hand. */
  readonly #ticked = new SvelteMap<string, DueState>();
  readonly #all = $derived.by(() => followUpsAcross(this.#listing.current?.meetings ?? []).filter(({ what }) => what.trim() !== ''));
  readonly #shown = $derived(this.#all.filter((step) => this.#fits(step)));
  readonly #groups = $derived.by(() => this.#grouped());

  constructor(app: App) {
    this.#app = app;
    this.#listing = new Live<Listing>((on) => watchMeetings(app, on));
  }

  get loading(): boolean {
    return this.#listing.loading;
  }
  get today(): string {
    return dayOf(this.#app.nowMs());
  }
  get count(): number {
    return this.#all.length;
  }
  get shown(): readonly Step[] {
    return this.#shown;
  }
  get groups(): readonly Group[] {
    return this.#groups;
  }
  get owners(): readonly string[] {
    return distinct(this.#all.map(({ owner }) => owner));
  }
  get schools(): readonly string[] {
    return distinct(this.#all.map(({ meeting }) => meeting.digest.school));
  }

  get state(): Shown {
    const wanted = router.query.get('state');
    return followUpWords.states.find(({ value }) => value === wanted)?.value ?? 'open';
  }
  /** A role as it was written; null for every one. */
  get owner(): string | null {
    return router.query.get('owner');
  }
  get school(): string | null {
    return router.query.get('school');
  }

  /** Changes one filter; null takes it away. */
  choose(name: Filter, value: string | null): void {
    this.#ticked.clear();
    router.replace(addressWith(router.query, name, value));
  }

  /** Notes the day on which it was done, or opens it again with null. */
  tick(step: Step, doneOn: string | null): void {
    if (!this.#ticked.has(keyOf(step))) this.#ticked.set(keyOf(step), dueState(step, this.today));
    void tickFollowUp(this.#app, step.meeting.id, step.entry as EntryId, doneOn); // entry ids of a digest are entry ids; the list shows it when it is stored
  }

  #fits(step: Step): boolean {
    const { state, owner, school } = this;
    const place = this.#placeOf(step);
    const isShown = state === 'all' || (state === 'open' ? place !== 'done' && place !== 'carried' : place === state);
    return isShown && (owner === null || step.owner.trim() === owner) && (school === null || step.meeting.digest.school.trim() === school);
  }

  #placeOf(step: Step): DueState {
    return this.#ticked.get(keyOf(step)) ?? dueState(step, this.today);
  }

  #grouped(): Group[] {
    return order.flatMap((state) => {
      const steps = this.#shown.filter((step) => this.#placeOf(step) === state);
      const sorted = state === 'done' ? [...steps].sort((a, b) => ((a.doneOn ?? '') < (b.doneOn ?? '') ? 1 : -1)) : [...steps].sort(byDue);
      return steps.length === 0 ? [] : [{ state, steps: sorted }];
    });
  }
}
