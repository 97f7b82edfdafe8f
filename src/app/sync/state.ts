/** What the screens show of the hub: who this device is to it, what waits, what has arrived, how the last meeting with it went. */
import type { MeetingId } from '#domain/ids.ts';
import type { SyncObstacle } from './obstacle.ts';

export type Role = 'owner' | 'district' | 'leader';

/** One thing that waits for the hub, or was refused by it. */
export interface QueueLine {
  /** The id of its row in the outbox. */
  readonly id: string;
  readonly meeting: MeetingId;
  readonly kind: 'record' | 'tombstone' | 'draft' | 'roadmap';
  readonly revision: number;
  readonly queuedAtMs: number;
  /** Code and type of the meeting; null when it is not on this device any more. */
  readonly about: { readonly code: string; readonly type: string } | null;
  /** The hub's reason; null while it waits. */
  readonly refusedBecause: string | null;
}

/** What the hub has acknowledged. */
export interface Arrived {
  readonly count: number;
  /** Codes of the latest ones, newest first, at most three. */
  readonly codes: readonly string[];
  readonly atMs: number | null;
}

/** How the last try to meet the hub went. */
export type Reach =
  | { readonly kind: 'not-tried' }
  | { readonly kind: 'met'; readonly atMs: number }
  /** Tried again by itself at `nextAtMs`; null: with the next occasion. */
  | { readonly kind: 'obstacle'; readonly obstacle: SyncObstacle; readonly nextAtMs: number | null };

export interface Membership {
  readonly role: Role;
  readonly hubId: string;
  readonly memberId: string;
  readonly deviceId: string;
  readonly joinedAtMs: number;
  /** The district's key as groups of signs, alike on all devices of the district. */
  readonly fingerprint: string;
  /** False until an owner's device has confirmed the keys of this member. */
  readonly confirmed: boolean;
}

export interface SyncState {
  /** Null: no hub joined. */
  readonly membership: Membership | null;
  readonly waiting: readonly QueueLine[];
  readonly refused: readonly QueueLine[];
  readonly arrived: Arrived;
  readonly reach: Reach;
  readonly lastMetAtMs: number | null;
  readonly running: boolean;
  /** Drafts go to the hub too, for this member alone. */
  readonly drafts: boolean;
}
