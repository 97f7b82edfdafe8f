/** Reaches the writers of all forms. They are loaded when first wanted, and shortly after the start for later. */
import { err, ok, type Result } from '#domain/result.ts';
import type { Records } from '#export/format.ts';
import { formats, recordFormats } from '#export/registry.ts';
import { fetchWriter } from './fetch-writer.ts';
import { isPatternForm, writtenAs, type FileForm, type RecordForm } from './form.ts';
import type { ExportObstacle } from './obstacle.ts';

/** Bytes as a writer made them. */
export interface WrittenBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly extension: string;
  readonly mediaType: string;
}

interface WriteTerms {
  readonly identified: boolean;
  /** Rejects with an AbortError when called off. */
  readonly signal?: AbortSignal;
}

/** Records in a form that takes them; of an async source one at a time is read. `RecordRefused` when one would not be read back; `WriterMissing`. */
export async function writeRecords(records: Records, form: RecordForm, { identified, signal }: WriteTerms): Promise<Result<WrittenBytes, ExportObstacle>> {
  const { meta: { extension, mediaType }, load } = recordFormats[form];
  const writer = await fetchWriter(load);
  if (!writer.ok) return writer;
  const bytes = await writer.value.write(records, { kind: identified ? 'identified' : 'de-identified', ...(signal ? { signal } : {}) });
  if (!bytes.ok) return err({ type: 'RecordRefused', at: bytes.error.type === 'NotARecord' ? bytes.error.at : 'schemaVersion' });
  return ok({ bytes: bytes.value.bytes, extension, mediaType });
}

/** Ending and media type of a form's files. */
export const fileKind = (form: FileForm): { readonly extension: string; readonly mediaType: string } => formats[isPatternForm(form) ? writtenAs[form] : form].meta;
