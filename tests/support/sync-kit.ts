/** A real hub without a network, and tablets in memory that meet it through the engine of `src/sync`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { digestOf } from '#domain/digest-of.ts';
import type { Change } from '#domain/change.ts';
import type { Edit } from '#domain/entry.ts';
import { entryIdOf, type ActId, type DeviceId, type MeetingId } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { finishEdits, recordOf, reopenEdits, revisionOf } from '#domain/record/finish.ts';
import { mergeRecords } from '#domain/record/merge-records.ts';
import { assert, type Result } from '#domain/result.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { emptyClock, follow, nodeIdFromBytes, stampOf, tick, witness } from '#domain/stamp.ts';
import { queuedRecord, queuedTombstone } from '#domain/sync/outbox-item.ts';
import type { SentRecord } from '#domain/sync/sent-record.ts';
import { createLogs } from '../../src/hub/log.ts';
import { createMetrics } from '../../src/hub/metrics.ts';
import { openStore } from '../../src/hub/open-store.ts';
import { makeOwnerLink } from '../../src/hub/owner-link.ts';
import { createServer } from '../../src/hub/server.ts';
import { Circle } from '#sync/circle.ts';
import { answerPairing, claimPairing, found, invite, join as joinHub, offerPairing, readClaim, readLink, takePairing } from '#sync/join.ts';
import { readIdentity, type Identity } from '#sync/membership.ts';
import { meet, pass, type PassReport } from '#sync/pass.ts';
import type { HubRequest, HubResponse, SyncPorts } from '#sync/ports.ts';
import type { Role } from '#wire/ids.ts';
import type { Link } from '#wire/link.ts';
import { FakeClock, MemoryStore } from './fake-app.ts';

export interface TestHub {
  readonly server: FastifyInstance;
  readonly ownerLink: Link;
  readonly clock: FakeClock;
  close(): Promise<void>;
}

/** A hub with a database of its own. */
export async function testHub(): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'sync-hub-'));
  const opened = await openStore({ data: folder, database: undefined, connections: 1, 'max-data-mb': 0 });
  assert(opened.ok, 'the hub opens its store');
  const { store } = opened.value;
  const { hubId } = await store.district();
  const clock = new FakeClock();
  const hub = { hubId, store, nowMs: () => clock.nowMs, logs: createLogs('off', () => undefined), metrics: createMetrics(false) };
  const server = await createServer({ dist: resolve('public'), hub, rates: { perAddress: 10_000_000, perDevice: 10_000_000 } });
  const { kept, fragment } = makeOwnerLink();
  await store.keepFirstOwnerLink(kept);
  const ownerLink = valueOf(readLink(fragment));
  return {
    server, ownerLink, clock,
    close: async () => {
      await server.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function valueOf<T, E>(result: Result<T, E>): T {
  assert(result.ok, `it succeeds: ${result.ok ? '' : JSON.stringify(result.error)}`);
  return result.value;
}

/** What lies between a tablet and the hub. */
export type Road = (request: HubRequest, go: (request: HubRequest) => Promise<HubResponse>) => Promise<HubResponse>;

/** An answer as the engine gets it. */
export const answerOf = (status: number, headers: Readonly<Record<string, unknown>>, body: Uint8Array): HubResponse => ({
  status,
  header: (name) => { const value = headers[name]; return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null; },
  body: new Uint8Array(body),
});

export async function askServer(server: FastifyInstance, { method, path, headers, body }: HubRequest): Promise<HubResponse> {
  const answer = await server.inject({ method, url: `/api/v1/${path}`, headers: { ...headers }, ...(body ? { payload: Buffer.from(body) } : {}) });
  return answerOf(answer.statusCode, answer.headers, answer.rawPayload);
}

let tablets = 0;

export class Tablet {
  readonly clock = new FakeClock();
  readonly store = new MemoryStore(this.clock);
  readonly ports: SyncPorts;
  road: Road = (request, go) => go(request);
  roadmap: Roadmap = defaultRoadmap();
  #stamps;
  readonly #device = crypto.randomUUID() as DeviceId;

  /** Without a hub of this process the road leads to one. */
  constructor(hub: TestHub | null) {
    tablets += 1;
    this.#stamps = emptyClock(nodeIdFromBytes(Uint8Array.of(9, 9, 9, 9, tablets >> 24, tablets >> 16, tablets >> 8, tablets)));
    this.ports = {
      storage: this.store,
      send: (request) => this.road(request, (one) => (hub ? askServer(hub.server, one) : Promise.reject(new TypeError('no road')))),
      nowMs: () => this.clock.nowMs,
      random: () => 0.5,
      newId: () => crypto.randomUUID(),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    };
  }

  pass(drafts = false): Promise<PassReport> {
    return pass(this.ports, { drafts });
  }

  async me(): Promise<Identity> {
    const me = await readIdentity(this.ports);
    assert(me, 'it joined');
    return me;
  }

  /** A circle that has met the hub, for errands. */
  async circle(): Promise<Circle> {
    const circle = await Circle.begin(this.ports, await this.me(), new AbortController().signal);
    valueOf(await meet(circle));
    return circle;
  }

  journal(meeting: MeetingId): Change[] {
    return this.store.changes.filter((change) => change.meeting === meeting);
  }

  /** Writes edits with stamps of this tablet's clock. */
  async writes(meeting: MeetingId, edits: readonly Edit[], along: Parameters<MemoryStore['write']>[0] = {}): Promise<void> {
    const journal = this.journal(meeting);
    const replica = replicaOf(journal);
    const act = crypto.randomUUID() as ActId;
    for (const { stamp } of journal) this.#stamps = witness(this.#stamps, stamp, this.clock.nowMs);
    const changes = edits.map(({ entry, kind, value }): Change => {
      const before = replica.get(entry);
      if (before) this.#stamps = follow(this.#stamps, before.stamp);
      this.#stamps = tick(this.#stamps, this.clock.nowMs);
      return { meeting, stamp: stampOf(this.#stamps), act, entry, kind, value };
    });
    const digest = digestOf(meetingOf(replicaOf([...journal, ...changes])), this.roadmap);
    await this.store.write({ changes, listed: { id: meeting, open: digest.state !== 'finished', digest }, ...along });
  }

  notes(meeting: MeetingId, text: string, id = crypto.randomUUID().slice(0, 8)): Promise<void> {
    const value = text === '' ? null : { text, tag: null, about: { to: 'meeting' as const, id: '' }, atMs: 1 };
    return this.writes(meeting, [{ kind: 'note', entry: entryIdOf('note', id), value }], { roadmap: this.roadmap });
  }

  /** Finishes, or finishes again, and lets it wait for the hub. */
  async finishes(meeting: MeetingId): Promise<void> {
    const before = meetingOf(replicaOf(this.journal(meeting)));
    await this.writes(meeting, reopenEdits(before));
    const kept = Math.max(0, ...(await this.store.readRevisions(meeting)));
    await this.writes(meeting, finishEdits(meetingOf(replicaOf(this.journal(meeting))), this.clock.nowMs, kept));
    const replica = replicaOf(this.journal(meeting));
    const revision = revisionOf(meetingOf(replica));
    const record = recordOf({ meeting, device: this.#device, replica, roadmap: this.roadmap, finishedAtMs: this.clock.nowMs, revision });
    await this.store.write({ record, outbox: [queuedRecord(meeting, revision, this.clock.nowMs)] });
  }

  async removes(meeting: MeetingId): Promise<void> {
    const known = [...this.store.synced.receipts.values(), ...this.store.synced.outbox.values(), ...this.store.synced.replicas.values()].filter(({ record }) => record === meeting);
    const revision = Math.max(0, ...known.map((row) => row.revision)) + 1;
    valueOf(await this.store.removeMeeting(meeting, undefined, queuedTombstone(meeting, revision, this.clock.nowMs)));
    this.store.records.splice(0, this.store.records.length, ...this.store.records.filter((record) => record.meeting !== meeting));
  }

  /** What a reader sees of all records that were pulled: the text of the notes by meeting. */
  sees(): Record<string, string[]> {
    const groups = new Map<string, SentRecord[]>();
    for (const { record, content } of this.store.synced.replicas.values()) if (content) groups.set(record, [...(groups.get(record) ?? []), content]);
    return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, replicas]) => [id, textsOf(mergeRecords(replicas)?.entries ?? [])]));
  }

  /** The same of the own journals. */
  has(meeting: MeetingId): string[] {
    return textsOf([...replicaOf(this.journal(meeting)).values()]);
  }
}

/** The texts of the notes that are there, sorted. */
export const textsOf = (entries: readonly { readonly kind: string; readonly value?: unknown }[]): string[] =>
  entries.filter(({ kind, value }) => kind === 'note' && value !== null).map(({ value }) => (value as { text: string }).text).sort(); // a note, by its kind

export const newMeeting = (): MeetingId => crypto.randomUUID() as MeetingId;
const signal = new AbortController().signal;

/** The first owner. */
export async function founder(hub: TestHub): Promise<Tablet> {
  const tablet = new Tablet(hub);
  valueOf(await found(tablet.ports, hub.ownerLink, { signal }));
  return tablet;
}

/** Invites, joins and countersigns. */
export async function joined(hub: TestHub, owner: Tablet, role: Role, recovers: string | null = null): Promise<Tablet> {
  const tablet = new Tablet(hub);
  const { link } = valueOf(await invite(await owner.circle(), { role, recovers }));
  valueOf(await joinHub(tablet.ports, link, { signal }));
  expectDone(await owner.pass());
  return tablet;
}

/** The report of a pass that did everything. */
export function expectDone(report: PassReport): PassReport {
  assert(report.obstacle === null, `the pass is done: ${JSON.stringify(report.obstacle)}`);
  return report;
}

/** Another device of the same member, paired by link and code. */
export async function paired(hub: TestHub, first: Tablet): Promise<Tablet> {
  const tablet = new Tablet(hub);
  const circle = await first.circle();
  const offer = valueOf(await offerPairing(circle));
  const claiming = valueOf(await claimPairing(tablet.ports, offer.link, { signal }));
  const claimed = valueOf(await readClaim(circle, offer));
  assert(claimed?.code === claiming.code, 'both show the same code');
  valueOf(await answerPairing(circle, offer, claimed));
  assert(valueOf(await takePairing(tablet.ports, claiming, signal)), 'it is answered');
  return tablet;
}
