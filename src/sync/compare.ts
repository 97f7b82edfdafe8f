/** Both sides, hash by hash: what the hub acknowledged is there, as it was sent. */
import { ok, type Result } from '#domain/result.ts';
import type { MeetingId } from '#domain/ids.ts';
import { outboxId, type OutboxItem } from '#domain/sync/outbox-item.ts';
import { receiptId, type Receipt } from '#domain/sync/receipt.ts';
import { compareSchema } from '#wire/answers.ts';
import { askJson } from './ask.ts';
import type { Circle } from './circle.ts';
import type { SyncObstacle } from './obstacle.ts';

export interface Comparison {
  readonly atMs: number;
  /** Receipts of this device. */
  readonly here: number;
  /** Objects at the hub under the name of this device. */
  readonly there: number;
  readonly same: number;
  /** Acknowledged once, and not there now. */
  readonly missing: readonly MeetingId[];
  /** Other bytes there than were sent. */
  readonly different: readonly MeetingId[];
}

const mostPages = 1_000;

/** Compares the receipts of this device with what the hub has under its name. Nothing is changed. */
export async function compare(circle: Circle): Promise<Result<Comparison, SyncObstacle>> {
  const there = await rowsThere(circle);
  if (!there.ok) return there;
  const receipts = await circle.ports.storage.readReceipts();
  const missing: MeetingId[] = [];
  const different: MeetingId[] = [];
  for (const receipt of receipts) {
    const hash = there.value.get(receiptId(receipt.record, receipt.kind));
    if (hash === undefined) missing.push(receipt.record);
    else if (hash !== receipt.sha256 && receipt.kind !== 'roadmap') different.push(receipt.record);
  }
  return ok({ atMs: circle.ports.nowMs(), here: receipts.length, there: there.value.size, same: receipts.length - missing.length - different.length, missing, different });
}

async function rowsThere(circle: Circle): Promise<Result<ReadonlyMap<string, string>, SyncObstacle>> {
  const { memberId, deviceId } = circle.me;
  const hashes = new Map<string, string>();
  const gone = new Set<string>();
  let after = 0;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await askJson(circle.ports, { method: 'GET', path: `records/compare?member=${memberId}&after=${String(after)}`, as: circle.as, answer: compareSchema }, circle.signal);
    if (!page.ok) return page;
    for (const [recordId, device, kind, , sha256] of page.value.rows) {
      if (kind === 'tombstone') gone.add(recordId);
      if (device === deviceId) hashes.set(`${recordId}:${kind}`, sha256);
    }
    if (page.value.next === null || page.value.next <= after) break;
    after = page.value.next;
  }
  // What another device of the member removed is not missing.
  for (const receipt of await circle.ports.storage.readReceipts()) {
    if (gone.has(receipt.record) && receipt.kind !== 'tombstone') hashes.set(receiptId(receipt.record, receipt.kind), receipt.sha256);
  }
  return ok(hashes);
}

/** Lets what was acknowledged and is not there wait again: after the hub was restored, or when it lost something. How many. */
export async function queueMissing(circle: Circle, { missing, different }: Comparison): Promise<Result<number, SyncObstacle>> {
  const wanted = new Set<string>([...missing, ...different]);
  const waiting = new Set((await circle.ports.storage.readOutbox()).map(outboxId));
  const lost = (await circle.ports.storage.readReceipts()).filter(({ record, kind }) => wanted.has(record) && kind !== 'roadmap' && kind !== 'draft');
  const outbox = await Promise.all(lost.map((receipt) => itemOf(circle, receipt)));
  const fresh = outbox.filter((item) => !waiting.has(outboxId(item)));
  const kept = await circle.keep({ outbox: fresh });
  return kept.ok ? ok(fresh.length) : kept;
}

async function itemOf({ ports }: Circle, { record, kind, revision }: Receipt): Promise<OutboxItem> {
  const kept = kind === 'record' ? (await ports.storage.readRevisions(record)).at(-1) : revision;
  return { record, kind, revision: kept ?? revision, wireRevision: revision, queuedAtMs: ports.nowMs(), state: 'waiting' };
}
