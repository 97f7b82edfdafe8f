/** The forms in which a meeting can be handed over. */
import type { LoggedThing } from '#domain/log-line.ts';

export const recordForms = ['tables-xlsx', 'tables-csv', 'record-json'] as const;
export const pageForms = ['page-pdf', 'page-docx'] as const;
/** Those that make a file; the log knows them by the same names. */
export type RecordForm = (typeof recordForms)[number];
export type PageForm = (typeof pageForms)[number];
export const isRecordForm = (form: string): form is RecordForm => recordForms.some((one) => one === form);
export const isPageForm = (form: string): form is PageForm => pageForms.some((one) => one === form);
export type ExportForm = RecordForm | PageForm | 'calendar-ics';

/** Every form is a thing of the log. */
export const loggedAs = (form: ExportForm): LoggedThing => form;

/** The whole record is the meeting itself, so there is no de-identified form of it. */
export const alwaysIdentified = (form: ExportForm | 'summary-print'): boolean => form === 'record-json';

const names: Readonly<Record<ExportForm, string>> = {
  'page-pdf': 'observation-summary', 'page-docx': 'observation-summary', 'tables-xlsx': 'observation-workbook',
  'tables-csv': 'observation-tables', 'record-json': 'observation-record', 'calendar-ics': 'next-steps',
};

interface Named {
  readonly form: ExportForm;
  readonly identified: boolean;
  readonly sample: boolean;
  readonly extension: string;
  /** What tells files of one form apart: nothing where nothing may join them. */
  readonly tail: string;
}

/** A file's name: neither code nor day, since lists of files are seen by others. */
export const fileName = ({ form, identified, sample, extension, tail }: Named): string =>
  `${sample ? 'sample-' : ''}${names[form]}-${identified ? tail : 'de-identified'}.${extension}`;
