/** The one shape of a format, in three families by what is written: records, a page, a calendar. */
import type { MeetingRecord, RecordObstacle } from '#domain/record/record.ts';
import type { Result } from '#domain/result.ts';
import type { TableKind } from '#domain/record/tables.ts';
import type { Page, Paper } from './page.ts';

export type ExportKind = TableKind;

interface Meta<Id extends string, Of extends string> {
  readonly id: Id;
  readonly of: Of;
  readonly extension: string;
  readonly mediaType: string;
  /** Which kinds the format can be written in. */
  readonly kinds: readonly ExportKind[];
}

export type RecordFormatMeta = Meta<'record-json' | 'tables-csv', 'records'>;
export type PageFormatMeta = Meta<'page-pdf' | 'page-docx', 'page'>;
export type FormatMeta = RecordFormatMeta | PageFormatMeta;

export interface Format<M extends FormatMeta, W> {
  readonly meta: M;
  readonly load: () => Promise<{ readonly write: W }>;
}

/** The bytes of a file; an obstacle only when the record itself would not be read back. */
export type Write = (record: MeetingRecord, options: { readonly kind: ExportKind }) => Result<Uint8Array<ArrayBuffer>, RecordObstacle>;

/** The bytes of a page on this paper. Which kind it is was decided when the page was made. */
export type WritePage = (page: Page, options: { readonly paper: Paper }) => Promise<Uint8Array<ArrayBuffer>>;
