import type { Edit } from '#domain/entry.ts';
import type { MeetingId } from '#domain/ids.ts';
import { meetingOf } from '#domain/merge.ts';
import { copyPlan } from '#domain/meeting/plan.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import type { MeetingMissing, RoadmapMissing } from '../errors.ts';
import { openMeeting } from './open-meeting.ts';

/** The edits that lay out an earlier meeting's team, conditions and minutes; never its code, date, marks or notes. */
export async function copyPlanFrom(app: App, from: MeetingId): Promise<Result<Edit[], MeetingMissing | RoadmapMissing>> {
  const opened = await openMeeting(app, from);
  if (!opened.ok) return opened;
  return ok(copyPlan(meetingOf(opened.value.session.replica), { newId: app.newId }));
}
