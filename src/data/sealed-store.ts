/** The store of `store.ts`, put together from its parts. */
import type { MeetingId } from '#domain/ids.ts';
import type { LogLine } from '#domain/log-line.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { Change } from '#domain/change.ts';
import type { Guard } from './guard.ts';
import { MeetingList, sightMeeting, sightMeetings } from './meeting-list.ts';
import { obstacleOf } from './obstacle.ts';
import { removeMeeting } from './remove-meeting.ts';
import { countOf, sealBundle } from './seal-bundle.ts';
import { selfTest } from './self-test.ts';
import type { Bundle, Journal, ListedMeeting, Listing, SavedState, Store, StoreObstacle } from './store.ts';
import { journalRows, openChange } from './tables/changes.ts';
import { draftKey, draftRow, openDraft, sealDraft } from './tables/drafts.ts';
import { lineRows, openLine } from './tables/log.ts';
import { openAll } from './tables/opened.ts';
import { openRecord, recordRow, revisionsOf } from './tables/records.ts';
import { openRoadmap, roadmapKey, roadmapRow } from './tables/roadmaps.ts';
import { openSetting, sealSetting, settingRow } from './tables/settings.ts';
import { within, type Timing } from './timing.ts';
import { watchJournal } from './watch-journal.ts';
import { watchMeetings } from './watch-meetings.ts';
import type { WriteQueue } from './write-queue.ts';

export interface StoreParts {
  readonly guard: Guard;
  readonly queue: WriteQueue;
  readonly key: CryptoKey;
  readonly timing: Timing;
}

export class SealedStore implements Store {
  readonly #parts: StoreParts;
  readonly #list: MeetingList;
  readonly #wake = (): void => { if (document.visibilityState === 'visible') this.#parts.queue.wake(); };

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#list = new MeetingList(parts.guard, parts.key);
    document.addEventListener('visibilitychange', this.#wake);
    window.addEventListener('pageshow', this.#wake);
  }

  get saved(): SavedState {
    return this.#parts.queue.saved;
  }

  onSaved(listener: (saved: SavedState) => void): () => void {
    return this.#parts.queue.onSaved(listener);
  }

  write(bundle: Bundle): Promise<void> {
    return this.#parts.queue.add(countOf(bundle), () => sealBundle(this.#parts.key, bundle));
  }

  async readJournal(meeting: MeetingId): Promise<Journal> {
    const { guard, key } = this.#parts;
    const { values, damaged } = await openAll(await guard.read((db) => journalRows(db, meeting)), (row) => openChange(key, row));
    return { changes: values, damaged };
  }

  watchJournal(
    meeting: MeetingId, known: ReadonlySet<Stamp>, on: (changes: readonly Change[]) => void, onGone: (left: number) => void = () => undefined,
  ): () => void {
    return watchJournal(this.#parts.guard, this.#parts.key, { meeting, known, on, onGone });
  }

  async readMeeting(meeting: MeetingId): Promise<ListedMeeting | null> {
    const sighting = await this.#parts.guard.read((db) => sightMeeting(db, meeting));
    return (await this.#list.open(sighting)).meetings[0] ?? null;
  }

  async readMeetings(): Promise<Listing> {
    return this.#list.openWhole(await this.#parts.guard.read(sightMeetings));
  }

  watchMeetings(on: (listing: Listing) => void): () => void {
    return watchMeetings(this.#parts.guard, this.#list, on);
  }

  async removeMeeting(meeting: MeetingId, onlyWith?: number): Promise<Result<boolean, StoreObstacle>> {
    const { guard, timing } = this.#parts;
    // What still waits may be of this meeting, and would bring it back.
    if (!(await this.flush(timing.answerMs))) return err(this.saved.obstacle ?? { type: 'ConnectionLost' });
    return this.#try(() => guard.read((db) => removeMeeting(db, meeting, onlyWith)));
  }

  async readRecord(meeting: MeetingId, revision?: number): ReturnType<Store['readRecord']> {
    const row = await this.#parts.guard.read((db) => recordRow(db, meeting, revision));
    return row ? openRecord(this.#parts.key, row) : ok(null);
  }

  readRevisions(meeting: MeetingId): Promise<readonly number[]> {
    return this.#parts.guard.read((db) => revisionsOf(db, meeting));
  }

  async readRoadmap(id: string, version: string): ReturnType<Store['readRoadmap']> {
    const rowKey = await roadmapKey(id, version);
    const row = await this.#parts.guard.read((db) => roadmapRow(db, rowKey));
    return row ? openRoadmap(this.#parts.key, row) : ok(null);
  }

  writeDraft(id: string, draft: unknown): Promise<void> {
    return this.#parts.queue.add(1, async () => [await sealDraft(this.#parts.key, id, draft)]);
  }

  /** The draft; null when there is none or its row is damaged. */
  async readDraft(id: string): Promise<unknown> {
    const rowKey = await draftKey(id);
    const draft = await openDraft(this.#parts.key, await this.#parts.guard.read((db) => draftRow(db, rowKey)));
    return draft.ok ? draft.value : null;
  }

  /** The setting; null when there is none or its row is damaged. */
  async readSetting(id: string): Promise<unknown> {
    const setting = await openSetting(this.#parts.key, await this.#parts.guard.read((db) => settingRow(db, id)));
    return setting.ok ? setting.value : null;
  }

  writeSetting(id: string, value: unknown): Promise<void> {
    return this.#parts.queue.add(1, async () => [await sealSetting(this.#parts.key, id, value)]);
  }

  /** Lines that open, the oldest first. */
  async readLog(): Promise<readonly LogLine[]> {
    const { guard, key } = this.#parts;
    const { values } = await openAll(await guard.read(lineRows), (row) => openLine(key, row));
    return values.toSorted((a, b) => a.atMs - b.atMs);
  }

  selfTest(): Promise<Result<void, StoreObstacle>> {
    const { guard, key, timing } = this.#parts;
    return this.#try(() => within(timing.answerMs, selfTest(guard.db, key)));
  }

  flush(timeoutMs: number): Promise<boolean> {
    return this.#parts.queue.flush(timeoutMs);
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.#wake);
    window.removeEventListener('pageshow', this.#wake);
    this.#parts.queue.stop();
    this.#parts.guard.close();
  }

  async #try<T>(attempt: () => Promise<T>): Promise<Result<T, StoreObstacle>> {
    try {
      return ok(await attempt());
    } catch (error) {
      return err(await obstacleOf(error));
    }
  }
}
