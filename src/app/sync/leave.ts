import { ok, type Result } from '#domain/result.ts';
import { outboxId } from '#domain/sync/outbox-item.ts';
import { replicaSlot } from '#domain/sync/pulled-replica.ts';
import { receiptId } from '#domain/sync/receipt.ts';
import { revokeDevice } from '#sync/district.ts';
import { readIdentity } from '#sync/membership.ts';
import { errand, type Hub } from './hub.ts';
import type { SyncObstacle } from './obstacle.ts';

/** How long the disk is waited for. */
const keepMs = 5_000;

/**
 * Forgets the hub on this device: keys, cursors, queue, receipts, and what was pulled of
 * others. The meetings of this device stay. The hub is told, if it can be reached; an owner
 * can remove the device there at any time.
 */
export async function leave(hub: Hub): Promise<Result<void, SyncObstacle>> {
  const { ports, app } = hub;
  const me = await readIdentity(ports);
  if (!me) return ok(undefined);
  await errand(hub, (circle) => revokeDevice(circle, me.deviceId)); // a courtesy: without an answer one leaves all the same
  const [named, outbox, receipts, replicas] = await Promise.all([
    app.store.readAllNamed('sync'), app.store.readOutbox(), app.store.readReceipts(), app.store.readReplicas(),
  ]);
  const gone = app.store.write({
    sync: [...named.keys()].map((id) => ({ id, value: null })),
    outboxGone: outbox.map(outboxId),
    receiptsGone: receipts.map(({ record, kind }) => receiptId(record, kind)),
    replicasGone: replicas.map((replica) => [replica.member, replica.record, replicaSlot(replica)] as const),
  }).then(() => true);
  const late = new Promise<boolean>((resolve) => { setTimeout(resolve, keepMs, false); });
  return (await Promise.race([gone, late])) ? ok(undefined) : { ok: false, error: { type: 'KeepingHeld' } };
}
