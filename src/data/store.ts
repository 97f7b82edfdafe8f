/**
 * The sealed store, as the layers above see it. Values in, values out; sealing, retries and
 * Dexie are its own affair. `openStore` in `open-store.ts` makes one.
 */
import type { Change } from '#domain/change.ts';
import type { Digest } from '#domain/digest.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { Result } from '#domain/result.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { LogLine } from '#domain/log-line.ts';
import type { OutboxItem } from '#domain/sync/outbox-item.ts';
import type { PulledReplica } from '#domain/sync/pulled-replica.ts';
import type { Receipt } from '#domain/sync/receipt.ts';
import type { Everything, PutOptions } from './everything.ts';
import type { NamedTable } from './tables/named.ts';
import type { WhichReplicas } from './tables/replicas.ts';

/** What the store can say of its writes at any moment. Never claims more than the database has committed. */
export interface SavedState {
  /** Changes that are in memory only. */
  readonly pendingCount: number;
  /** Since when the oldest of them waits, epoch ms; null when nothing waits. */
  readonly heldSinceMs: number | null;
  /** When the latest commit was, epoch ms; null before the first one in this tab. */
  readonly savedAtMs: number | null;
  /** Why writing does not succeed at the moment; null when it does or has not been tried. */
  readonly obstacle: StoreObstacle | null;
}

export type StoreObstacle =
  | { readonly type: 'StorageFull'; readonly usedBytes: number | null; readonly quotaBytes: number | null }
  | { readonly type: 'ConnectionLost' }
  | { readonly type: 'WriteRefused'; readonly name: string };

export type OpenObstacle =
  | { readonly type: 'NoDatabase'; readonly name: string }
  | { readonly type: 'NewerDatabase' }
  | { readonly type: 'KeyMissing' }
  | { readonly type: 'KeyDamaged' };

/** A row that does not open: altered, swapped, or of another key. All else opens. */
export interface DamagedRow {
  readonly type: 'DamagedRow';
  readonly table: string;
  readonly key: string;
}

export interface Journal {
  readonly changes: readonly Change[];
  readonly damaged: readonly DamagedRow[];
}

export interface ListedMeeting {
  readonly id: MeetingId;
  readonly open: boolean;
  readonly digest: Digest;
}

export interface Listing {
  readonly meetings: readonly ListedMeeting[];
  readonly damaged: readonly DamagedRow[];
}

/** Several rows that go in together or not at all. */
export interface Bundle {
  readonly changes?: readonly Change[];
  readonly listed?: ListedMeeting;
  readonly record?: MeetingRecord;
  readonly roadmap?: Roadmap;
  readonly log?: LogLine;
  /** What begins to wait for the hub, in the same transaction as what it is about. */
  readonly outbox?: readonly OutboxItem[];
  /** Ids of items that leave the outbox, `outboxId`; an item of the same bundle goes in all the same. */
  readonly outboxGone?: readonly string[];
  readonly replicas?: readonly PulledReplica[];
  readonly receipts?: readonly Receipt[];
  /** Ids of receipts and keys of replicas that go, when this device leaves its hub. */
  readonly receiptsGone?: readonly string[];
  readonly replicasGone?: readonly (readonly [member: string, record: string, slot: string])[];
  readonly sync?: readonly NamedValue[];
  readonly derived?: readonly NamedValue[];
  /** Further bundles, of other meetings perhaps, that go in with this one. */
  readonly parts?: readonly Bundle[];
}

/** A value under a name; null takes it away. */
export interface NamedValue {
  readonly id: string;
  readonly value: unknown;
}

export type { NamedTable, WhichReplicas };

export interface Store {
  /** The present state, and calls when it changes. Returns the way to stop. */
  readonly saved: SavedState;
  onSaved(listener: (saved: SavedState) => void): () => void;

  /**
   * Writes a bundle in one strict transaction. Resolves at the commit; never rejects: a
   * failing write is kept in memory and tried again until it succeeds or the tab ends.
   * Bundles are committed in the order of the calls.
   */
  write(bundle: Bundle): Promise<void>;

  readJournal(meeting: MeetingId): Promise<Journal>;
  /**
   * Calls with changes that are on disk and not in `known`, from this or another tab,
   * whenever there are some (liveQuery). The caller adds them to `known`.
   *
   * `onGone` is called when known ones are no longer there, with how many rows are: another
   * tab removed the meeting. The caller empties `known` then.
   */
  watchJournal(
    meeting: MeetingId, known: ReadonlySet<Stamp>, on: (changes: readonly Change[]) => void, onGone?: (left: number) => void,
  ): () => void;

  /** One meeting of the list; null when it is not here or its row does not open. */
  readMeeting(meeting: MeetingId): Promise<ListedMeeting | null>;
  readMeetings(): Promise<Listing>;
  /** Calls at once and whenever any tab changes the list or an open meeting's journal. */
  watchMeetings(on: (listing: Listing) => void): () => void;
  /**
   * Removes every row of a meeting, its records and drafts, in one transaction. With `onlyWith`
   * nothing is removed, and the answer is false, unless its journal has just so many changes.
   * What waited of it for the hub goes too; `queue`, a tombstone, begins to wait instead.
   */
  removeMeeting(meeting: MeetingId, onlyWith?: number, queue?: OutboxItem): Promise<Result<boolean, StoreObstacle>>;

  readRecord(meeting: MeetingId, revision?: number): Promise<Result<MeetingRecord | null, DamagedRow>>;
  /** Records by meeting and revision, in this order, read at once; null for one that is not here or does not open. */
  readRecords(which: readonly (readonly [meeting: MeetingId, revision: number])[]): Promise<readonly (MeetingRecord | null)[]>;
  readRevisions(meeting: MeetingId): Promise<readonly number[]>;

  /** A roadmap version that a meeting was begun with, or that was published here; null when it is not stored. */
  readRoadmap(id: string, version: string): Promise<Result<Roadmap | null, DamagedRow>>;
  /** All stored versions, in no order. Rows that do not open are left out. */
  readRoadmaps(): Promise<readonly Roadmap[]>;
  /** Calls at once and whenever any tab changes a roadmap, a draft or a setting. */
  watchRoadmaps(on: () => void): () => void;

  /** A text being typed, overwritten at each pause; resolves at the commit, never rejects (see write). */
  writeDraft(id: string, draft: unknown): Promise<void>;
  readDraft(id: string): Promise<unknown>;
  /** All drafts by the key of their row: their id where that is a UUID, else a hash. Rows that do not open are left out. */
  readDrafts(): Promise<ReadonlyMap<string, unknown>>;

  readSetting(id: string): Promise<unknown>;
  writeSetting(id: string, value: unknown): Promise<void>;

  readLog(): Promise<readonly LogLine[]>;

  /** What waits for the hub or was refused by it, the oldest first. Written by {@link write}. */
  readOutbox(): Promise<readonly OutboxItem[]>;
  /** Calls at once and whenever any tab changes the outbox. */
  watchOutbox(on: (items: readonly OutboxItem[]) => void): () => void;
  readReceipts(): Promise<readonly Receipt[]>;
  /** What was pulled. Rows that do not open are left out: they can be pulled again. */
  readReplicas(which?: WhichReplicas): Promise<readonly PulledReplica[]>;
  /** Calls at once and whenever any tab changes the replicas, with how many there are. */
  watchReplicas(on: (count: number) => void): () => void;
  /** A value of `sync` or `derived` by its name; null where there is none or its row is damaged. */
  readNamed(table: NamedTable, id: string): Promise<unknown>;
  /** Values by name, all or of these names. */
  readAllNamed(table: NamedTable, ids?: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** Calls at once and whenever any tab changes rows of the table, with their names. */
  watchNamed(table: NamedTable, on: (ids: readonly string[]) => void): () => void;

  /** All that opens, for a backup; what does not is listed. Rejects with an AbortError when called off. */
  readEverything(signal?: AbortSignal): Promise<Everything & { readonly damaged: readonly DamagedRow[] }>;
  /** Puts all of it in one transaction, or none; takes meetings away in the same one. See `everything.ts`. */
  writeEverything(put: Partial<Everything>, options?: PutOptions): Promise<Result<void, StoreObstacle>>;
  /** Deletes the database with its keys; the store is closed then. */
  erase(): Promise<Result<void, StoreObstacle>>;

  /** Writes, reads back and removes a row of its own: can this device be relied on? */
  selfTest(): Promise<Result<void, StoreObstacle>>;
  /** Resolves when nothing waits any more, or after `timeoutMs`; false in the latter case. */
  flush(timeoutMs: number): Promise<boolean>;
  close(): void;
}
