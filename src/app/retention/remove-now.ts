import type { StoreObstacle } from '#data/store.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { queuedRemoval } from '#app/sync/queue.ts';
import { takeAway } from './apply.ts';
import { monthOf } from './plan.ts';

/** Removes a meeting at once, backed up or not; a hub that had it is told. An earlier backup does not bring it back unless asked to. */
export async function removeNow(app: App, id: MeetingId): Promise<Result<void, StoreObstacle>> {
  const [listed, queued] = await Promise.all([app.store.readMeeting(id), queuedRemoval(app, id)]);
  return takeAway(app, id, listed ? monthOf(listed) : null, queued ? [queued] : []);
}
