/** Reaches the writers of all forms. They are loaded when first wanted, and shortly after the start for later. */
import type { MeetingRecord } from '#domain/record/record.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { recordFormats } from '#export/registry.ts';
import { fetchWriter } from './fetch-writer.ts';
import type { ExportForm, RecordForm } from './form.ts';
import type { ExportObstacle } from './obstacle.ts';

/** Bytes as a writer made them. */
export interface WrittenBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly extension: string;
  readonly mediaType: string;
}

/** The forms that this version writes. */
export const offeredForms: readonly ExportForm[] = ['page-pdf', 'page-docx', 'tables-xlsx', 'tables-csv', 'record-json'];

/** Records in a form that takes them. `RecordRefused` when one would not be read back; `WriterMissing`. */
export async function writeRecords(records: readonly MeetingRecord[], form: RecordForm, identified: boolean): Promise<Result<WrittenBytes, ExportObstacle>> {
  const { meta: { extension, mediaType }, load } = recordFormats[form];
  const writer = await fetchWriter(load);
  if (!writer.ok) return writer;
  const bytes = await writer.value.write(records, { kind: identified ? 'identified' : 'de-identified' });
  if (!bytes.ok) return err({ type: 'RecordRefused', at: bytes.error.type === 'NotARecord' ? bytes.error.at : 'schemaVersion' });
  return ok({ bytes: bytes.value.bytes, extension, mediaType });
}

/** Ending and media type of a form's files. */
export const fileKind = (form: ExportForm): { readonly extension: string; readonly mediaType: string } => kinds[form];

const kinds: Readonly<Record<ExportForm, { readonly extension: string; readonly mediaType: string }>> = {
  'page-pdf': { extension: 'pdf', mediaType: 'application/pdf' },
  'page-docx': { extension: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  'tables-xlsx': { extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  'tables-csv': { extension: 'zip', mediaType: 'application/zip' },
  'record-json': { extension: 'json', mediaType: 'application/json' },
  'calendar-ics': { extension: 'ics', mediaType: 'text/calendar' },
};
