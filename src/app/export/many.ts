/** Many meetings as one file: a zip of records, PDFs or tables, or one workbook over all of them. */
import { canShare } from '#device/share.ts';
import { leftOutOf } from '#domain/record/chosen-notes.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { sha256OfBlob } from '#seal/hash-blob.ts';
import type { App } from '../app.ts';
import { unlessCalledOff } from '../backup/called-off.ts';
import type { LargeFile } from './exported-file.ts';
import { fileName } from './form.ts';
import { writeMany, type Counts, type ManyOrder, type WrittenMany } from './many-files.ts';
import type { ManyObstacle } from './obstacle.ts';
import { agree, lineOf, type Prepared, type Written } from './prepare.ts';
import { sealedLarge } from './seal.ts';

export type { ManyOrder } from './many-files.ts';

/** A file of many meetings that is ready and has not left yet. */
export type PreparedMany = Omit<Prepared, 'file'> & { readonly file: LargeFile };

/**
 * Makes the file. Meetings are read one at a time, and what is made of them is gathered in a
 * Blob. Not while a meeting runs: reading takes the processor, and nobody hands over files
 * in the room.
 *
 * `NothingChosen`, `MeetingRuns`, `CalledOff`, and the obstacles of one meeting; one that does
 * not open stops all of it (`MeetingClosed`), so that no file lacks one unsaid. `CountsDiffer`,
 * `TooMuchForZip`.
 */
export async function prepareMany(app: App, order: ManyOrder): Promise<Result<PreparedMany, ManyObstacle>> {
  const { ids, form, seal, signal } = order;
  if (ids.length === 0) return err({ type: 'NothingChosen' });
  const agreed = agree(form, order);
  if (!agreed.ok) return agreed.error.type === 'RevisionMissing' ? err({ type: 'MeetingClosed' }) : err(agreed.error);
  const { meetings } = await app.store.readMeetings();
  if (meetings.some(({ digest }) => digest.state === 'running')) return err({ type: 'MeetingRuns' });
  const { identified } = agreed.value;
  const counts: Counts = { meetings: 0, samples: meetings.filter(({ id, digest }) => digest.sample && ids.includes(id)).length, leftOut: 0 };
  return unlessCalledOff(async () => {
    const made = await writeMany(app, { ...order, identified }, counts);
    if (!made.ok) return made;
    signal.throwIfAborted();
    const written = asWritten(made.value, order, counts);
    const { mediaType } = written;
    const file = await sealedLarge({ name: fileName({ ...written, identified }), mediaType, bytes: made.value.blob }, seal, signal);
    if (!file.ok) return file;
    const sha256 = await sha256OfBlob(file.value.bytes, signal);
    signal.throwIfAborted();
    return ok({ file: file.value, line: lineOf(written, { ...agreed.value, seal, sha256 }), canShare: canShare(file.value) });
  });
}

const asWritten = ({ extension, mediaType }: WrittenMany, { form, notes }: ManyOrder, { meetings, samples, leftOut }: Counts): Omit<Written, 'bytes'> => ({
  form, extension, mediaType, meetings, tail: `${String(meetings)}-meetings`,
  sample: samples === meetings, // the file is a sample when all of it is
  deviceOnlyNotesLeftOut: leftOut, notesLeftOut: leftOutOf(notes).filter((choice) => form !== 'page-pdf' || choice === 'family'), // the only notes of a page
});
