import type { MeetingId } from '#domain/ids.ts';
import { addFollowUp } from '#domain/meeting/follow-up.ts';
import { meetingOf } from '#domain/merge.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTurn } from '#device/in-turn.ts';
import type { App } from '../app.ts';
import type { MeetingMissing, RoadmapMissing } from '../errors.ts';
import { amendMeeting } from '../meeting/finish-meeting.ts';
import { openMeeting } from '../meeting/open-meeting.ts';

/**
 * Makes a pattern a next step of one of the meetings behind it, without an owner or a date:
 * the leader sets both there. A finished meeting gets its next revision.
 *
 * `MeetingMissing` when it is not on this device, `RoadmapMissing` when its roadmap does not open.
 */
export const followPattern = (app: App, meeting: MeetingId, what: string): Promise<Result<void, MeetingMissing | RoadmapMissing>> =>
  inTurn(`qc.tick.${meeting}`, async () => {
    const opened = await openMeeting(app, meeting);
    if (!opened.ok) return opened;
    const step = { id: app.newId(), what, owner: '', dueOn: null, source: { from: 'self', id: '' } } as const;
    await amendMeeting(app, opened.value, addFollowUp(meetingOf(opened.value.session.replica), step));
    opened.value.session.close();
    return ok(undefined);
  });
