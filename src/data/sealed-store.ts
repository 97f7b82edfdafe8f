/** The store of `store.ts`, put together from its parts. */
import type { MeetingId } from '#domain/ids.ts';
import type { LogLine } from '#domain/log-line.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { OutboxItem } from '#domain/sync/outbox-item.ts';
import type { Change } from '#domain/change.ts';
import type { Everything, PutOptions } from './everything.ts';
import { fetchLater } from './fetch-later.ts';
import type { Guard } from './guard.ts';
import type { HeldKey } from './held-key.ts';
import { MeetingList, sightMeeting, sightMeetings } from './meeting-list.ts';
import { obstacleOf } from './obstacle.ts';
import { countOf, sealBundle } from './seal-bundle.ts';
import type {
  Bundle, Journal, ListedMeeting, Listing, NamedTable, SavedState, Store, StoreObstacle, WhichReplicas,
} from './store.ts';
import { journalRows, openChange } from './tables/changes.ts';
import { openAll } from './tables/opened.ts';
import { draftKey, draftRow, openDraft, sealDraft } from './tables/drafts.ts';
import { openRoadmap, roadmapKey, roadmapRow } from './tables/roadmaps.ts';
import { openSetting, sealSetting, settingRow } from './tables/settings.ts';
import { within, type Timing } from './timing.ts';
import { watchMeetings } from './watch-meetings.ts';
import type { WriteQueue } from './write-queue.ts';

export interface StoreParts {
  readonly guard: Guard;
  readonly queue: WriteQueue;
  readonly held: HeldKey;
  readonly timing: Timing;
}

export class SealedStore implements Store {
  readonly #parts: StoreParts;
  readonly #list: MeetingList;
  readonly #watches = new Set<() => void>();
  readonly #wake = (): void => { if (document.visibilityState === 'visible') this.#parts.queue.wake(); };

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#list = new MeetingList(parts.guard, parts.held);
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
    return this.#parts.queue.add(countOf(bundle), () => sealBundle(this.#parts.held.key, bundle));
  }

  async readJournal(meeting: MeetingId): Promise<Journal> {
    const { guard, held: { key } } = this.#parts;
    const { values, damaged } = await openAll(await guard.read((db) => journalRows(db, meeting)), (row) => openChange(key, row));
    return { changes: values, damaged };
  }

  watchJournal(
    meeting: MeetingId, known: ReadonlySet<Stamp>, on: (changes: readonly Change[]) => void, onGone: (left: number) => void = () => undefined,
  ): () => void {
    return this.#later(({ watchJournal }) => watchJournal(this.#parts.guard, this.#parts.held.key, { meeting, known, on, onGone }));
  }

  async readMeeting(meeting: MeetingId): Promise<ListedMeeting | null> {
    const sighting = await this.#parts.guard.read((db) => sightMeeting(db, meeting));
    return (await this.#list.open(sighting)).meetings[0] ?? null;
  }

  async readMeetings(): Promise<Listing> {
    return this.#list.openWhole(await this.#parts.guard.read(sightMeetings));
  }

  watchMeetings(on: (listing: Listing) => void): () => void {
    return this.#until(watchMeetings(this.#parts.guard, this.#list, on));
  }

  async removeMeeting(meeting: MeetingId, onlyWith?: number, queue?: OutboxItem): Promise<Result<boolean, StoreObstacle>> {
    const { guard, timing, held } = this.#parts;
    const { removeMeeting, sealItem } = await fetchLater();
    const queued = queue ? await sealItem(held.key, queue) : null;
    // What still waits may be of this meeting, and would bring it back.
    if (!(await this.flush(timing.answerMs))) return err(this.saved.obstacle ?? { type: 'ConnectionLost' });
    return this.#try(() => guard.read((db) => removeMeeting(db, meeting, { ...(onlyWith === undefined ? {} : { onlyWith }), queued })));
  }

  async readRecord(meeting: MeetingId, revision?: number): ReturnType<Store['readRecord']> {
    const { openRecord, recordRow } = await fetchLater();
    const row = await this.#parts.guard.read((db) => recordRow(db, meeting, revision));
    return row ? openRecord(this.#parts.held.key, row) : ok(null);
  }

  async readRecords(which: readonly (readonly [MeetingId, number])[]): ReturnType<Store['readRecords']> {
    const { openRecord, rowsOfRecords } = await fetchLater();
    const rows = await this.#parts.guard.read((db) => rowsOfRecords(db, which));
    return Promise.all(rows.map(async (row) => {
      const opened = row ? await openRecord(this.#parts.held.key, row) : null;
      return opened?.ok ? opened.value : null;
    }));
  }

  async readRevisions(meeting: MeetingId): Promise<readonly number[]> {
    const { revisionsOf } = await fetchLater();
    return this.#parts.guard.read((db) => revisionsOf(db, meeting));
  }

  async readRoadmap(id: string, version: string): ReturnType<Store['readRoadmap']> {
    const rowKey = await roadmapKey(id, version);
    const row = await this.#parts.guard.read((db) => roadmapRow(db, rowKey));
    return row ? openRoadmap(this.#parts.held.key, row) : ok(null);
  }

  async readRoadmaps(): ReturnType<Store['readRoadmaps']> {
    return (await fetchLater()).readRoadmaps(this.#parts.guard, this.#parts.held.key);
  }

  watchRoadmaps(on: () => void): () => void {
    return this.#later(({ watchRoadmaps }) => watchRoadmaps(this.#parts.guard, on));
  }

  writeDraft(id: string, draft: unknown): Promise<void> {
    return this.#parts.queue.add(1, async () => [await sealDraft(this.#parts.held.key, id, draft)]);
  }

  /** The draft; null when there is none or its row is damaged. */
  async readDraft(id: string): Promise<unknown> {
    const rowKey = await draftKey(id);
    const draft = await openDraft(this.#parts.held.key, await this.#parts.guard.read((db) => draftRow(db, rowKey)));
    return draft.ok ? draft.value : null;
  }

  async readDrafts(): ReturnType<Store['readDrafts']> {
    return (await fetchLater()).readDrafts(this.#parts.guard, this.#parts.held.key);
  }

  /** The setting; null when there is none or its row is damaged. */
  async readSetting(id: string): Promise<unknown> {
    const setting = await openSetting(this.#parts.held.key, await this.#parts.guard.read((db) => settingRow(db, id)));
    return setting.ok ? setting.value : null;
  }

  writeSetting(id: string, value: unknown): Promise<void> {
    return this.#parts.queue.add(1, async () => [await sealSetting(this.#parts.held.key, id, value)]);
  }

  /** Lines that open, the oldest first. */
  async readLog(): Promise<readonly LogLine[]> {
    const { lineRows, openLine } = await fetchLater();
    const { guard, held: { key } } = this.#parts;
    const { values } = await openAll(await guard.read(lineRows), (row) => openLine(key, row));
    return values.toSorted((a, b) => a.atMs - b.atMs);
  }

  async readOutbox(): ReturnType<Store['readOutbox']> {
    return (await fetchLater()).readOutbox(this.#parts.guard, this.#parts.held.key);
  }

  watchOutbox(on: Parameters<Store['watchOutbox']>[0]): () => void {
    return this.#later(({ watchOutbox }) => watchOutbox(this.#parts.guard, this.#parts.held.key, on));
  }

  async readReceipts(): ReturnType<Store['readReceipts']> {
    return (await fetchLater()).readReceipts(this.#parts.guard, this.#parts.held.key);
  }

  async readReplicas(which?: WhichReplicas): ReturnType<Store['readReplicas']> {
    return (await fetchLater()).readReplicas(this.#parts.guard, this.#parts.held.key, which);
  }

  watchReplicas(on: (count: number) => void): () => void {
    return this.#later(({ watchReplicas }) => watchReplicas(this.#parts.guard, on));
  }

  async readNamed(table: NamedTable, id: string): Promise<unknown> {
    return (await fetchLater()).readNamed(this.#parts.guard, this.#parts.held.key, table, id);
  }

  async readAllNamed(table: NamedTable, ids?: readonly string[]): ReturnType<Store['readAllNamed']> {
    return (await fetchLater()).readAllNamed(this.#parts.guard, this.#parts.held.key, table, ids);
  }

  watchNamed(table: NamedTable, on: (ids: readonly string[]) => void): () => void {
    return this.#later(({ watchNamed }) => watchNamed(this.#parts.guard, table, on));
  }

  async readEverything(signal?: AbortSignal): ReturnType<Store['readEverything']> {
    const { readEverything } = await fetchLater();
    return readEverything(this.#parts.guard, this.#parts.held.key, signal);
  }

  async writeEverything(put: Partial<Everything>, options?: PutOptions): Promise<Result<void, StoreObstacle>> {
    const { writeEverything } = await fetchLater();
    // What still waits may be of a meeting that goes, and would bring it back.
    if (!(await this.flush(this.#parts.timing.answerMs))) return err(this.saved.obstacle ?? { type: 'ConnectionLost' });
    return writeEverything(this.#parts.guard, this.#parts.held.key, put, options);
  }

  async erase(): Promise<Result<void, StoreObstacle>> {
    const { eraseDatabase } = await fetchLater();
    this.#parts.queue.stop();
    return eraseDatabase(this.#parts.guard);
  }

  async selfTest(): Promise<Result<void, StoreObstacle>> {
    const { selfTest } = await fetchLater();
    const { guard, held: { key }, timing } = this.#parts;
    return this.#try(() => within(timing.answerMs, selfTest(guard.db, key)));
  }

  flush(timeoutMs: number): Promise<boolean> {
    return this.#parts.queue.flush(timeoutMs);
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.#wake);
    window.removeEventListener('pageshow', this.#wake);
    for (const stop of [...this.#watches]) stop();
    this.#parts.queue.stop();
    this.#parts.guard.close();
    this.#list.clear();
    this.#parts.held.drop();
  }

  /** Begins a watch of what comes later; most of it is here, since it comes with a meeting's file. */
  #later(begin: (later: Awaited<ReturnType<typeof fetchLater>>) => () => void): () => void {
    let stop: (() => void) | null = () => undefined;
    void fetchLater().then((later) => { if (stop) stop = begin(later); });
    return this.#until(() => { stop?.(); stop = null; });
  }

  /** A watch ends with the store at the latest: it holds the key and what it opened. */
  #until(stop: () => void): () => void {
    const end = (): void => { this.#watches.delete(end); stop(); };
    this.#watches.add(end);
    return end;
  }

  async #try<T>(attempt: () => Promise<T>): Promise<Result<T, StoreObstacle>> {
    try {
      return ok(await attempt());
    } catch (error) {
      return err(await obstacleOf(error));
    }
  }
}
