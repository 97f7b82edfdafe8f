/**
 * Fetches what is new of each member, page by page. A page's rows and its cursor go in together,
 * so a page that is torn, repeated or comes twice changes nothing.
 *
 *   | of a record is here      | comes                          | then                             |
 *   | nothing                  | revision r                     | taken in                         |
 *   | revision r of the device | later                          | taken in, in its place           |
 *   | revision r               | r, the same bytes              | nothing                          |
 *   | revision r               | earlier, or r with other bytes | `ReplicaRolledBack` (after a restore of the hub: what is here stays) |
 *   | a tombstone of the member| anything                       | nothing                          |
 *   | anything                 | a tombstone                    | replicas are emptied; own journals stay as they are |
 *
 * A record whose signature does not hold ends the pass: an honest hub has none. One that is
 * signed and does not open is told and passed over.
 */
import type { DeviceId, MeetingId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { receiptId, type Receipt } from '#domain/sync/receipt.ts';
import { replicaSlot, type PulledReplica } from '#domain/sync/pulled-replica.ts';
import { parseSentRecord, type SentRecord } from '#domain/sync/sent-record.ts';
import type { ContentKey, KeyScope } from '#seal/content-key.ts';
import { openRecord, verifiedEnvelope } from '#seal/record.ts';
import { envelopeHash, type Envelope } from '#wire/envelope.ts';
import { decodeFrames, framesType } from '#wire/frames.ts';
import { ask } from './ask.ts';
import { distrust, type Circle } from './circle.ts';
import { keysOf, readRings, refreshRing } from './keyrings.ts';
import { row } from './membership.ts';
import type { KnownMember } from './members.ts';
import type { SyncObstacle, Unreadable } from './obstacle.ts';
import type { Batch } from './ports.ts';
import { Roadmaps } from './roadmaps.ts';
import { TakingIn } from './take-in.ts';

type Told<T> = Promise<Result<T, SyncObstacle>>;

const pageRows = 500;
/** More pages than any member can fill; ends a hub that never says that it is done. */
const mostPages = 100_000;

/** Fetches what is new of one member. */
export async function pullMember(circle: Circle, member: KnownMember): Told<void> {
  const { memberId } = member;
  const cursor = circle.cursors[memberId] ?? 0;
  const reader = await MemberReader.open(circle, member);
  let after = circle.isRestored ? 0 : cursor;
  let coming: Told<Page> | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    circle.signal.throwIfAborted();
    const page = await (coming ?? fetchPage(circle, memberId, after));
    coming = null;
    if (!page.ok) {
      if (page.error.type !== 'RefusedByHub' || page.error.code !== 'resync' || after === 0) return page;
      after = 0; // what was pruned cannot be had any more; everything that is there is read anew
      continue;
    }
    const { next, more, frames } = page.value;
    if (next < after || (more && next === after)) return distrust({ type: 'SequenceRolledBack', memberId });
    if (more) coming = fetchPage(circle, memberId, next); // on its way while this one is opened
    coming?.catch(() => undefined); // met when it is awaited
    const rows = await reader.readPage(frames, next);
    if (!rows.ok) return rows;
    const cursors = { ...circle.cursors, [memberId]: next };
    const kept = next === cursor && frames.length === 0 ? ok(undefined) : await circle.keep({ ...rows.value, sync: [...(rows.value.sync ?? []), row('cursors', cursors)] });
    if (!kept.ok) return kept;
    circle.cursors = cursors;
    after = next;
    if (!more) return ok(undefined);
  }
  return distrust({ type: 'SequenceRolledBack', memberId });
}

interface Page {
  readonly next: number;
  readonly more: boolean;
  readonly frames: readonly Uint8Array[];
}

async function fetchPage(circle: Circle, memberId: string, after: number): Told<Page> {
  const response = await ask(circle.ports, { method: 'GET', path: `records?member=${memberId}&after=${String(after)}&limit=${String(pageRows)}`, as: circle.as }, circle.signal);
  if (!response.ok) return response;
  const { header, body } = response.value;
  const [next, more] = [header('qc-next') ?? '', header('qc-more') ?? ''];
  const frames = decodeFrames(body);
  const isOurs = (header('content-type') ?? '').startsWith(framesType) && /^\d{1,16}$/.test(next) && /^[01]$/.test(more) && frames.ok;
  return isOurs ? ok({ next: Number(next), more: more === '1', frames: frames.value }) : { ok: false, error: { type: 'NotTheHub' } };
}

/** What is known of one member while its pages are read. */
class MemberReader {
  readonly #circle: Circle;
  readonly #member: KnownMember;
  readonly #isOwn: boolean;
  readonly #replicas: Map<string, PulledReplica>;
  readonly #receipts: ReadonlyMap<string, Receipt>;
  /** Records that this member or this device has removed. */
  readonly #gone: Set<string>;
  readonly #roadmaps: Roadmaps;
  readonly #ahead = new WeakMap<Envelope, ReturnType<typeof openRecord>>();
  readonly #keys = new Map<KeyScope, readonly ContentKey[]>();

  private constructor(circle: Circle, member: KnownMember, known: { readonly replicas: readonly PulledReplica[]; readonly receipts: readonly Receipt[]; readonly gone: Iterable<string> }) {
    this.#circle = circle;
    this.#member = member;
    this.#isOwn = member.memberId === circle.me.memberId;
    this.#replicas = new Map(known.replicas.map((replica) => [keyOf(replica.record, replicaSlot(replica)), { ...replica, content: null }]));
    this.#receipts = new Map(known.receipts.map((receipt) => [receiptId(receipt.record, receipt.kind), receipt]));
    this.#gone = new Set(known.gone);
    this.#roadmaps = new Roadmaps(circle.ports.storage);
  }

  static async open(circle: Circle, member: KnownMember): Promise<MemberReader> {
    const { storage } = circle.ports;
    const isOwn = member.memberId === circle.me.memberId;
    const replicas = await storage.readReplicas({ member: member.memberId });
    const receipts = isOwn ? await storage.readReceipts() : [];
    const outbox = isOwn ? await storage.readOutbox() : [];
    const gone = [...replicas, ...receipts, ...outbox].filter(({ kind }) => kind === 'tombstone').map(({ record }) => record);
    return new MemberReader(circle, member, { replicas, receipts, gone });
  }

  /** The rows of a page, in its order. */
  async readPage(frames: readonly Uint8Array[], seq: number): Told<Batch> {
    const parts: Batch[] = [];
    const touched = new Map<string, PulledReplica>();
    const takingIn = new TakingIn(this.#circle.ports);
    if (frames.length > 0 && this.#member.signers.length === 0) return distrust({ type: 'UnknownMember', memberId: this.#member.memberId });
    const verified = await Promise.all(frames.map((frame) => verifiedEnvelope(this.#circle.me.hubId, new Uint8Array(frame), this.#member.signers)));
    const envelopes = verified.flatMap((envelope) => (envelope.ok && envelope.value.header.memberId === this.#member.memberId ? [envelope.value] : []));
    if (envelopes.length < frames.length) return distrust({ type: 'RecordForged', memberId: this.#member.memberId });
    await this.#openAhead(envelopes);
    for (const envelope of envelopes) {
      this.#circle.signal.throwIfAborted();
      const read = await this.#readOne(envelope, { seq, sha256: envelopeHash(envelope.bytes), takingIn });
      if (!read.ok) return read;
      const { replicas, batch } = read.value;
      for (const replica of replicas) {
        const key = keyOf(replica.record, replicaSlot(replica));
        this.#replicas.set(key, { ...replica, content: null }); // known is that it is here, not what it holds
        touched.set(key, replica);
      }
      if (batch) parts.push(batch);
      if (replicas.length > 0) this.#circle.pulled += 1;
    }
    return ok({ replicas: [...touched.values()], parts });
  }

  async #readOne(envelope: Envelope, at: { readonly seq: number; readonly sha256: string; readonly takingIn: TakingIn }): Told<Taken> {
    const { header } = envelope;
    const { memberId } = this.#member;
    const kind = header.kind;
    if (kind === 'roadmap') return this.#readRoadmap(envelope);
    const facts = {
      member: memberId, record: header.recordId as MeetingId, device: header.deviceId as DeviceId, kind, // ids by the header's form
      revision: header.revision, sha256: at.sha256, seq: at.seq, atMs: this.#circle.ports.nowMs(),
    };
    const known = this.#replicas.get(keyOf(facts.record, replicaSlot(facts)));
    if (known && kind !== 'tombstone' && known.kind !== 'tombstone') {
      if (known.revision === facts.revision && known.sha256 === facts.sha256) return ok(nothing);
      if (facts.revision <= known.revision) return this.#circle.isRestored ? ok(nothing) : distrust({ type: 'ReplicaRolledBack', memberId, recordId: facts.record });
    }
    if (kind === 'tombstone') return ok({ replicas: this.#emptied({ ...facts, content: null }) });
    if (this.#gone.has(facts.record)) return ok(nothing);
    const sent = this.#ownReceipt(facts);
    if (sent && sent.revision > facts.revision && !this.#circle.isRestored) return distrust({ type: 'ReplicaRolledBack', memberId, recordId: facts.record });
    // Just as this device sent it: all of it is here.
    if (sent?.revision === facts.revision && sent.sha256 === facts.sha256) return ok(nothing);
    const content = await this.#contentOf(envelope);
    if (!content.ok) return content;
    if (typeof content.value === 'string') return ok(this.#passedOver(facts, content.value));
    if (!this.#isOwn) return ok({ replicas: [{ ...facts, content: content.value }] });
    return this.#takeIn(facts, content.value, at.takingIn);
  }

  async #takeIn(facts: Omit<PulledReplica, 'content'>, content: SentRecord, takingIn: TakingIn): Told<Taken> {
    const roadmap = await this.#roadmaps.find(content.roadmap);
    if (!roadmap) return facts.kind === 'draft' ? ok(this.#passedOver(facts, 'inside')) : distrust({ type: 'RoadmapWithheld', memberId: facts.member });
    const rows = await takingIn.rowsOf(content, facts.kind === 'draft' ? 'draft' : 'record', roadmap);
    if (typeof rows === 'string') return ok(this.#passedOver(facts, rows));
    // What stands under this device's own name and is not what it sent goes along with its next push.
    const replica = { ...facts, content: facts.device === this.#circle.me.deviceId ? content : null };
    return ok({ replicas: [replica], ...(rows ? { batch: rows } : {}) });
  }

  /** What the body holds; the reason where it cannot be used. */
  async #contentOf(envelope: Envelope): Told<SentRecord | Unreadable['because']> {
    const opened = await this.#open(envelope);
    if (!opened.ok) return opened;
    if (typeof opened.value === 'string') return ok(opened.value);
    const record = parseSentRecord(opened.value.inside);
    return ok(record.ok && record.value.meeting === envelope.header.recordId ? record.value : 'inside');
  }

  async #readRoadmap(envelope: Envelope): Told<Taken> {
    const opened = await this.#open(envelope);
    if (!opened.ok) return opened;
    const read = typeof opened.value === 'string' ? null : Roadmaps.read(envelope.header.recordId, opened.value.inside);
    if (!read) return ok(this.#passedOver({ record: envelope.header.recordId }, 'inside'));
    this.#roadmaps.learn(read.roadmap);
    return ok({ replicas: [], batch: read.batch });
  }

  async #open(envelope: Envelope): Told<{ readonly inside: unknown } | Unreadable['because']> {
    const { me } = this.#circle;
    const keys = await this.#keysFor(envelope);
    if (!keys.ok) return keys;
    const opened = await (this.#ahead.get(envelope) ?? openRecord(me.hubId, envelope, keys.value));
    if (opened.ok) return ok({ inside: opened.value });
    if (opened.error.because === 'key') return distrust({ type: 'KeyWithheld', memberId: this.#member.memberId });
    return ok(opened.error.because === 'inside' ? 'inside' : 'seal');
  }

  /** Begins to open a whole page side by side, as far as its keys are known: each body waits for the browser's threads several times. */
  async #openAhead(envelopes: readonly Envelope[]): Promise<void> {
    const [first] = envelopes.filter(({ header }) => header.kind !== 'tombstone');
    if (!first) return;
    const keys = await this.#keysFor(first);
    if (!keys.ok) return; // told when it is its turn
    for (const envelope of envelopes) {
      const { kind, keyId } = envelope.header;
      if (kind !== 'tombstone' && keys.value.some((key) => key.keyId === keyId)) this.#ahead.set(envelope, openRecord(this.#circle.me.hubId, envelope, keys.value));
    }
  }

  /** Read once; again when a record bears a key that is not among them. */
  async #keysFor({ header: { kind, keyId } }: Envelope): Told<readonly ContentKey[]> {
    const scope = kind === 'draft' ? 'draft' : 'record';
    const known = this.#keys.get(scope);
    if (known?.some((key) => key.keyId === keyId)) return ok(known);
    const found = await this.#findKeys(scope, keyId);
    if (found.ok) this.#keys.set(scope, found.value);
    return found;
  }

  async #findKeys(scope: KeyScope, keyId: string): Told<readonly ContentKey[]> {
    if (!this.#isOwn) return keysOf(this.#circle, this.#member, keyId);
    const ring = (await readRings(this.#circle))[scope];
    return ring.keys.some((key) => key.keyId === keyId) ? ok(ring.keys) : refreshRing(this.#circle, scope, this.#member);
  }

  /** A tombstone empties every replica of its record, and stays. */
  #emptied(tombstone: PulledReplica): PulledReplica[] {
    const { record } = tombstone;
    if (this.#replicas.get(keyOf(record, tombstone.device))?.kind === 'tombstone') return [];
    this.#gone.add(record);
    const others = [...this.#replicas.values()].filter((replica) => replica.record === record && replica.device !== tombstone.device);
    return [tombstone, ...others.map((replica): PulledReplica => ({ ...replica, content: null }))];
  }

  /** What the hub acknowledged of this device, when the replica stands under its name. */
  #ownReceipt({ record, kind, device }: Omit<PulledReplica, 'content'>): Receipt | undefined {
    return this.#isOwn && device === this.#circle.me.deviceId ? this.#receipts.get(receiptId(record, kind)) : undefined;
  }

  #passedOver({ record }: { readonly record: string }, because: Unreadable['because']): Taken {
    this.#circle.unreadable.push({ memberId: this.#member.memberId, recordId: record, because });
    return nothing;
  }
}

interface Taken {
  readonly replicas: readonly PulledReplica[];
  readonly batch?: Batch;
}

const nothing: Taken = { replicas: [] };
const keyOf = (record: string, slot: string): string => `${record}/${slot}`;
