/** A complete app without a browser: an in-memory store whose disk can be made to refuse. */
import type { App, SavedState } from '#app/app.ts';
import { VaultKeeper } from '#app/vault/keeper.ts';
import { FakeVault, lockedFake } from './fake-vault.ts';
import { MemorySynced } from './memory-synced.ts';
import { Session } from '#app/meeting/session.ts';
import type { Everything, PutOptions } from '#data/everything.ts';
import type { Journal, Listing, ListedMeeting, Store, StoreObstacle } from '#data/store.ts';
import type { Marker, Shell, ShellState } from '#device/shell.ts';
import type { Change } from '#domain/change.ts';
import type { ActId, DeviceId, MeetingId } from '#domain/ids.ts';
import type { LogLine } from '#domain/log-line.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { err, ok } from '#domain/result.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { NodeId, Stamp } from '#domain/stamp.ts';

/** A uuid that counts, so that tests repeat exactly. */
export const countingId = (count: number): string => `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;

/** Thursday, November 12, 2026, 10:00 local time. */
export const tenOClock = new Date(2026, 10, 12, 10, 0).getTime();

/** A clock that moves only when told. */
export class FakeClock {
  nowMs = tenOClock;
  pass(ms: number): void {
    this.nowMs += ms;
  }
}

/** The store of the contract, in memory. Commits at once unless `refuse` was called. */
export class MemoryStore implements Store {
  saved: SavedState = { pendingCount: 0, heldSinceMs: null, savedAtMs: null, obstacle: null };
  readonly changes: Change[] = [];
  readonly listed = new Map<MeetingId, ListedMeeting>();
  readonly records: MeetingRecord[] = [];
  readonly roadmaps: Roadmap[] = [];
  readonly drafts = new Map<string, unknown>();
  readonly settings = new Map<string, unknown>();
  readonly log: LogLine[] = [];
  readonly synced = new MemorySynced();
  readonly #clock: FakeClock;
  readonly #savedListeners = new Set<(saved: SavedState) => void>();
  readonly #journalListeners = new Set<() => void>();
  readonly #listListeners = new Set<() => void>();
  readonly #roadmapListeners = new Set<() => void>();
  #obstacle: StoreObstacle | null = null;
  #waiting: { readonly changes: readonly Change[]; readonly commit: () => void }[] = [];

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** From now on nothing reaches the disk, for this reason; null lets everything through that waits. */
  refuse(obstacle: StoreObstacle | null): void {
    this.#obstacle = obstacle;
    if (obstacle !== null) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { commit } of waiting) commit();
    this.#tellSaved();
  }

  onSaved(listener: (saved: SavedState) => void): () => void {
    this.#savedListeners.add(listener);
    return () => this.#savedListeners.delete(listener);
  }

  write(bundle: Parameters<Store['write']>[0]): Promise<void> {
    return new Promise((resolve) => {
      const commit = (): void => {
        this.#put(bundle);
        resolve();
      };
      if (this.#obstacle === null) commit();
      else this.#waiting.push({ changes: bundle.changes ?? [], commit });
      this.#tellSaved();
    });
  }

  readJournal(meeting: MeetingId): Promise<Journal> {
    return Promise.resolve({ changes: this.changes.filter((change) => change.meeting === meeting), damaged: [] });
  }

  watchJournal(
    meeting: MeetingId, known: ReadonlySet<Stamp>, on: (changes: readonly Change[]) => void, onGone: (left: number) => void = () => undefined,
  ): () => void {
    const look = (): void => {
      const there = this.changes.filter((change) => change.meeting === meeting);
      if (there.length < known.size) onGone(there.length);
      const fresh = there.filter(({ stamp }) => !known.has(stamp));
      if (fresh.length > 0) on(fresh);
    };
    this.#journalListeners.add(look);
    return () => this.#journalListeners.delete(look);
  }

  readMeeting(meeting: MeetingId): Promise<ListedMeeting | null> {
    return Promise.resolve(this.listed.get(meeting) ?? null);
  }

  readMeetings(): Promise<Listing> {
    return Promise.resolve({ meetings: [...this.listed.values()], damaged: [] });
  }

  watchMeetings(on: (listing: Listing) => void): () => void {
    const tell = (): void => {
      on({ meetings: [...this.listed.values()], damaged: [] });
    };
    this.#listListeners.add(tell);
    queueMicrotask(tell);
    return () => this.#listListeners.delete(tell);
  }

  removeMeeting: Store['removeMeeting'] = (meeting, onlyWith, queue) => {
    if (this.#obstacle !== null) return Promise.resolve(err(this.#obstacle));
    if (onlyWith !== undefined && this.changes.filter((change) => change.meeting === meeting).length !== onlyWith) return Promise.resolve(ok(false));
    this.listed.delete(meeting);
    this.drafts.delete(meeting);
    this.synced.put({ outboxGone: [...this.synced.outbox.keys()].filter((id) => id.startsWith(meeting)), outbox: queue ? [queue] : [] });
    const kept = this.changes.filter((change) => change.meeting !== meeting);
    this.changes.splice(0, this.changes.length, ...kept);
    for (const tell of this.#listListeners) tell();
    setTimeout(() => {
      for (const look of this.#journalListeners) look();
    });
    return Promise.resolve(ok(true));
  };

  readRecord: Store['readRecord'] = (meeting, revision) => {
    const own = this.records.filter((record) => record.meeting === meeting);
    const found = revision === undefined ? own.at(-1) : own.find((record) => record.revision === revision);
    return Promise.resolve(ok(found ?? null));
  };

  readRecords: Store['readRecords'] = (which) =>
    Promise.resolve(which.map(([meeting, revision]) => this.records.find((record) => record.meeting === meeting && record.revision === revision) ?? null));

  readRevisions(meeting: MeetingId): Promise<readonly number[]> {
    return Promise.resolve(this.records.filter((record) => record.meeting === meeting).map(({ revision }) => revision));
  }

  readRoadmap: Store['readRoadmap'] = (id, version) =>
    Promise.resolve(ok(this.roadmaps.find((roadmap) => roadmap.id === id && roadmap.version === version) ?? null));

  readRoadmaps: Store['readRoadmaps'] = () => Promise.resolve([...new Map(this.roadmaps.map((roadmap) => [`${roadmap.id}\n${roadmap.version}`, roadmap])).values()]);
  watchRoadmaps: Store['watchRoadmaps'] = (on) => {
    this.#roadmapListeners.add(on);
    queueMicrotask(on);
    return () => this.#roadmapListeners.delete(on);
  };
  readDrafts: Store['readDrafts'] = () => Promise.resolve(new Map(this.drafts));

  writeDraft(id: string, draft: unknown): Promise<void> {
    if (draft === null) this.drafts.delete(id);
    else this.drafts.set(id, structuredClone(draft));
    for (const tell of this.#roadmapListeners) tell();
    return Promise.resolve();
  }

  readDraft(id: string): Promise<unknown> {
    return Promise.resolve(this.drafts.get(id) ?? null);
  }

  readSetting(id: string): Promise<unknown> {
    return Promise.resolve(this.settings.get(id) ?? null);
  }

  writeSetting(id: string, value: unknown): Promise<void> {
    this.settings.set(id, value);
    for (const tell of this.#roadmapListeners) tell();
    return Promise.resolve();
  }

  readLog(): Promise<readonly LogLine[]> {
    return Promise.resolve(this.log);
  }

  readOutbox: Store['readOutbox'] = () => this.synced.readOutbox();
  watchOutbox: Store['watchOutbox'] = (on) => this.synced.watch(() => { void this.synced.readOutbox().then(on); });
  readReceipts: Store['readReceipts'] = () => this.synced.readReceipts();
  readReplicas: Store['readReplicas'] = (which) => this.synced.readReplicas(which);
  watchReplicas: Store['watchReplicas'] = (on) => this.synced.watch(() => { on(this.synced.replicas.size); });
  readNamed: Store['readNamed'] = (table, id) => this.synced.readNamed(table, id);
  readAllNamed: Store['readAllNamed'] = (table, ids) => this.synced.readAllNamed(table, ids);
  watchNamed: Store['watchNamed'] = (table, on) => this.synced.watch(() => { on([...this.synced[table].keys()]); });

  readEverything(): ReturnType<Store['readEverything']> {
    return Promise.resolve({
      meetings: [...this.listed.values()], changes: [...this.changes], records: [...this.records], roadmaps: [...this.roadmaps],
      drafts: Object.fromEntries(this.drafts), settings: Object.fromEntries(this.settings), log: [...this.log], sync: Object.fromEntries(this.synced.sync), damaged: [],
    });
  }

  writeEverything(put: Partial<Everything>, { remove = [], outbox = [], onProgress, signal }: PutOptions = {}): ReturnType<Store['writeEverything']> {
    if (signal?.aborted) return Promise.reject(new DOMException('Called off', 'AbortError'));
    if (this.#obstacle !== null) return Promise.resolve(err(this.#obstacle));
    for (const id of remove) {
      void this.removeMeeting(id); // in memory it is done at once
      this.records.splice(0, this.records.length, ...this.records.filter(({ meeting }) => meeting !== id));
    }
    onProgress?.(1, 1);
    for (const change of put.changes ?? []) this.changes.push(change); // spread, a hundred thousand overflow the stack
    for (const record of put.records ?? []) this.#put({ record });
    for (const roadmap of put.roadmaps ?? []) this.#put({ roadmap });
    for (const line of put.log ?? []) this.#put({ log: line });
    for (const [id, draft] of Object.entries(put.drafts ?? {})) this.drafts.set(id, draft);
    for (const [id, value] of Object.entries(put.settings ?? {})) this.settings.set(id, value);
    for (const meeting of put.meetings ?? []) this.#put({ listed: meeting });
    this.synced.put({ outbox, sync: Object.entries(put.sync ?? {}).map(([id, value]) => ({ id, value })) });
    return Promise.resolve(ok(undefined));
  }

  erased = false;
  erase: Store['erase'] = () => {
    if (this.#obstacle !== null) return Promise.resolve(err(this.#obstacle));
    this.erased = true;
    return Promise.resolve(ok(undefined));
  };

  selfTest: Store['selfTest'] = () => Promise.resolve(this.#obstacle === null ? ok(undefined) : err(this.#obstacle));

  flush(): Promise<boolean> {
    return Promise.resolve(this.#waiting.length === 0);
  }

  close(): void {
    this.#savedListeners.clear();
    this.#journalListeners.clear();
    this.#listListeners.clear();
    this.#roadmapListeners.clear();
  }

  #put(bundle: Parameters<Store['write']>[0]): void {
    for (const change of bundle.changes ?? []) {
      const at = this.changes.findIndex(({ meeting, stamp }) => meeting === change.meeting && stamp === change.stamp);
      this.changes.splice(at === -1 ? this.changes.length : at, at === -1 ? 0 : 1, change);
    }
    if (bundle.listed) this.listed.set(bundle.listed.id, bundle.listed);
    if (bundle.record) this.records.push(bundle.record);
    if (bundle.roadmap) this.roadmaps.push(bundle.roadmap);
    if (bundle.log) this.log.push(bundle.log);
    this.synced.put(bundle);
    for (const part of bundle.parts ?? []) this.#put(part);
    // Later, as a liveQuery does: the writer hears of its own commit first.
    setTimeout(() => {
      for (const look of this.#journalListeners) look();
      for (const tell of this.#listListeners) tell();
      if (bundle.roadmap) for (const tell of this.#roadmapListeners) tell();
    });
  }

  #tellSaved(): void {
    const pendingCount = this.#waiting.reduce((sum, { changes }) => sum + changes.length, 0);
    const nowMs = this.#clock.nowMs;
    this.saved = {
      pendingCount,
      heldSinceMs: pendingCount === 0 ? null : (this.saved.heldSinceMs ?? nowMs),
      savedAtMs: pendingCount === 0 ? nowMs : this.saved.savedAtMs,
      obstacle: this.#obstacle,
    };
    for (const listener of this.#savedListeners) listener(this.saved);
  }
}

/** What the shell was last asked for. */
export class FakeShell implements Shell {
  state: ShellState = {
    offline: { kind: 'whole', files: 40 },
    storage: { persisted: true, usedBytes: 1_000_000, quotaBytes: 1_000_000_000, installed: true, evictsTabs: false },
    updateWaits: false,
    version: '0.1.0',
  };
  markerText: string | null = null;
  readonly marker: Marker = {
    read: () => Promise.resolve(this.markerText),
    write: (text) => {
      this.markerText = text;
      return Promise.resolve();
    },
  };
  busy = false;
  awake = false;
  started = false;
  readonly #listeners = new Set<(state: ShellState) => void>();

  onState(listener: (state: ShellState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  /** Puts another state in place and tells it. */
  become(state: Partial<ShellState>): void {
    this.state = { ...this.state, ...state };
    for (const listener of this.#listeners) listener(this.state);
  }
  start(): void {
    this.started = true;
  }
  look(): Promise<ShellState> {
    return Promise.resolve(this.state);
  }
  setBusy(busy: boolean): void {
    this.busy = busy;
  }
  applyUpdate(): Promise<boolean> {
    return Promise.resolve(false);
  }
  repair(): Promise<void> {
    return Promise.resolve();
  }
  keepAwake(wanted: boolean): void {
    this.awake = wanted;
  }
}

export interface FakeApp {
  readonly app: App;
  readonly store: MemoryStore;
  readonly shell: FakeShell;
  readonly vault: FakeVault;
  readonly clock: FakeClock;
}

/** A fresh app: ten o'clock, nothing stored. */
export function fakeApp(): FakeApp {
  const clock = new FakeClock();
  const store = new MemoryStore(clock);
  const shell = new FakeShell();
  let ids = 0;
  const vault = new FakeVault(store, clock);
  const app: App = {
    kind: 'open',
    nowMs: () => clock.nowMs,
    newId: () => countingId((ids += 1)),
    device: countingId(0xd0) as DeviceId,
    node: '00000000000000aa' as NodeId,
    saved: () => store.saved,
    onSaved: (listener) => store.onSaved(listener),
    store,
    shell,
    vault: new VaultKeeper(vault, () => clock.nowMs),
    whenLocked: () => lockedFake(vault, app),
  };
  return { app, store, shell, vault, clock };
}

/** An empty meeting over the app's store. */
export function fakeSession({ app }: Pick<FakeApp, 'app'>, journal: readonly Change[] = []): Session {
  return new Session(countingId(0xe0) as MeetingId, journal, {
    store: app.store,
    nowMs: app.nowMs,
    newActId: () => app.newId() as ActId,
    node: app.node,
  });
}
