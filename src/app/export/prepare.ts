/**
 * Making a file ready. Nothing has left the device then: `giveOut` writes the log line and
 * hands the file over, in the same tap.
 */
import { choiceOf, leftOutOf, withNotes, type NoteChoice } from '#domain/record/chosen-notes.ts';
import { meetingOf } from '#domain/merge.ts';
import { deviceOnlyCount } from '#domain/meeting/note.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { recordWithoutNames } from '#domain/record/without-names.ts';
import { ok, type Result } from '#domain/result.ts';
import { canShare } from '#device/share.ts';
import { sha256 } from '#device/sha256.ts';
import type { App } from '../app.ts';
import { recordNow } from '../meeting/finish-meeting.ts';
import type { OpenedMeeting } from '../meeting/open-meeting.ts';
import type { ExportedFile } from './exported-file.ts';
import { alwaysIdentified, fileName, loggedAs, type FileForm, type RecordForm } from './form.ts';
import type { TablesWords } from './file-words.ts';
import type { ExportObstacle } from './obstacle.ts';
import type { NewLine } from './log.ts';
import { parseReason } from './reason.ts';
import { recordAt } from './record-at.ts';
import { checkSeal, sealed, type Seal } from './seal.ts';
import { writeRecord } from './writers.ts';

export type Opened = Pick<OpenedMeeting, 'session' | 'roadmap'>;

/** What every form is asked for with. */
export interface Terms {
  readonly identified: boolean;
  /** Asked for when it is identified. */
  readonly reason: string;
  readonly seal: Seal | null;
}

/** A file that is ready and has not left yet. */
export interface Prepared {
  readonly file: ExportedFile;
  /** Its line of the log, but for the moment and the way. */
  readonly line: Omit<NewLine, 'way'>;
  /** Whether this device shares files of its type. */
  readonly canShare: boolean;
}

/** What a writer made, and what is to be noted of it. */
export interface Written {
  readonly form: FileForm;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly extension: string;
  readonly mediaType: string;
  readonly sample: boolean;
  readonly tail: string;
  readonly meetings: number;
  readonly deviceOnlyNotesLeftOut: number;
  readonly notesLeftOut?: readonly NoteChoice[];
}

/** The reason as it goes into the log, '' for a de-identified form; also looks whether the seal can be made. */
export function agree(form: FileForm, { identified, reason, seal }: Terms): Result<{ readonly identified: boolean; readonly reason: string }, ExportObstacle> {
  const named = identified || alwaysIdentified(form);
  const given = named ? parseReason(reason) : ok('');
  if (!given.ok) return given;
  const can = checkSeal(seal);
  return can.ok ? ok({ identified: named, reason: given.value }) : can;
}

/** Seals what was written where that was asked for, and takes its fingerprint. */
export async function readied(written: Written, terms: Terms): Promise<Result<Prepared, ExportObstacle>> {
  const agreed = agree(written.form, terms);
  if (!agreed.ok) return agreed;
  const { identified } = agreed.value;
  const { mediaType, bytes } = written;
  const file = await sealed({ name: fileName({ ...written, identified }), mediaType, bytes }, terms.seal);
  if (!file.ok) return file;
  return ok({
    file: file.value,
    line: lineOf(written, { ...agreed.value, seal: terms.seal, sha256: await sha256(file.value.bytes) }),
    canShare: canShare(file.value),
  });
}

/** What the log will say of it. */
export function lineOf(
  { form, meetings, deviceOnlyNotesLeftOut, notesLeftOut = [] }: Omit<Written, 'bytes'>, { identified, reason, seal, sha256: digest }: Terms & { readonly sha256: string },
): Prepared['line'] {
  return {
    what: loggedAs(form), kind: identified ? 'identified' : 'de-identified', meetings, reason, deviceOnlyNotesLeftOut, sha256: digest,
    ...(seal ? { sealed: seal.for } : {}),
    ...(notesLeftOut.length > 0 ? { notesLeftOut: [...notesLeftOut] } : {}),
  };
}

export interface RecordOrder extends Terms {
  readonly form: RecordForm;
  /** Which notes go along. */
  readonly notes: ReadonlySet<NoteChoice>;
  /** Words of what goes before tables; null for a record. */
  readonly readMe: TablesWords | null;
  /** With what looks like the name of a person; never in de-identified tables, always in a record. */
  readonly names: boolean;
  /** An earlier revision; without it the meeting as it stands now, finished or not. */
  readonly revision?: number | undefined;
}

/**
 * The meeting as a record, tables or a workbook.
 *
 * `ReasonMissing`, `SealShort`, `SealDiffers`, `RecipientRefused`; `RevisionMissing` when that
 * revision is not here; `RecordRefused` when it would not be read back; `WriterMissing`.
 */
export async function prepareRecord(app: App, opened: Opened, order: RecordOrder): Promise<Result<Prepared, ExportObstacle>> {
  const agreed = agree(order.form, order);
  if (!agreed.ok) return agreed;
  const whole = await recordAt(app, opened, order.revision);
  if (!whole.ok) return whole;
  const record = recordToWrite(whole.value, { ...order, identified: agreed.value.identified });
  const bytes = await writeRecord(record, order.form, { ...agreed.value, readMe: order.readMe });
  if (!bytes.ok) return bytes;
  return readied({
    ...bytes.value, form: order.form, sample: record.sample, meetings: 1,
    tail: `${record.meeting.slice(0, 8)}-revision-${String(record.revision)}`,
    deviceOnlyNotesLeftOut: deviceOnlyCount(meetingOf(opened.session.replica)),
    notesLeftOut: leftOutOf(order.notes).filter((choice) => hasNote(whole.value, choice)),
  }, order);
}

const hasNote = (record: MeetingRecord, choice: NoteChoice): boolean =>
  [...meetingOfRecord(record).note.values()].some(({ tag }) => choiceOf(tag) === choice);

/** The record as this form gets it. */
export function recordToWrite(record: MeetingRecord, { form, notes, names, identified }: Pick<RecordOrder, 'form' | 'notes' | 'names' | 'identified'>): MeetingRecord {
  const chosen = withNotes(record, notes);
  if (form === 'record-json' || (names && identified)) return chosen;
  return recordWithoutNames(chosen, identified ? 'names' : 'all');
}

/** The record as it would be written now, for a preview; `kept` is an earlier revision. */
export const recordShown = (
  app: App, opened: Opened, kept: MeetingRecord | null, order: Pick<RecordOrder, 'form' | 'notes' | 'names' | 'identified'>,
): MeetingRecord => recordToWrite(kept ?? recordNow(app, opened), order);
