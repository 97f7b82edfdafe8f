import type { EntryId, MeetingId } from '#domain/ids.ts';
import { inTurn } from '#device/in-turn.ts';
import { meetingOf } from '#domain/merge.ts';
import { setDone } from '#domain/meeting/follow-up.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import type { MeetingMissing, RoadmapMissing } from '../errors.ts';
import { amendMeeting } from '../meeting/finish-meeting.ts';
import { openMeeting } from '../meeting/open-meeting.ts';

/**
 * Marks a follow-up done on a date, or open again with null; a finished meeting gets its next
 * revision. Two ticks at once go one after the other, so that the second is made on the first.
 */
export const tickFollowUp = (
  app: App, meeting: MeetingId, entry: EntryId, onDate: string | null,
): Promise<Result<void, MeetingMissing | RoadmapMissing>> =>
  inTurn(`qc.tick.${meeting}`, () => tickNow(app, meeting, entry, onDate));

async function tickNow(
  app: App, meeting: MeetingId, entry: EntryId, onDate: string | null,
): Promise<Result<void, MeetingMissing | RoadmapMissing>> {
  const opened = await openMeeting(app, meeting);
  if (!opened.ok) return opened;
  await amendMeeting(app, opened.value, setDone(meetingOf(opened.value.session.replica), entry, onDate));
  opened.value.session.close();
  return ok(undefined);
}
