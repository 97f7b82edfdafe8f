/** The desk of an app, put together: the engine of `sync`, the store, and this device. */
import { sendToHub } from '#device/hub-send.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { compare, queueMissing } from '#sync/compare.ts';
import { found, join, readLink } from '#sync/join.ts';
import type { Locks } from '#sync/lease.ts';
import { identitySchema, type Identity } from '#sync/membership.ts';
import type { SyncPorts } from '#sync/ports.ts';
import type { Link } from '#wire/link.ts';
import type { App } from '../app.ts';
import { readChoices } from './choices.ts';
import type { Desk, LinkRead, SyncObstacle, SyncState } from './desk.ts';
import { readDistrictRecords } from './district-records.ts';
import { keepEarlier, queueEarlier, unqueued } from './earlier.ts';
import { fingerprintGroups } from './fingerprint.ts';
import { errand, withinLimit, type Hub } from './hub.ts';
import { leave } from './leave.ts';
import { MeetingsWithHub, sendDrafts } from './meetings-with-hub.ts';
import { callOffInvitation, devices, invitations, invite, members, removeDevice, removeMember } from './members.ts';
import { offerPairing, pairByLink } from './pairing.ts';
import { publish, readPublished } from './publish.ts';
import { backToDraft, tryAgain } from './tray.ts';
import { emptyQueue, watchQueue, type QueueState } from './watch-queue.ts';

/** An errand that takes longer is called off: somebody is looking at a screen. */
const errandMs = 60_000;
/** Records of others that a screen names; it counts all. */
const latestShown = 8;

/** What is around a desk; tests give others. */
export interface Around {
  readonly send: SyncPorts['send'];
  readonly origin: string;
  readonly locks: Locks | null;
}

const browser = (): Around => ({ send: sendToHub, origin: location.origin, locks: 'locks' in navigator ? navigator.locks : null });

/** Reads the present state and follows it until the app is locked. */
export async function createDesk(app: App, around: Around = browser()): Promise<Desk> {
  const desk = new RealDesk(app, around);
  await desk.begin();
  return desk;
}

class RealDesk implements Desk {
  readonly #hub: Hub;
  readonly #app: App;
  readonly #meetings: MeetingsWithHub;
  readonly #stop = new AbortController();
  readonly #listeners = new Set<() => void>();
  #queue: QueueState = emptyQueue;
  #membership: SyncState['membership'] = null;
  #drafts = false;

  constructor(app: App, { send, origin, locks }: Around) {
    this.#app = app;
    const ports: SyncPorts = {
      storage: app.store, send, nowMs: app.nowMs, random: Math.random, newId: app.newId,
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    };
    this.#hub = { app, ports, origin, locks, signal: () => limited(this.#stop.signal) };
    this.#meetings = new MeetingsWithHub({ ...this.#hub, signal: () => this.#stop.signal }, () => { this.#tell(); });
  }

  async begin(): Promise<void> {
    await this.#look();
    await this.#meetings.recall();
    const stops = [
      this.#app.store.watchNamed('sync', () => void this.#look()), // told to the listeners
      watchQueue(this.#app, (queue) => {
        this.#queue = queue;
        this.#tell();
      }),
    ];
    const leave = this.#app.vault.onLock(() => {
      leave();
      for (const stop of stops) stop();
      this.#meetings.stop();
      this.#stop.abort();
    });
  }

  get state(): SyncState {
    const { reach, lastMetAtMs, running } = this.#meetings.state;
    return { membership: this.#membership, ...this.#queue, reach, lastMetAtMs, running, drafts: this.#drafts };
  }

  onState(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  meet = (): Promise<void> => this.#meetings.meet();
  sendNow = (): Promise<void> => this.#meetings.meetNow();

  readLink(text: string): Result<LinkRead, SyncObstacle> {
    const link = this.#parse(text);
    if (!link.ok) return link;
    return ok({ kind: link.value.kind, fingerprint: link.value.kind === 'owner' ? null : fingerprintGroups(link.value.fingerprint) });
  }

  async join(text: string, label: string): Promise<Result<void, SyncObstacle>> {
    const link = this.#parse(text);
    if (!link.ok) return link;
    const enter = link.value.kind === 'owner' ? found : join;
    const entered = await withinLimit(this.#hub.signal(), (signal) => enter(this.#hub.ports, link.value, { label, signal }));
    if (!entered.ok) return entered;
    await this.#look();
    void this.#meetings.meetNow(); // its outcome is in the state
    return ok(undefined);
  }

  earlier = async (): Promise<number> => ((await readChoices(this.#app)).answered ? 0 : (await unqueued(this.#app)).length);
  sendEarlier = (send: boolean): Promise<void> => (send ? queueEarlier : keepEarlier)(this.#app);

  async pairByLink(text: string, label: string): ReturnType<Desk['pairByLink']> {
    const link = this.#parse(text);
    return link.ok ? pairByLink(this.#hub, link.value, label) : link;
  }
  offerPairing = (): ReturnType<Desk['offerPairing']> => offerPairing(this.#hub);

  invite: Desk['invite'] = (role, recovers) => invite(this.#hub, role, recovers);
  invitations: Desk['invitations'] = () => invitations(this.#hub);
  callOffInvitation: Desk['callOffInvitation'] = (id) => callOffInvitation(this.#hub, id);
  members: Desk['members'] = () => members(this.#hub);
  removeMember: Desk['removeMember'] = (id) => removeMember(this.#hub, id);
  devices: Desk['devices'] = () => devices(this.#hub);
  removeDevice: Desk['removeDevice'] = (id) => removeDevice(this.#hub, id);

  compare: Desk['compare'] = () => errand(this.#hub, async (circle) => {
    const compared = await compare(circle);
    if (compared.ok && compared.value.missing.length > 0) await queueMissing(circle, { ...compared.value, different: [] });
    return compared;
  });
  tryAgain = (id: string): Promise<void> => tryAgain(this.#app, id);
  backToDraft = (id: string): Promise<void> => backToDraft(this.#app, id);
  async sendDrafts(on: boolean): Promise<void> {
    await sendDrafts(this.#hub, on);
    await this.#look();
  }

  districtRecords: Desk['districtRecords'] = () => readDistrictRecords(this.#app, this.#membership?.memberId ?? '', latestShown);

  published: Desk['published'] = () => readPublished(this.#hub.ports);
  publish: Desk['publish'] = (settings, withRoadmap) => publish(this.#hub, settings, withRoadmap);

  async leave(): Promise<Result<void, SyncObstacle>> {
    const left = await leave(this.#hub);
    await this.#look();
    return left;
  }

  /** A link of this hub; typed groups name no address. */
  #parse(text: string): Result<Link, SyncObstacle> {
    const link = readLink(text);
    if (!link.ok) return link;
    const address = /^\s*(https?:\/\/[^#\s]+)#/i.exec(text)?.[1];
    const url = address !== undefined && URL.canParse(address) ? new URL(address) : null;
    return url && url.origin !== this.#hub.origin ? err({ type: 'OtherHub', host: url.host }) : link;
  }

  async #look(): Promise<void> {
    const [row, { drafts }] = await Promise.all([this.#app.store.readNamed('sync', 'identity'), readChoices(this.#app)]);
    const identity = identitySchema.safeParse(row);
    this.#membership = identity.success ? membershipOf(identity.data) : null;
    this.#drafts = drafts;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A signal for one errand. Not by AbortSignal.any, which Safari has from 17.4 on. */
function limited(stop: AbortSignal): AbortSignal {
  const limit = new AbortController();
  const end = (): void => { limit.abort(); };
  AbortSignal.timeout(errandMs).addEventListener('abort', end);
  stop.addEventListener('abort', end, { once: true, signal: limit.signal });
  return limit.signal;
}

const membershipOf = ({ role, hubId, memberId, deviceId, joinedAtMs, pin, confirmed }: Identity): NonNullable<SyncState['membership']> =>
  ({ role, hubId, memberId, deviceId, joinedAtMs, confirmed, fingerprint: fingerprintGroups(pin) });
