import type { MeetingRecord } from '#domain/record/record.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { recordNow } from '../meeting/finish-meeting.ts';
import type { OpenedMeeting } from '../meeting/open-meeting.ts';
import { writeFile, type ExportedFile } from './exported-file.ts';
import { writeLogLine } from './log.ts';
import type { ExportObstacle } from './obstacle.ts';
import { parseReason } from './reason.ts';

export type { ExportedFile } from './exported-file.ts';
export type { ExportObstacle } from './obstacle.ts';

type Opened = Pick<OpenedMeeting, 'session' | 'roadmap'>;

/**
 * The meeting as a JSON record, which another device can import; always identified.
 *
 * Without `revision`: as it stands now, finished or not, so that it can be kept when the
 * tablet is full. With one: that earlier revision as it was.
 *
 * `ReasonMissing` without a reason; `RevisionMissing` when that revision is not here;
 * `RecordRefused` when it would not be read back. The log line is handed to
 * the store before the file is given out; on a full tablet it waits in memory.
 */
export async function exportRecord(
  app: App,
  opened: Opened,
  { reason, revision }: { readonly reason: string; readonly revision?: number | undefined },
): Promise<Result<ExportedFile, ExportObstacle>> {
  const given = parseReason(reason);
  if (!given.ok) return given;
  const record = await recordAt(app, opened, revision);
  if (!record.ok) return record;
  const file = await writeFile(record.value, 'record-json', 'identified');
  if (!file.ok) return file;
  const { replica } = opened.session;
  void writeLogLine(app, { what: 'record-json', kind: 'identified', reason: given.value, replica }); // see writeLogLine
  return file;
}

/** The record as it stands now, or an earlier revision of it. */
export async function recordAt(
  app: App,
  opened: Opened,
  revision: number | undefined,
): Promise<Result<MeetingRecord, { readonly type: 'RevisionMissing'; readonly revision: number }>> {
  if (revision === undefined) return ok(recordNow(app, opened));
  const kept = await app.store.readRecord(opened.session.meeting, revision);
  return kept.ok && kept.value ? ok(kept.value) : err({ type: 'RevisionMissing', revision });
}
