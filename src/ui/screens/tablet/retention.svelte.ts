/** The notice list: what comes when, holds, settings, removing at once. */
import type { App } from '#app/app.ts';
import { holdEverything, holdMeeting } from '#app/retention/hold.ts';
import { announce, readRetentionPlan, type Retention, type RetentionLine } from '#app/retention/plan.ts';
import { removeNow } from '#app/retention/remove-now.ts';
import { writeRetention, type RetentionSettings } from '#app/retention/settings.ts';
import { wordsOf } from '#ui/words/errors.ts';
import { keepWords } from '#ui/words/keep-words.ts';

type Told = keyof typeof keepWords.retention.told;
type Obstacle = Extract<Awaited<ReturnType<typeof removeNow>>, { ok: false }>['error'];

export class RetentionView {
  readonly #app: App;
  #retention = $state.raw<Retention | null>(null);
  #told = $state.raw<Told | Obstacle | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  get retention(): Retention | null {
    return this.#retention;
  }
  get says(): string {
    const told = this.#told;
    if (told === null) return '';
    return typeof told === 'string' ? keepWords.retention.told[told] : keepWords.retention.notRemoved(wordsOf(told).happened);
  }

  /** Looks anew; what is near has been announced by being on the screen. */
  async look(): Promise<void> {
    this.#retention = await readRetentionPlan(this.#app);
    await announce(this.#app, this.#retention);
  }

  async choose(patch: Partial<RetentionSettings>): Promise<void> {
    if (!this.#retention) return;
    await writeRetention(this.#app, patch);
    await this.#done('saved');
  }

  async hold(line: RetentionLine, hold: boolean): Promise<void> {
    await holdMeeting(this.#app, line.meeting.id, hold);
    await this.#done(hold ? 'held' : 'goesOn');
  }

  async holdAll(hold: boolean): Promise<void> {
    await holdEverything(this.#app, hold);
    await this.#done(hold ? 'allHeld' : 'goesOn');
  }

  async remove(line: RetentionLine): Promise<void> {
    const removed = await removeNow(this.#app, line.meeting.id);
    await this.#done(removed.ok ? 'removed' : removed.error);
  }

  async #done(told: Told | Obstacle): Promise<void> {
    await this.look();
    this.#told = told;
  }
}
