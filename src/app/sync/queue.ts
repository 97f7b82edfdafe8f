/** What finishing and removing a meeting let wait for the hub; written in the same transaction as the deed itself. */
import type { MeetingId } from '#domain/ids.ts';
import { queuedRecord, queuedTombstone, type OutboxItem } from '#domain/sync/outbox-item.ts';
import type { App } from '../app.ts';

/**
 * True when this device belongs to a hub. Where it cannot be read just now, what is finished
 * waits all the same: an item too many is left where it is until there is a hub, one too few
 * would be forgotten.
 */
export const isMember = ({ store }: App): Promise<boolean> =>
  store.readNamed('sync', 'identity').then((identity) => identity !== null, () => true);

/** The item of a finished revision; none for a sample, or without a hub. */
export function queuedFinish(isJoined: boolean, { meeting, revision, sample }: { readonly meeting: MeetingId; readonly revision: number; readonly sample: boolean }, nowMs: number): readonly OutboxItem[] {
  return isJoined && !sample ? [queuedRecord(meeting, revision, nowMs)] : [];
}

/**
 * The item by which the hub is told that a meeting was removed here; null where the hub never
 * had it. What waits counts as had: its receipt may have been lost on the way.
 */
export async function queuedRemoval(app: App, id: MeetingId): Promise<OutboxItem | null> {
  if (!(await isMember(app))) return null;
  const [receipts, outbox, replicas] = await Promise.all([app.store.readReceipts(), app.store.readOutbox(), app.store.readReplicas({ record: id })]);
  const known = [...receipts, ...outbox, ...replicas].filter(({ record }) => record === id);
  if (known.length === 0) return null;
  return queuedTombstone(id, Math.max(...known.map(({ revision }) => revision)) + 1, app.nowMs());
}
