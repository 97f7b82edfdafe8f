import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import type { OpenedMeeting } from '../meeting/open-meeting.ts';
import { recordAt } from './export-record.ts';
import { writeFile, type ExportedFile } from './exported-file.ts';
import { writeLogLine } from './log.ts';
import type { ExportObstacle } from './obstacle.ts';
import { parseReason } from './reason.ts';

/**
 * The meeting as CSV tables in a zip: de-identified, or identified with a reason; as it
 * stands now, or an earlier `revision` of it.
 *
 * `ReasonMissing` when an identified form was asked for without one. The log line is
 * handed to the store before the file is given out; on a full tablet it waits in memory.
 */
export async function exportTables(
  app: App,
  opened: Pick<OpenedMeeting, 'session' | 'roadmap'>,
  { identified, reason, revision }: { readonly identified: boolean; readonly reason: string; readonly revision?: number | undefined },
): Promise<Result<ExportedFile, ExportObstacle>> {
  const given = identified ? parseReason(reason) : ok('');
  if (!given.ok) return given;
  const kind = identified ? 'identified' : 'de-identified';
  const record = await recordAt(app, opened, revision);
  if (!record.ok) return record;
  const file = await writeFile(record.value, 'tables-csv', kind);
  if (!file.ok) return file;
  const { replica } = opened.session;
  void writeLogLine(app, { what: 'tables-csv', kind, reason: given.value, replica }); // see writeLogLine
  return file;
}
