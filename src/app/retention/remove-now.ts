import type { StoreObstacle } from '#data/store.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { takeAway } from './apply.ts';
import { monthOf } from './plan.ts';

/** Removes a meeting at once, backed up or not. An earlier backup does not bring it back unless asked to. */
export async function removeNow(app: App, id: MeetingId): Promise<Result<void, StoreObstacle>> {
  const listed = await app.store.readMeeting(id);
  return takeAway(app, id, listed ? monthOf(listed) : null);
}
