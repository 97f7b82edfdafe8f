/** The one shape of a format. */
import type { MeetingRecord, RecordObstacle } from '#domain/record/record.ts';
import type { Result } from '#domain/result.ts';
import type { TableKind } from '#domain/record/tables.ts';

export type ExportKind = TableKind;

export interface FormatMeta {
  readonly id: 'record-json' | 'tables-csv';
  readonly extension: string;
  readonly mediaType: string;
  /** Which kinds the format can be written in. */
  readonly kinds: readonly ExportKind[];
}

/** The bytes of a file; an obstacle only when the record itself would not be read back. */
export type Write = (record: MeetingRecord, options: { readonly kind: ExportKind }) => Result<Uint8Array<ArrayBuffer>, RecordObstacle>;
