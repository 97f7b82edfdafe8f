import type { MeetingId } from '#domain/ids.ts';
import type { App } from '../app.ts';
import { districtSettings, limitEdits } from '#app/sync/district-settings.ts';
import { planMeeting } from './plan-meeting.ts';

/** Begins a plan with the district's roadmap and time limits, where there is one. Resolves at the commit. */
export async function beginPlan(app: App): Promise<MeetingId> {
  const settings = await districtSettings(app);
  return planMeeting(app, limitEdits(settings), settings.roadmap);
}
