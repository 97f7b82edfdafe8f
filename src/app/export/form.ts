/** The forms in which a meeting can be handed over. */
import type { LoggedThing } from '#domain/log-line.ts';

const recordForms = ['tables-xlsx', 'tables-csv', 'record-json'] as const;
export const pageForms = ['page-pdf', 'page-docx'] as const;
/** Those that make a file; the log knows them by the same names. */
export type RecordForm = (typeof recordForms)[number];
export type PageForm = (typeof pageForms)[number];
/** Those of many meetings at once. */
export const manyForms = ['tables-xlsx', 'tables-csv', 'page-pdf', 'record-json'] as const satisfies readonly (RecordForm | PageForm)[];
export type ManyForm = (typeof manyForms)[number];
export const isManyForm = (form: string): form is ManyForm => manyForms.some((one) => one === form);
export const isRecordForm = (form: string): form is RecordForm => recordForms.some((one) => one === form);
export const isPageForm = (form: string): form is PageForm => pageForms.some((one) => one === form);
export type ExportForm = RecordForm | PageForm | 'calendar-ics';

/** Those in which patterns across meetings leave. */
export const patternForms = ['patterns-pdf', 'patterns-docx', 'patterns-xlsx', 'patterns-csv'] as const;
export type PatternForm = (typeof patternForms)[number];
export const isPatternForm = (form: string): form is PatternForm => patternForms.some((one) => one === form);
/** The format each of them is written in. */
export const writtenAs = {
  'patterns-pdf': 'page-pdf', 'patterns-docx': 'page-docx', 'patterns-xlsx': 'tables-xlsx', 'patterns-csv': 'tables-csv',
} as const satisfies Readonly<Record<PatternForm, ExportForm>>;
/** What makes a file. */
export type FileForm = ExportForm | PatternForm;

/** Every form is a thing of the log. */
export const loggedAs = (form: FileForm): LoggedThing => form;

/** The whole record is the meeting itself, and the screen of patterns names codes and days: there is no de-identified form of them. */
export const alwaysIdentified = (form: FileForm | 'summary-print' | 'patterns-print'): boolean => form === 'record-json' || form === 'patterns-print';

const names: Readonly<Record<FileForm, string>> = {
  'page-pdf': 'observation-summary', 'page-docx': 'observation-summary', 'tables-xlsx': 'observation-workbook',
  'tables-csv': 'observation-tables', 'record-json': 'observation-record', 'calendar-ics': 'next-steps',
  'patterns-pdf': 'patterns', 'patterns-docx': 'patterns', 'patterns-xlsx': 'patterns-workbook', 'patterns-csv': 'patterns-tables',
};

interface Named {
  readonly form: FileForm;
  readonly identified: boolean;
  readonly sample: boolean;
  readonly extension: string;
  /** What tells files of one form apart: nothing where nothing may join them. */
  readonly tail: string;
}

/** A file's name: neither code nor day, since lists of files are seen by others. */
export const fileName = ({ form, identified, sample, extension, tail }: Named): string =>
  `${sample ? 'sample-' : ''}${names[form]}-${identified ? tail : 'de-identified'}.${extension}`;
