import { recordFormats } from '#export/registry.ts';
import type { ExportKind, RecordFormatMeta } from '#export/format.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ExportObstacle } from './obstacle.ts';

/** A file in memory, ready for `saveFile`. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Writes a record in a format; the file's name has neither code nor day, since lists of files are seen by others. */
export async function writeFile(
  record: MeetingRecord,
  format: RecordFormatMeta['id'],
  kind: ExportKind,
): Promise<Result<ExportedFile, ExportObstacle>> {
  const { meta, load } = recordFormats[format];
  const { write } = await load();
  const bytes = write(record, { kind });
  if (!bytes.ok) return err({ type: 'RecordRefused', at: bytes.error.type === 'NotARecord' ? bytes.error.at : 'schemaVersion' });
  const name = `${nameOf[format]}-${nameTail(record, kind)}.${meta.extension}`;
  return ok({ name, mediaType: meta.mediaType, bytes: bytes.value });
}

const nameOf: Readonly<Record<RecordFormatMeta['id'], string>> = {
  'record-json': 'observation-record',
  'tables-csv': 'observation-tables',
};

/** Identified: the beginning of the meeting's random id and the revision. De-identified: nothing that joins files. */
const nameTail = (record: MeetingRecord, kind: ExportKind): string =>
  kind === 'identified' ? `${record.meeting.slice(0, 8)}-revision-${String(record.revision)}` : 'de-identified';
