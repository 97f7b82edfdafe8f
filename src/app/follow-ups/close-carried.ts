import type { Elsewhere } from '#domain/entry.ts';
import type { EntryId, MeetingId } from '#domain/ids.ts';
import { meetingOf } from '#domain/merge.ts';
import { setCarried } from '#domain/meeting/follow-up.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTurn } from '#device/in-turn.ts';
import type { App } from '../app.ts';
import type { MeetingMissing, RoadmapMissing } from '../errors.ts';
import { amendMeeting } from '../meeting/finish-meeting.ts';
import { openMeeting } from '../meeting/open-meeting.ts';

/**
 * Closes a next step of an earlier meeting as carried over to `to`, or opens it again with
 * null; a finished meeting gets its next revision. The step in the later meeting is written
 * first, by whoever has that meeting open: torn between the two, it is open in both and
 * carrying it over again changes nothing there.
 */
export const closeCarried = (
  app: App, { meeting, entry }: { readonly meeting: MeetingId; readonly entry: EntryId }, to: Elsewhere | null,
): Promise<Result<void, MeetingMissing | RoadmapMissing>> =>
  inTurn(`qc.tick.${meeting}`, async () => {
    const opened = await openMeeting(app, meeting);
    if (!opened.ok) return opened;
    await amendMeeting(app, opened.value, setCarried(meetingOf(opened.value.session.replica), entry, to));
    opened.value.session.close();
    return ok(undefined);
  });
