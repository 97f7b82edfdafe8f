import type { StoreObstacle } from '#data/store.ts';
import type { MeetingId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { queuedRemoval } from '#app/sync/queue.ts';

/**
 * Removes a meeting with all its rows and leaves a line without content in the log; a hub that
 * had it is told. With
 * `onlyWith` it stays, without a line, unless its journal has just so many changes.
 */
export async function removeMeeting(app: App, id: MeetingId, onlyWith?: number): Promise<Result<void, StoreObstacle>> {
  const removed = await app.store.removeMeeting(id, onlyWith, (await queuedRemoval(app, id)) ?? undefined);
  if (!removed.ok) return removed;
  if (!removed.value) return ok(undefined);
  await app.store.write({
    log: {
      id: app.newId(), atMs: app.nowMs(), what: 'meeting-removed', kind: 'none', meetings: 1, reason: '', deviceOnlyNotesLeftOut: 0,
    },
  });
  return ok(undefined);
}
