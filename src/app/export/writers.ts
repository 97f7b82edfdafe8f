/** Reaches the writers of all forms. They are loaded when first wanted, and shortly after the start for later. */
import { err, ok, type Result } from '#domain/result.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { formats, recordFormats } from '#export/registry.ts';
import type { TablesWords } from './file-words.ts';
import { fetchWriter } from './fetch-writer.ts';
import { isPatternForm, writtenAs, type FileForm, type RecordForm } from './form.ts';
import type { ExportObstacle } from './obstacle.ts';

/** Bytes as a writer made them. */
export interface WrittenBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly extension: string;
  readonly mediaType: string;
}

/** A record in a form that takes it. `RecordRefused` when it would not be read back; `WriterMissing`. */
export async function writeRecord(record: MeetingRecord, form: RecordForm, { identified, readMe }: { readonly identified: boolean; readonly readMe: TablesWords | null }): Promise<Result<WrittenBytes, ExportObstacle>> {
  const { meta: { extension, mediaType }, load } = recordFormats[form];
  const writer = await fetchWriter(load);
  if (!writer.ok) return writer;
  const bytes = await writer.value.write([record], { kind: identified ? 'identified' : 'de-identified', readMe });
  if (!bytes.ok) return err({ type: 'RecordRefused', at: bytes.error.type === 'NotARecord' ? bytes.error.at : 'schemaVersion' });
  return ok({ bytes: bytes.value.bytes, extension, mediaType });
}

/** Ending and media type of a form's files. */
export const fileKind = (form: FileForm): { readonly extension: string; readonly mediaType: string } => formats[isPatternForm(form) ? writtenAs[form] : form].meta;
