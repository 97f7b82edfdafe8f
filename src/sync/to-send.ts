/** From what waits to the bytes that are sent. Whatever is not here any more is told as such. */
import type { DeviceId, MeetingId } from '#domain/ids.ts';
import { replicaOf } from '#domain/merge.ts';
import { recordOf } from '#domain/record/finish.ts';
import { mergeRecords } from '#domain/record/merge-records.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { OutboxItem } from '#domain/sync/outbox-item.ts';
import type { PulledReplica } from '#domain/sync/pulled-replica.ts';
import type { Receipt } from '#domain/sync/receipt.ts';
import { receiptId } from '#domain/sync/receipt.ts';
import { sentRecordOf, type SentRecord } from '#domain/sync/sent-record.ts';
import type { ContentKey } from '#seal/content-key.ts';
import { sealRecord, sealTombstone } from '#seal/record.ts';
import { envelopeHash, type EnvelopeKind } from '#wire/envelope.ts';
import type { Circle } from './circle.ts';
import { isShipped, roadmapHash, roadmapRecordId, type Roadmaps } from './roadmaps.ts';

/** One sealed object, ready to go. `items` leave the outbox with its receipt. */
export interface Parcel {
  readonly record: string;
  readonly kind: EnvelopeKind;
  readonly revision: number;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly items: readonly OutboxItem[];
}

export interface Sealer {
  readonly circle: Circle;
  readonly keys: { readonly record: ContentKey; readonly draft: ContentKey | null };
  readonly signingKey: Uint8Array<ArrayBuffer>;
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** What the hub holds under this device's name, by record, where it was read at once; null: to be asked for. */
  readonly there: ReadonlyMap<string, PulledReplica> | null;
  readonly roadmaps: Roadmaps;
  /** Hashes of roadmaps that go along in this pass. */
  readonly sentRoadmaps: Set<string>;
}

/** What of the outbox is sent: of each record the tombstone, else the latest revision of each kind; with the earlier ones that it makes needless. */
export function wanted(outbox: readonly OutboxItem[]): readonly (readonly OutboxItem[])[] {
  const groups = new Map<string, OutboxItem[]>();
  const gone = new Set(outbox.filter(({ kind, state }) => kind === 'tombstone' && state === 'waiting').map(({ record }) => record));
  for (const item of outbox) {
    if (item.state !== 'waiting') continue;
    const name = gone.has(item.record) ? item.record : `${item.record}:${item.kind}`;
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups.values()].map((items) => items.toSorted((a, b) => Number(b.kind === 'tombstone') - Number(a.kind === 'tombstone') || b.revision - a.revision));
}

/** Records by the items that they are sent for; null for one that is not here. */
export type Kept = ReadonlyMap<OutboxItem, MeetingRecord | null>;

/** The records that some groups need, read at once. */
export async function readKept({ circle: { ports } }: Sealer, groups: readonly (readonly OutboxItem[])[]): Promise<Kept> {
  const items = groups.flatMap(([item]) => (item?.kind === 'record' ? [item] : []));
  const read = items.length > 0 ? await ports.storage.readRecords(items.map(({ record, revision }) => [record, revision])) : [];
  return new Map(items.map((item, at) => [item, read[at] ?? null]));
}

/** The parcels of some groups, by group: a roadmap that the hub does not have yet goes first. Null when the record is not here. */
export function parcelsOf(sealer: Sealer, groups: readonly (readonly OutboxItem[])[], here: Kept): Promise<readonly (readonly Parcel[] | null)[]> {
  return Promise.all(groups.map((items) => parcelsOfGroup(sealer, items, here)));
}

async function parcelsOfGroup(sealer: Sealer, items: readonly OutboxItem[], here: Kept): Promise<readonly Parcel[] | null> {
  const [item] = items;
  if (!item) return [];
  if (item.kind === 'tombstone') return [await tombstone(sealer, item, items)];
  const content = item.kind === 'draft' ? await draftOf(sealer, item) : await recordToSend(sealer, here.get(item) ?? null);
  if (!content) return null;
  const key = item.kind === 'draft' ? sealer.keys.draft : sealer.keys.record;
  if (!key) return [];
  const { record, roadmap } = content;
  const ahead = await roadmapParcel(sealer, roadmap);
  const bytes = await sealRecord(addressOf(sealer, item), record, { contentKey: key, signingKey: sealer.signingKey });
  return [...ahead, { record: item.record, kind: item.kind, revision: wireRevision(item), sha256: envelopeHash(bytes), bytes, items }];
}

const wireRevision = ({ revision, wireRevision: raised }: OutboxItem): number => Math.max(revision, raised ?? 0);

const addressOf = ({ circle: { me } }: Sealer, item: OutboxItem): Parameters<typeof sealRecord>[0] =>
  ({ hubId: me.hubId, kind: item.kind, memberId: me.memberId, recordId: item.record, deviceId: me.deviceId, revision: wireRevision(item) });

async function tombstone(sealer: Sealer, item: OutboxItem, items: readonly OutboxItem[]): Promise<Parcel> {
  const bytes = await sealTombstone(addressOf(sealer, item), sealer.signingKey);
  return { record: item.record, kind: 'tombstone', revision: wireRevision(item), sha256: envelopeHash(bytes), bytes, items };
}

/** The record whole; with what the hub held under this device's name already, where that turned out to be something else. */
async function recordToSend(sealer: Sealer, kept: MeetingRecord | null): Promise<{ readonly record: SentRecord; readonly roadmap: Roadmap } | null> {
  const { ports, me } = sealer.circle;
  if (!kept) return null;
  const { meeting: record, roadmap } = kept;
  const own = sentRecordOf({ ...kept, device: me.deviceId as DeviceId }, roadmapHash(roadmap)); // the identity was parsed
  const there = sealer.there ? sealer.there.get(record)
    : (await ports.storage.readReplicas({ member: me.memberId, record })).find(({ device, kind }) => device === me.deviceId && kind === 'record');
  return { record: (there?.content && mergeRecords([{ ...own, finishedAtMs: Math.max(own.finishedAtMs, there.content.finishedAtMs) }, there.content])) ?? own, roadmap };
}

/** A meeting that is not finished, as it stands. */
async function draftOf({ circle: { ports, me }, roadmaps }: Sealer, item: OutboxItem): Promise<{ readonly record: SentRecord; readonly roadmap: Roadmap } | null> {
  const meeting = item.record;
  const [listed, { changes }] = await Promise.all([ports.storage.readMeeting(meeting), ports.storage.readJournal(meeting)]);
  if (!listed || changes.length === 0) return null;
  const { id, version } = listed.digest.roadmap;
  const used = await ports.storage.readRoadmap(id, version);
  if (!used.ok || !used.value) return null;
  const device = me.deviceId as DeviceId; // as above
  const draft: MeetingRecord = recordOf({ meeting, device, replica: replicaOf(changes), roadmap: used.value, finishedAtMs: item.queuedAtMs, revision: item.revision });
  return { record: sentRecordOf(draft, roadmaps.learn(used.value)), roadmap: used.value };
}

/** A roadmap is sealed once for each member, for the same readers as records. */
async function roadmapParcel(sealer: Sealer, roadmap: Roadmap): Promise<readonly Parcel[]> {
  const sha256 = roadmapHash(roadmap);
  const recordId = roadmapRecordId(sha256) as MeetingId; // an id by its form
  if (isShipped(sha256) || sealer.sentRoadmaps.has(sha256) || sealer.receipts.has(receiptId(recordId, 'roadmap'))) return [];
  sealer.sentRoadmaps.add(sha256);
  const { me } = sealer.circle;
  const bytes = await sealRecord(
    { hubId: me.hubId, kind: 'roadmap', memberId: me.memberId, recordId, deviceId: me.deviceId, revision: 1 }, roadmap,
    { contentKey: sealer.keys.record, signingKey: sealer.signingKey },
  );
  return [{ record: recordId, kind: 'roadmap', revision: 1, sha256: envelopeHash(bytes), bytes, items: [] }];
}
