/** What home says quietly about keeping: lost pages, a backup that is due, meetings that are about to be reduced. */
import type { App } from '#app/app.ts';
import { backupReminder, readLastBackup, type LastBackup } from '#app/backup/reminder.ts';
import type { ListedMeeting } from '#app/home/watch-meetings.ts';
import { applyRetention } from '#app/retention/apply.ts';
import { announce, readRetentionPlan } from '#app/retention/plan.ts';
import { acceptLoss, markMeetings, storageMemory } from '#app/storage-memory.ts';

export class Kept {
  readonly #app: App;
  #last = $state.raw<{ readonly backup: LastBackup | null } | null>(null);
  #lost = $state(false);
  #near = $state(0);
  #some: boolean | null = null;
  #begun = false;

  constructor(app: App) {
    this.#app = app;
  }

  /** Meetings were kept here and are not any more. */
  get lost(): boolean {
    return this.#lost;
  }
  /** How many meetings are announced to be reduced or removed. */
  get near(): number {
    return this.#near;
  }

  reminder(meetings: readonly ListedMeeting[]): ReturnType<typeof backupReminder> {
    return this.#last ? backupReminder(meetings, this.#last.backup, this.#app.nowMs()) : null;
  }

  /** Called with each list: once it does what is due, and it keeps the marker in step. */
  async look(meetings: readonly ListedMeeting[]): Promise<void> {
    if (!this.#begun) {
      this.#begun = true;
      this.#lost = (await storageMemory(this.#app)).lost;
      this.#last = { backup: await readLastBackup(this.#app) };
      if (!meetings.some(({ digest }) => digest.state === 'running')) await this.#tidy();
    }
    const some = meetings.some(({ digest }) => !digest.sample);
    if (some === this.#some || this.#lost) return;
    this.#some = some;
    await markMeetings(this.#app, some);
  }

  /** Goes on without what was lost. */
  async goOn(): Promise<void> {
    await acceptLoss(this.#app);
    this.#lost = false;
  }

  async #tidy(): Promise<void> {
    await applyRetention(this.#app);
    const retention = await readRetentionPlan(this.#app);
    await announce(this.#app, retention);
    this.#near = retention.lines.filter(({ plan }) => plan !== null && ['to-announce', 'announced', 'due'].includes(plan.state)).length;
  }
}
