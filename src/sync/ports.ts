/** What syncing needs of the world. The app gives it (`app/sync`), tests give others. */
import type { Change } from '#domain/change.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Digest } from '#domain/digest.ts';
import type { LogLine } from '#domain/log-line.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { Result } from '#domain/result.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { OutboxItem } from '#domain/sync/outbox-item.ts';
import type { PulledReplica } from '#domain/sync/pulled-replica.ts';
import type { Receipt } from '#domain/sync/receipt.ts';

/** A meeting as the list has it. */
export interface Listed {
  readonly id: MeetingId;
  readonly open: boolean;
  readonly digest: Digest;
}

/** Rows that go in together or not at all. The store's bundle fits. */
export interface Batch {
  readonly changes?: readonly Change[];
  readonly listed?: Listed;
  readonly record?: MeetingRecord;
  readonly roadmap?: Roadmap;
  readonly log?: LogLine;
  readonly outbox?: readonly OutboxItem[];
  readonly outboxGone?: readonly string[];
  readonly replicas?: readonly PulledReplica[];
  readonly receipts?: readonly Receipt[];
  readonly sync?: readonly { readonly id: string; readonly value: unknown }[];
  readonly parts?: readonly Batch[];
}

/** The sealed store: see `data/store.ts`. */
export interface SyncStorage {
  write(batch: Batch): Promise<void>;
  readOutbox(): Promise<readonly OutboxItem[]>;
  readReceipts(): Promise<readonly Receipt[]>;
  readReplicas(which?: { readonly member?: string; readonly record?: string }): Promise<readonly PulledReplica[]>;
  readNamed(table: 'sync', id: string): Promise<unknown>;
  readJournal(meeting: MeetingId): Promise<{ readonly changes: readonly Change[] }>;
  readMeeting(meeting: MeetingId): Promise<Listed | null>;
  readRecords(which: readonly (readonly [meeting: MeetingId, revision: number])[]): Promise<readonly (MeetingRecord | null)[]>;
  readRevisions(meeting: MeetingId): Promise<readonly number[]>;
  readRoadmap(id: string, version: string): Promise<Result<Roadmap | null, unknown>>;
}

/** One request to the hub; `path` is below `/api/v1/`. */
export interface HubRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** What came back, whole. Header names are asked for in lower case. */
export interface HubResponse {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface SyncPorts {
  readonly storage: SyncStorage;
  /**
   * Sends a request and reads the answer whole, up to `wire/limits.ts` and a time limit of its
   * own. Rejects when nothing came, or less than was announced. Follows no redirect: that is
   * an answer like another, with its status.
   */
  readonly send: (request: HubRequest, signal: AbortSignal) => Promise<HubResponse>;
  readonly nowMs: () => number;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  /** A random lower-case UUID. */
  readonly newId: () => string;
  /** Bytes of chance. */
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
}
