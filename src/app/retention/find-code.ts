import type { ListedMeeting } from '#data/store.ts';
import { sha256 } from '#device/sha256.ts';
import { meetingOf } from '#domain/merge.ts';
import { sharedNotes } from '#domain/meeting/note.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import type { MeetingMissing, RoadmapMissing } from '../errors.ts';
import type { ExportedFile } from '#app/export/exported-file.ts';
import type { CodeWords } from '#app/export/file-words.ts';
import type { ExportObstacle } from '#app/export/obstacle.ts';
import { parseReason } from '#app/export/reason.ts';
import { recordNow } from '../meeting/finish-meeting.ts';
import { openMeeting } from '../meeting/open-meeting.ts';

const folded = (code: string): string => code.normalize('NFKC').trim().toLowerCase();

/** Every meeting of one student code, whatever its case, the earliest first. */
export async function findCode(app: App, code: string): Promise<readonly ListedMeeting[]> {
  const wanted = folded(code);
  if (wanted === '') return [];
  const { meetings } = await app.store.readMeetings();
  return meetings.filter(({ digest }) => folded(digest.code) === wanted).sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

const dayOf = ({ digest }: ListedMeeting): string => digest.onDate ?? String(digest.startedAtMs ?? '');

export interface CodeExport {
  readonly code: string;
  readonly reason: string;
  /** With the notes that else stay on the device. */
  readonly deviceOnly: boolean;
  readonly words: CodeWords;
}

/**
 * All of one student code in one zip, identified, for a request to see or move records.
 * The log line is written before the file is given out.
 *
 * `ReasonMissing`; `MeetingMissing` when nothing is found; `RoadmapMissing`, `RecordRefused`
 * when one of them could not be written: then no file is made.
 */
export async function exportCode(
  app: App, { code, reason, deviceOnly, words }: CodeExport,
): Promise<Result<ExportedFile, ExportObstacle | MeetingMissing | RoadmapMissing>> {
  const given = parseReason(reason);
  if (!given.ok) return given;
  const found = await findCode(app, code);
  if (found.length === 0) return err({ type: 'MeetingMissing' });
  const records = [];
  const kept = [];
  let leftOut = 0;
  for (const { id } of found) {
    const opened = await openMeeting(app, id);
    if (!opened.ok) return opened;
    records.push(recordNow(app, opened.value));
    const meeting = meetingOf(opened.value.session.replica);
    const shared = new Set(sharedNotes(meeting).map(({ entry }) => entry));
    const notes = [...meeting.note].filter(([entry]) => !shared.has(entry)).map(([, { text }]) => text);
    opened.value.session.close();
    if (notes.length > 0) kept.push({ meeting: id, notes });
    leftOut += notes.length;
  }
  const { writeCodeZip } = await import('#export/code-zip/write.ts');
  const bytes = writeCodeZip({ records, deviceOnly: deviceOnly ? kept : null, words });
  if (!bytes.ok) return err({ type: 'RecordRefused', at: bytes.error.type === 'NotARecord' ? bytes.error.at : 'schemaVersion' });
  const fingerprint = await sha256(bytes.value);
  void app.store.write({ // as in export/log.ts: a full tablet does not hold up a request
    log: {
      id: app.newId(), atMs: app.nowMs(), what: 'code-exported', kind: 'identified', meetings: found.length,
      reason: given.value, deviceOnlyNotesLeftOut: deviceOnly ? 0 : leftOut, way: 'saved', sha256: fingerprint,
    },
  });
  return ok({ name: 'everything-about-one-code.zip', mediaType: 'application/zip', bytes: bytes.value });
}
