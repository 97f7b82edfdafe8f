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
import type { OwnRing } from './membership.ts';
import type { SyncObstacle } from './obstacle.ts';
import type { Batch } from './ports.ts';
import { Roadmaps } from './roadmaps.ts';
import { parcelsOf, wanted, type Parcel, type Sealer } from './to-send.ts';

/** How many records are sealed side by side. */
const together = 64;

type Told<T> = Promise<Result<T, SyncObstacle>>;

/** What came of it, beside the counts of the circle. */
export interface Pushed {
  /** Items that something else at the hub stands in the way of. */
  readonly taken: readonly OutboxItem[];
}

/** Sends everything that waits. */
export async function push(circle: Circle, rings: { readonly record: OwnRing; readonly draft: OwnRing | null }): Told<Pushed> {
  const sealer = await sealerOf(circle, rings);
  const groups = wanted(await circle.ports.storage.readOutbox());
  const taken: OutboxItem[] = [];
  let batch: Parcel[] = [];
  let bytes = 0;
  const flush = async (): Told<void> => {
    const sent = batch.length > 0 ? await sendBatch(circle, batch, taken) : ok(undefined);
    batch = [];
    bytes = 0;
    return sent;
  };
  for (let from = 0; from < groups.length; from += together) {
    circle.signal.throwIfAborted();
    const sealed = await sealTogether(circle, sealer, groups.slice(from, from + together));
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
  const sent = await flush();
  return sent.ok ? ok({ taken }) : sent;
}

/** Seals side by side: each record waits for the browser's threads several times. Roadmaps come first, since readers need them first. */
async function sealTogether(circle: Circle, sealer: Sealer, groups: readonly (readonly OutboxItem[])[]): Told<readonly Parcel[]> {
  const parcels: Parcel[] = [];
  const sealed = await Promise.all(groups.map((items) => parcelsOf(sealer, items)));
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

async function sealerOf(circle: Circle, { record, draft }: { readonly record: OwnRing; readonly draft: OwnRing | null }): Promise<Sealer> {
  const receipts = await circle.ports.storage.readReceipts();
  const key = presentKey(record.keys, 'record');
  if (!key) throw new Error('Broken invariant: the keyring was ensured');
  return {
    circle, signingKey: signingBytes(circle.me.keys), roadmaps: new Roadmaps(circle.ports.storage), sentRoadmaps: new Set(),
    keys: { record: key, draft: draft && presentKey(draft.keys, 'draft') },
    receipts: new Map(receipts.map((receipt) => [receiptId(receipt.record, receipt.kind), receipt])),
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
  for (const { record, kind, revision, sha256, items } of parcels) {
    const receipt = receipts.find(({ recordId, deviceId, kind: of }) => recordId === record && of === kind && deviceId === circle.me.deviceId);
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
  return circle.keep({ outboxGone, outbox: aside, receipts: arrived });
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
