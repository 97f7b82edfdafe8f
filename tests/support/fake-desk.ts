/** A desk whose hub answers as the test says; everything that was asked of it is written down. */
import type { App } from '#app/app.ts';
import type {
  Comparison, Desk, Device, DistrictRecords, Invitation, LinkRead, Member, Pairing, Published, QueueLine, SyncObstacle, SyncState,
} from '#app/sync/desk.ts';
import { setDesk } from '#app/sync/open-desk.ts';
import type { MeetingId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { countingId, tenOClock } from './fake-app.ts';

export const member: NonNullable<SyncState['membership']> = {
  role: 'leader', hubId: countingId(0x1), memberId: countingId(0x2), deviceId: countingId(0xd0), joinedAtMs: tenOClock - 86_400_000,
  fingerprint: '7F3K M2QD 94TW 0AB1', confirmed: true,
};

export const queueLine = (news: Partial<QueueLine> = {}): QueueLine => ({
  id: `${countingId(0x10)}:record:1`, meeting: countingId(0x10) as MeetingId, kind: 'record', revision: 1, queuedAtMs: tenOClock - 60_000,
  about: { code: 'R-14', type: 'annual' }, refusedBecause: null, ...news,
});

export class FakePairing implements Pairing {
  link: string | null;
  typed: string | null = null;
  endsAtMs = tenOClock + 600_000;
  step: Pairing['step'] = { kind: 'waits' };
  confirmed = false;
  calledOff = false;
  readonly #listeners = new Set<() => void>();

  constructor(link: string | null) {
    this.link = link;
  }
  onStep(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  become(step: Pairing['step']): void {
    this.step = step;
    for (const listener of this.#listeners) listener();
  }
  confirm(): Promise<void> {
    this.confirmed = true;
    this.become({ kind: 'done' });
    return Promise.resolve();
  }
  callOff(): void {
    this.calledOff = true;
  }
}

export class FakeDesk implements Desk {
  state: SyncState = {
    membership: null, waiting: [], refused: [], arrived: { count: 0, codes: [], atMs: null },
    reach: { kind: 'not-tried' }, lastMetAtMs: null, running: false, drafts: false,
  };
  readonly asked: string[] = [];
  /** What every question to the hub meets; null: nothing. */
  obstacle: SyncObstacle | null = null;
  link: Result<LinkRead, SyncObstacle> = ok({ kind: 'invitation', fingerprint: '7F3K M2QD 94TW 0AB1' });
  pairing = new FakePairing('https://hub.example.org/join#p.pairing.secret.print');
  comparison: Comparison = { atMs: tenOClock, here: 3, there: 3, same: 3, missing: [], different: [] };
  memberRows: Member[] = [];
  deviceRows: Device[] = [];
  out: Invitation[] = [];
  earlierCount = 0;
  pulled: DistrictRecords = { count: 0, leaders: 0, latest: [] };
  publishedNow: Published | null = null;
  readonly #listeners = new Set<() => void>();

  /** The desk of a member, on the app. */
  static on(app: App, state: Partial<SyncState> = {}): FakeDesk {
    const desk = new FakeDesk();
    desk.state = { ...desk.state, ...state };
    setDesk(app, desk);
    return desk;
  }

  become(state: Partial<SyncState>): void {
    this.state = { ...this.state, ...state };
    for (const listener of this.#listeners) listener();
  }
  onState(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #told<T>(what: string, value: T): Promise<Result<T, SyncObstacle>> {
    this.asked.push(what);
    return Promise.resolve(this.obstacle === null ? ok(value) : err(this.obstacle));
  }
  #done(what: string): Promise<void> {
    this.asked.push(what);
    return Promise.resolve();
  }

  meet = (): Promise<void> => this.#done('meet');
  sendNow = (): Promise<void> => this.#done('send now');
  readLink = (): Result<LinkRead, SyncObstacle> => this.link;
  join = async (text: string, label: string): Promise<Result<void, SyncObstacle>> => {
    const told = await this.#told(`join ${text} as ${label}`, undefined);
    if (told.ok) this.become({ membership: member });
    return told;
  };
  earlier = (): Promise<number> => Promise.resolve(this.earlierCount);
  sendEarlier = (send: boolean): Promise<void> => this.#done(send ? 'send earlier' : 'keep earlier');
  pairByLink = (): Promise<Result<Pairing, SyncObstacle>> => this.#told('pair', this.pairing);
  offerPairing = (): Promise<Result<Pairing, SyncObstacle>> => this.#told('offer pairing', this.pairing);
  invite: Desk['invite'] = (role, recovers) =>
    this.#told(`invite ${role}${recovers === undefined ? '' : ` for ${recovers}`}`, {
      id: countingId(0x20), role, recovers: recovers ?? null, endsAtMs: tenOClock + 7 * 86_400_000, link: 'https://hub.example.org/join#i.invitation.secret.print',
    });
  invitations = (): Promise<Result<readonly Invitation[], SyncObstacle>> => this.#told('invitations', this.out);
  callOffInvitation = (id: string): Promise<Result<void, SyncObstacle>> => this.#told(`call off ${id}`, undefined);
  members = (): Promise<Result<readonly Member[], SyncObstacle>> => this.#told('members', this.memberRows);
  removeMember = (id: string): Promise<Result<void, SyncObstacle>> => this.#told(`remove member ${id}`, undefined);
  devices = (): Promise<Result<readonly Device[], SyncObstacle>> => this.#told('devices', this.deviceRows);
  removeDevice = (id: string): Promise<Result<void, SyncObstacle>> => this.#told(`remove device ${id}`, undefined);
  compare = (): Promise<Result<Comparison, SyncObstacle>> => this.#told('compare', this.comparison);
  tryAgain = (id: string): Promise<void> => this.#done(`again ${id}`);
  backToDraft = (id: string): Promise<void> => this.#done(`draft ${id}`);
  sendDrafts = (on: boolean): Promise<void> => {
    this.become({ drafts: on });
    return this.#done(`drafts ${String(on)}`);
  };
  districtRecords: Desk['districtRecords'] = () => Promise.resolve(this.pulled);
  published = (): Promise<Published | null> => Promise.resolve(this.publishedNow);
  publish: Desk['publish'] = (settings) => this.#told(`publish ${settings.purpose}`, { version: 1, atMs: tenOClock, roadmap: null, settings });
  leave = (): Promise<Result<void, SyncObstacle>> => this.#told('leave', undefined);
}
