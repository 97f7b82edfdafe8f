/** What is done on the home screen, and what it says of keeping; here after it stands, since looking comes first. */
import type { App } from '#app/app.ts';
import type { EntryId, MeetingId } from '#domain/ids.ts';
import { router } from '#ui/router.svelte.ts';
import { loadHomeVerbs } from '#ui/screens.ts';
import { besideWords } from '#ui/words/beside-words.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import type { HomeFollowUp } from './home-follow-ups.ts';
import { Kept } from './kept.svelte.ts';

type Verbs = NonNullable<Awaited<ReturnType<typeof loadHomeVerbs>>>;

export class HomeDesk {
  readonly kept: Kept;
  readonly #app: App;
  readonly #onmissing: () => void;
  #sampleHeld = $state<string | null>(null);

  /** `onmissing`: a file could not be had, so that what was asked for has not been done. */
  constructor(app: App, onmissing: () => void) {
    this.#app = app;
    this.#onmissing = onmissing;
    this.kept = new Kept(app);
  }

  /** Words when the sample could not be removed. */
  get sampleHeld(): string | null {
    return this.#sampleHeld;
  }

  /** Notes the day on which a next step was done; null opens it again. */
  tick({ meeting, entry }: HomeFollowUp, doneOn: string | null): void {
    void this.#do(({ tickFollowUp }) => tickFollowUp(this.#app, meeting.id, entry as EntryId, doneOn)); // entry ids of a digest are entry ids
  }

  showSample(): void {
    void this.#do(async ({ loadSample }) => {
      router.go(`/meeting/${await loadSample(this.#app, spoken.language)}/after`);
    });
  }

  removeSamples(samples: readonly MeetingId[]): void {
    void this.#do(async ({ removeMeeting, wordsOf }) => {
      for (const id of samples) {
        const removed = await removeMeeting(this.#app, id);
        this.#sampleHeld = removed.ok ? null : besideWords.sampleStays(wordsOf(removed.error).happened);
      }
    });
  }

  async #do(act: (verbs: Verbs) => Promise<unknown>): Promise<void> {
    const verbs = await loadHomeVerbs();
    if (verbs === null) this.#onmissing();
    else await act(verbs);
  }
}
