import type { EntryId, MeetingId } from '#domain/ids.ts';
import { meetingOf } from '#domain/merge.ts';
import { setDone } from '#domain/meeting/follow-up.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import type { MeetingMissing, RoadmapMissing } from '../errors.ts';
import { amendMeeting } from '../meeting/finish-meeting.ts';
import { openMeeting } from '../meeting/open-meeting.ts';

/** Marks a follow-up done on a date, or open again with null; a finished meeting gets its next revision. */
export async function tickFollowUp(
  app: App, meeting: MeetingId, entry: EntryId, onDate: string | null,
): Promise<Result<void, MeetingMissing | RoadmapMissing>> {
  const opened = await openMeeting(app, meeting);
  if (!opened.ok) return opened;
  await amendMeeting(app, opened.value, setDone(meetingOf(opened.value.session.replica), entry, onDate));
  opened.value.session.close();
  return ok(undefined);
}
