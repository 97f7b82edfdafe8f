/** The one shape of a format, in three families by what is written: records, a page, next steps in a calendar. */
import type { MeetingRecord, RecordObstacle } from '#domain/record/record.ts';
import type { Result } from '#domain/result.ts';
import type { Table, TableKind } from '#domain/record/table.ts';
import type { CalendarStep } from './calendar-ics/step.ts';
import type { CalendarWords, TablesWords } from './file-words.ts';
import type { Page, Paper } from './page.ts';
import type { ReadMe } from './tables-read-me.ts';

export type ExportKind = TableKind;

interface Meta<Id extends string, Of extends string> {
  readonly id: Id;
  readonly of: Of;
  readonly extension: string;
  readonly mediaType: string;
  /** Which kinds the format can be written in. */
  readonly kinds: readonly ExportKind[];
}

export type RecordFormatMeta = Meta<'record-json' | 'tables-csv' | 'tables-xlsx', 'records'>;
export type PageFormatMeta = Meta<'page-pdf' | 'page-docx', 'page'>;
export type CalendarFormatMeta = Meta<'calendar-ics', 'calendar'>;
export type FormatMeta = RecordFormatMeta | PageFormatMeta | CalendarFormatMeta;

export interface Format<M extends FormatMeta, W> {
  readonly meta: M;
  readonly load: () => Promise<{ readonly write: W }>;
}

/** Records one by one; from an async source no more than one needs to be in memory. */
export type Records = Iterable<MeetingRecord> | AsyncIterable<MeetingRecord>;

export interface RecordOptions {
  readonly kind: ExportKind;
  /** Words of what goes before tables; null for a record, which has nothing before it. */
  readonly readMe: TablesWords | null;
  /** What the file is for and not for, where a district words it otherwise. */
  readonly purposeLine?: string;
  /** Called with the number of records that were read so far. */
  readonly onProgress?: (records: number) => void;
  /** Rejects with an AbortError when called off. */
  readonly signal?: AbortSignal;
}

/** A file as it was written. */
export interface RecordFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Rows by table; none where a format has no tables. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Writes a file; an obstacle only when one of the records would not be read back. */
export type Write = (records: Records, options: RecordOptions) => Promise<Result<RecordFile, RecordObstacle>>;

/** The bytes of tables that come from no record, such as those of patterns. What may leave was decided when they were made. */
export type WriteTables = (tables: readonly Table[], readMe: ReadMe) => Promise<Uint8Array<ArrayBuffer>>;

/** The bytes of a page on this paper. Which kind it is was decided when the page was made. */
export type WritePage = (page: Page, options: { readonly paper: Paper }) => Promise<Uint8Array<ArrayBuffer>>;

export interface CalendarOptions {
  readonly kind: ExportKind;
  /** Tasks, or events of a whole day for calendars that show no tasks. */
  readonly as: 'todo' | 'event';
  /** When the file is made, epoch milliseconds. */
  readonly nowMs: number;
  readonly words: CalendarWords;
}

export interface CalendarFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly written: number;
  /** Steps without a day, for which there is no event. */
  readonly withoutDay: number;
}

export type WriteCalendar = (steps: readonly CalendarStep[], options: CalendarOptions) => CalendarFile;
