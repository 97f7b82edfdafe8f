/** What the tablet screen says of keeping: the latest backup, what is in none, since when pages are kept. */
import type { App, SavedState } from '#app/app.ts';
import { notBackedUp, readLastBackup, type LastBackup } from '#app/backup/reminder.ts';
import { watchMeetings } from '#app/home/watch-meetings.ts';
import { storageMemory, type StorageMemory } from '#app/storage-memory.ts';
import type { ListedMeeting } from '#app/home/watch-meetings.ts';

export class Keeping {
  readonly #app: App;
  #meetings = $state.raw<readonly ListedMeeting[]>([]);
  #last = $state.raw<LastBackup | null>(null);
  #memory = $state.raw<StorageMemory | null>(null);
  #saved = $state.raw<SavedState | null>(null);
  readonly waiting: number = $derived.by(() => notBackedUp(this.#meetings, this.#last).length);

  constructor(app: App) {
    this.#app = app;
  }

  get last(): LastBackup | null {
    return this.#last;
  }
  get memory(): StorageMemory | null {
    return this.#memory;
  }
  get saved(): SavedState {
    return this.#saved ?? this.#app.saved();
  }

  /** Follows what changes. Returns the way to stop. */
  follow(): () => void {
    const stops = [
      watchMeetings(this.#app, ({ meetings }) => { this.#meetings = meetings; }),
      this.#app.onSaved((saved) => { this.#saved = saved; }),
    ];
    void readLastBackup(this.#app).then((last) => { this.#last = last; });
    void storageMemory(this.#app).then((memory) => { this.#memory = memory; });
    return () => {
      for (const stop of stops) stop();
    };
  }
}
