import type { Edit } from '#domain/entry.ts';
import { finishOf } from '#domain/meeting/glance.ts';
import { meetingOf } from '#domain/merge.ts';
import { parseRecord, type MeetingRecord, type RecordObstacle } from '#domain/record/record.ts';
import { finishEdits, isFinished, nextRevision, recordOf, reopenEdits, revisionOf } from '#domain/record/finish.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { isMember, queuedFinish } from '#app/sync/queue.ts';
import { listedNow } from './keep-digest.ts';
import type { OpenedMeeting } from './open-meeting.ts';

type Opened = Pick<OpenedMeeting, 'session' | 'roadmap'>;

/** The record that finishing now would make; nothing is written. */
export function recordNow(app: App, { session, roadmap }: Opened): MeetingRecord {
  const meeting = meetingOf(session.replica);
  return recordOf({
    meeting: session.meeting,
    device: app.device,
    replica: session.replica,
    roadmap,
    finishedAtMs: finishOf(meeting)?.atMs ?? app.nowMs(),
    revision: Math.max(1, revisionOf(meeting)),
  });
}

/**
 * Makes the next revision: the finishing act, the validated record, the list's row and, where
 * the device belongs to a hub, what waits for it.
 * Earlier revisions stay readable. Resolves when all of it is on disk.
 *
 * An obstacle means that the record would not be readable again; nothing is marked finished then.
 */
export async function finishMeeting(app: App, opened: Opened): Promise<Result<MeetingRecord, RecordObstacle>> {
  const trial = parseRecord(JSON.parse(JSON.stringify(recordNow(app, opened))));
  if (!trial.ok) return trial;
  const kept = await highestKept(app, opened);
  await finishWith(app, opened, finishEdits(meetingOf(opened.session.replica), app.nowMs(), kept));
  return ok(recordNow(app, opened));
}

/** Opens a finished meeting again; the next finish makes the next revision. */
export async function reopenMeeting(opened: Opened): Promise<void> {
  const meeting = meetingOf(opened.session.replica);
  if (!isFinished(meeting)) return;
  await opened.session.act(reopenEdits(meeting), { along: () => ({ listed: listedNow(opened) }) });
}

/** Writes edits (a follow-up done) with the list row; a finished meeting gets its next revision in the same step. */
export async function amendMeeting(app: App, opened: Opened, edits: readonly Edit[]): Promise<void> {
  if (edits.length === 0) return;
  const kept = await highestKept(app, opened);
  const meeting = meetingOf(opened.session.replica);
  if (isFinished(meeting)) return finishWith(app, opened, [...edits, ...nextRevision(meeting, app.nowMs(), kept)]);
  await opened.session.act(edits, { along: () => ({ listed: listedNow(opened) }) });
}

/** The highest revision on the device, another tab's or another device's among them; 0 when none can be read. */
async function highestKept({ store }: App, { session }: Opened): Promise<number> {
  // Without a connection the journal's own number counts: finishing must not depend on reading.
  const revisions = await store.readRevisions(session.meeting).catch((): readonly number[] => []);
  return Math.max(0, ...revisions);
}

/** One transaction for the finishing act, the record that it makes, the list's row and the outbox. */
async function finishWith(app: App, opened: Opened, edits: readonly Edit[]): Promise<void> {
  const isJoined = await isMember(app);
  await opened.session.act(edits, {
    along: () => {
      const record = recordNow(app, opened);
      const outbox = queuedFinish(isJoined, record, app.nowMs());
      return { record, listed: listedNow(opened), ...(outbox.length > 0 ? { outbox } : {}) };
    },
  });
}
