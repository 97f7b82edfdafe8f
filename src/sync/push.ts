/**
 * Sends what waits, in batches. Only a receipt over these very bytes lets an item leave the
 * outbox; a refusal puts its item aside, with the reason, and holds nothing else up.
 *
 *   | the hub says                    | then                                                     |
 *   | receipt, same revision and hash | it arrived; the items leave, the receipt stays           |
 *   | receipt of a later revision     | something else was sent under this device's name before: |
 *   | refused `revision-taken`        |   it is pulled, and this goes above it (`raised`)        |
 *   | any other receipt               | `ReceiptDiffers`; the pass ends                          |
 *   | nothing about an item           | it waits on                                              |
 *   | refused otherwise               | put aside                                                |
 *   | the whole batch refused for its size or form | halves, down to the one that it is about    |
 */
import { ok, type Result } from '#domain/result.ts';
import type { MeetingId } from '#domain/ids.ts';
import { outboxId, type OutboxItem } from '#domain/sync/outbox-item.ts';
import { receiptId, type Receipt } from '#domain/sync/receipt.ts';
import { presentKey } from '#seal/content-key.ts';
import { signingBytes } from '#seal/member-keys.ts';
import { pushSchema, type PushAnswer } from '#wire/answers.ts';
import { encodeFrames, framesType } from '#wire/frames.ts';
import { limits } from '#wire/limits.ts';
import { askJson } from './ask.ts';
import { distrust, type Circle } from './circle.ts';
import { row, type Cursors, type OwnRing } from './membership.ts';
import type { SyncObstacle } from './obstacle.ts';
import type { Batch } from './ports.ts';
import { Roadmaps } from './roadmaps.ts';
import { parcelsOf, readKept, wanted, type Kept, type Parcel, type Sealer } from './to-send.ts';

/** How many records are sealed side by side. */
const together = 64;

type Told<T> = Promise<Result<T, SyncObstacle>>;

/** What came of it, beside the counts of the circle. */
export interface Pushed {
  /** Items that something else at the hub stands in the way of. */
  readonly taken: readonly OutboxItem[];
}

/** Sends everything that waits. While one batch is on its way the next is sealed. */
export async function push(circle: Circle, rings: { readonly record: OwnRing; readonly draft: OwnRing | null }): Told<Pushed> {
  const groups = wanted(await circle.ports.storage.readOutbox());
  const sealer = await sealerOf(circle, rings, groups.length);
  const taken: OutboxItem[] = [];
  let batch: Parcel[] = [];
  let bytes = 0;
  let onItsWay: Told<void> = Promise.resolve(ok(undefined));
  const flush = async (): Told<void> => {
    const before = await onItsWay;
    if (!before.ok || batch.length === 0) return before;
    onItsWay = sendBatch(circle, batch, taken);
    onItsWay.catch(() => undefined); // met when it is awaited
    batch = [];
    bytes = 0;
    return before;
  };
  try {
    const some = (from: number): readonly (readonly OutboxItem[])[] => groups.slice(from, from + together);
    let reading = readKept(sealer, some(0));
    for (let from = 0; from < groups.length; from += together) {
      circle.signal.throwIfAborted();
      const kept = await reading;
      reading = readKept(sealer, some(from + together)); // while these are sealed
      reading.catch(() => undefined); // met when it is awaited
      const sealed = await sealTogether(circle, sealer, { groups: some(from), kept });
      if (!sealed.ok) return sealed;
      for (const parcel of sealed.value) {
        if (batch.length === mostRecords(circle) || (batch.length > 0 && bytes + parcel.bytes.length > aimBytes(circle))) {
          const sent = await flush();
          if (!sent.ok) return sent;
        }
        batch.push(parcel);
        bytes += parcel.bytes.length;
      }
    }
    const last = await flush();
    if (!last.ok) return last;
  } finally {
    await onItsWay.catch(() => undefined); // nothing of this pass goes on after it
  }
  const sent = await onItsWay;
  return sent.ok ? ok({ taken }) : sent;
}

/** Seals side by side: each record waits for the browser's threads several times. Roadmaps come first, since readers need them first. */
async function sealTogether(
  circle: Circle, sealer: Sealer, { groups, kept }: { readonly groups: readonly (readonly OutboxItem[])[]; readonly kept: Kept },
): Told<readonly Parcel[]> {
  const parcels: Parcel[] = [];
  const sealed = await parcelsOf(sealer, groups, kept);
  for (const [at, group] of sealed.entries()) {
    const items = groups[at] ?? [];
    if (group) parcels.push(...group);
    const aside = group ? ok(undefined) : await putAside(circle, items.slice(0, 1), 'not-here', items.slice(1));
    if (!aside.ok) return aside;
  }
  return ok(parcels.toSorted((a, b) => Number(b.kind === 'roadmap') - Number(a.kind === 'roadmap')));
}

const mostRecords = ({ hub }: Circle): number => Math.max(2, Math.min(limits.batchRecords, hub?.limits.batchRecords ?? limits.batchRecords));
const aimBytes = ({ hub }: Circle): number => Math.min(limits.batchAimBytes, hub?.limits.batchBytes ?? limits.batchAimBytes);

/** From so many on, the replicas of this member are read at once instead of one by one. */
const manyGroups = 32;

async function sealerOf(circle: Circle, { record, draft }: { readonly record: OwnRing; readonly draft: OwnRing | null }, groups: number): Promise<Sealer> {
  const { storage } = circle.ports;
  const receipts = await storage.readReceipts();
  const there = groups < manyGroups ? null : await storage.readReplicas({ member: circle.me.memberId });
  const key = presentKey(record.keys, 'record');
  if (!key) throw new Error('Broken invariant: the keyring was ensured');
  return {
    circle, signingKey: signingBytes(circle.me.keys), roadmaps: new Roadmaps(circle.ports.storage), sentRoadmaps: new Set(),
    keys: { record: key, draft: draft && presentKey(draft.keys, 'draft') },
    receipts: new Map(receipts.map((receipt) => [receiptId(receipt.record, receipt.kind), receipt])),
    there: there && new Map(there.filter(({ device, kind }) => device === circle.me.deviceId && kind === 'record').map((replica) => [replica.record, replica])),
  };
}

async function sendBatch(circle: Circle, parcels: readonly Parcel[], taken: OutboxItem[]): Told<void> {
  const answer = await askJson(circle.ports, {
    method: 'POST', path: 'records', as: circle.as, bytes: encodeFrames(parcels.map(({ bytes }) => bytes)), type: framesType, answer: pushSchema,
  }, circle.signal);
  if (answer.ok) return settle(circle, parcels, answer.value, taken);
  if (!isAboutBatch(answer.error)) return answer;
  if (parcels.length === 1) return putAside(circle, parcels[0]?.items.slice(0, 1) ?? [], answer.error.type === 'RefusedByHub' ? answer.error.code : 'too-large', parcels[0]?.items.slice(1) ?? []);
  const half = Math.ceil(parcels.length / 2);
  const first = await sendBatch(circle, parcels.slice(0, half), taken);
  return first.ok ? sendBatch(circle, parcels.slice(half), taken) : first;
}

const isAboutBatch = (obstacle: SyncObstacle): boolean =>
  obstacle.type === 'TooLargeForHub' || (obstacle.type === 'RefusedByHub' && ['bad-request', 'bad-frames', 'bad-signature'].includes(obstacle.code));

/** One transaction for the whole answer. */
async function settle(circle: Circle, parcels: readonly Parcel[], { receipts, refused }: PushAnswer, taken: OutboxItem[]): Told<void> {
  const nowMs = circle.ports.nowMs();
  const outboxGone: string[] = [];
  const arrived: Receipt[] = [];
  const aside: OutboxItem[] = [];
  const receiptOf = new Map(receipts.filter(({ deviceId }) => deviceId === circle.me.deviceId).map((receipt) => [`${receipt.recordId}/${receipt.kind}`, receipt]));
  for (const { record, kind, revision, sha256, items } of parcels) {
    const receipt = receiptOf.get(`${record}/${kind}`);
    const refusal = refused.find(({ recordId, deviceId, kind: of }) => recordId === record && of === kind && (deviceId === null || deviceId === circle.me.deviceId));
    const [item, ...earlier] = items;
    if (receipt?.revision === revision && receipt.sha256 === sha256) {
      arrived.push({ record: record as MeetingId, kind, revision, sha256, seq: receipt.seq, atMs: nowMs }); // of our own item
      outboxGone.push(...items.map(outboxId));
      // A roadmap is there once and for all; by which bytes does not matter.
    } else if (kind === 'roadmap' && (receipt ?? refusal?.code === 'revision-taken')) {
      arrived.push({ record: record as MeetingId, kind, revision, sha256: receipt?.sha256 ?? sha256, seq: receipt?.seq ?? 0, atMs: nowMs }); // as above
    } else if (receipt && (receipt.revision <= revision || receipt.superseded !== true)) {
      return distrust({ type: 'ReceiptDiffers', recordId: record });
    } else if (receipt ?? refusal?.code === 'revision-taken') {
      if (item) taken.push(item);
    } else if (refusal && item) {
      outboxGone.push(...earlier.map(outboxId));
      aside.push({ ...item, state: 'refused', code: refusal.code, refusedAtMs: nowMs });
    }
  }
  circle.pushed += arrived.filter(({ kind }) => kind !== 'roadmap').length;
  circle.refused += aside.length;
  const cursors = cursorsAfter(circle, arrived);
  const kept = await circle.keep({ outboxGone, outbox: aside, receipts: arrived, ...(cursors ? { sync: [row('cursors', cursors)] } : {}) });
  if (kept.ok && cursors) circle.cursors = cursors;
  return kept;
}

/**
 * What this device just sent need not come back: the cursor goes over it, as far as no number of
 * another lies between. A tombstone does come back: what is here of its record is emptied then;
 * and a roadmap, which is kept then.
 */
function cursorsAfter({ me: { memberId }, cursors, isRestored }: Circle, arrived: readonly Receipt[]): Cursors | null {
  if (isRestored) return null;
  const before = cursors[memberId] ?? 0;
  const own = new Set(arrived.flatMap(({ kind, seq }) => (kind === 'record' || kind === 'draft' ? [seq] : [])));
  let after = before;
  while (own.has(after + 1)) after += 1;
  return after === before ? null : { ...cursors, [memberId]: after };
}

async function putAside(circle: Circle, items: readonly OutboxItem[], code: string, earlier: readonly OutboxItem[]): Told<void> {
  const refusedAtMs = circle.ports.nowMs();
  circle.refused += items.length;
  const batch: Batch = { outboxGone: earlier.map(outboxId), outbox: items.map((item) => ({ ...item, state: 'refused', code, refusedAtMs })) };
  return circle.keep(batch);
}

/** Puts items above what was pulled of this device, so that the next push is taken. */
export async function raise(circle: Circle, taken: readonly OutboxItem[]): Told<void> {
  const { ports, me } = circle;
  const outbox: OutboxItem[] = [];
  for (const item of taken) {
    const there = (await ports.storage.readReplicas({ member: me.memberId, record: item.record })).find(({ device, kind }) => device === me.deviceId && kind === item.kind);
    outbox.push({ ...item, wireRevision: Math.max(item.revision, item.wireRevision ?? 0, there?.revision ?? 0) + 1 });
  }
  return circle.keep({ outbox });
}
