import type { MeetingId } from '#domain/ids.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { Meeting } from '#domain/entry.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';

/** A meeting as it was when it was finished for the nth time. */
export interface KeptRevision {
  readonly revision: number;
  readonly record: MeetingRecord;
  readonly meeting: Meeting;
}

/** Numbers of the revisions that are kept here, the latest first. */
export const readRevisions = async (app: App, meeting: MeetingId): Promise<readonly number[]> =>
  [...(await app.store.readRevisions(meeting))].sort((a, b) => b - a);

/** One of them; `RevisionMissing` when it is not here or its row does not open. */
export async function readRevision(
  app: App,
  meeting: MeetingId,
  revision: number,
): Promise<Result<KeptRevision, { readonly type: 'RevisionMissing'; readonly revision: number }>> {
  const kept = await app.store.readRecord(meeting, revision);
  if (!kept.ok || !kept.value) return err({ type: 'RevisionMissing', revision });
  return ok({ revision, record: kept.value, meeting: meetingOfRecord(kept.value) });
}
