import type { MeetingRecord } from '#domain/record/record.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { recordNow } from '../meeting/finish-meeting.ts';
import type { OpenedMeeting } from '../meeting/open-meeting.ts';

/** The record of an opened meeting as it stands now, or an earlier revision of it. */
export async function recordAt(
  app: App, opened: Pick<OpenedMeeting, 'session' | 'roadmap'>, revision: number | undefined,
): Promise<Result<MeetingRecord, { readonly type: 'RevisionMissing'; readonly revision: number }>> {
  if (revision === undefined) return ok(recordNow(app, opened));
  const kept = await app.store.readRecord(opened.session.meeting, revision);
  return kept.ok && kept.value ? ok(kept.value) : err({ type: 'RevisionMissing', revision });
}
