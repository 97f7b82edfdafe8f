/**
 * Everything between this device and the hub, as the screens use it. `open-desk.ts` gives the
 * one desk of an app; it is fetched after the first screen stands, and goes with the app when
 * it is locked. Nothing in a meeting waits for it.
 */
import type { Result } from '#domain/result.ts';
import type { Comparison } from '#sync/compare.ts';
import type { DistrictRecords } from './district-records.ts';
import type { SyncObstacle } from './obstacle.ts';
import type { Role, SyncState } from './state.ts';

export type { Comparison } from '#sync/compare.ts';
export type { DistrictRecord, DistrictRecords } from './district-records.ts';
export type { SyncObstacle, TrustFact } from './obstacle.ts';
export type { Arrived, Membership, QueueLine, Reach, Role, SyncState } from './state.ts';

/** What a link is for, read from the link alone. */
export interface LinkRead {
  readonly kind: 'owner' | 'invitation' | 'pairing';
  /** Of the district's key, in groups; null in an owner link, whose district is yet to be founded. */
  readonly fingerprint: string | null;
}

/** An invitation that is out. */
export interface Invitation {
  readonly id: string;
  readonly role: Role;
  /** The member whose wiped device it brings back; null for a new member. */
  readonly recovers: string | null;
  readonly endsAtMs: number;
  /** The whole link; null when this device did not make it. */
  readonly link: string | null;
}

export interface Device {
  readonly id: string;
  readonly isThis: boolean;
  readonly label: string;
  readonly joinedAtMs: number;
  readonly seenAtMs: number | null;
}

export interface Member {
  readonly id: string;
  readonly isMe: boolean;
  readonly role: Role;
  readonly label: string;
  readonly joinedAtMs: number;
  /** `waits`: the keys are not signed yet, since no owner's device was online since. */
  readonly standing: 'confirmed' | 'waits' | 'removed';
  readonly devices: number;
  /** How many objects of this member the hub has. */
  readonly sealed: number;
}

/** One pairing under way, on either side. */
export interface Pairing {
  /** The link for the other device; null on the device that was given one. */
  readonly link: string | null;
  /** The same to be typed. */
  readonly typed: string | null;
  readonly endsAtMs: number;
  /** `code`: both screens show the same six digits. `done`: paired. */
  readonly step: { readonly kind: 'waits' } | { readonly kind: 'code'; readonly code: string } | { readonly kind: 'done' } | { readonly kind: 'ended'; readonly obstacle: SyncObstacle };
  onStep(listener: () => void): () => void;
  /** The codes are alike: hands the keys over. Only on the device that made the link. */
  confirm(): Promise<void>;
  /** Ends it; nothing has been handed over before {@link confirm}. */
  callOff(): void;
}

/** What a district gives to all its leaders. */
export interface PublishedSettings {
  /** The line of purpose on every report; empty: the app's own. */
  readonly purpose: string;
  /** A pattern that student codes fit; empty: any. */
  readonly codePattern: string;
  /** Local time limits, by the name of the date. */
  readonly timeLimits: Readonly<Record<string, number>>;
}

export interface Published {
  readonly version: number;
  readonly atMs: number;
  readonly roadmap: { readonly title: string; readonly version: string } | null;
  readonly settings: PublishedSettings;
}

type Told<T> = Promise<Result<T, SyncObstacle>>;

export interface Desk {
  readonly state: SyncState;
  /** Calls whenever the state changes. Returns the way to stop. */
  onState(listener: () => void): () => void;
  /** Meets the hub unless it is too early to ask again, or another tab is at it. Never rejects. */
  meet(): Promise<void>;
  /** Sends and fetches now, whatever the waiting time is; resolves when that is over, also without success. */
  sendNow(): Promise<void>;

  readLink(text: string): Result<LinkRead, SyncObstacle>;
  /** Founds the district with an owner link, or joins it with an invitation. `label`: what the device is called in lists. */
  join(text: string, label: string): Told<void>;
  /** How many meetings were finished before joining, as long as the leader has not said whether they go too; else 0. Samples do not count. */
  earlier(): Promise<number>;
  /** Lets them wait for the hub like those that are finished from now on; or keeps them here for good. */
  sendEarlier(send: boolean): Promise<void>;
  /** Takes the keys of this member's other device. */
  pairByLink(text: string, label: string): Told<Pairing>;
  /** Makes a link for another device of this member. */
  offerPairing(): Told<Pairing>;

  invite(role: Role, recovers?: string): Told<Invitation>;
  invitations(): Told<readonly Invitation[]>;
  callOffInvitation(id: string): Told<void>;
  members(): Told<readonly Member[]>;
  removeMember(id: string): Told<void>;
  devices(): Told<readonly Device[]>;
  removeDevice(id: string): Told<void>;

  compare(): Told<Comparison>;
  tryAgain(id: string): Promise<void>;
  /** Takes a refused revision back: the meeting is open again, and its next finish is queued anew. */
  backToDraft(id: string): Promise<void>;
  sendDrafts(on: boolean): Promise<void>;

  /** What this device pulled of other members; for owners and the district role. */
  districtRecords(): Promise<DistrictRecords>;

  published(): Promise<Published | null>;
  publish(settings: PublishedSettings, withRoadmap: boolean): Told<Published>;

  /** Forgets the hub and its keys on this device. Meetings stay; at the next hub it is asked whether they go there. */
  leave(): Told<void>;
}
