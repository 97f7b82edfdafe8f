import type { MeetingId } from '#domain/ids.ts';
import type { App } from '../app.ts';
import { districtSettings, limitEdits } from '#app/sync/district-settings.ts';
import { planMeeting } from './plan-meeting.ts';

/** Begins a plan with the roadmap that is in use and local time limits, where there are some. Resolves at the commit. */
export async function beginPlan(app: App): Promise<MeetingId> {
  const settings = await districtSettings(app);
  return planMeeting(app, limitEdits(settings), settings.roadmap);
}
