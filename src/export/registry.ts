/** All formats. Writers are loaded when they are asked for; offline they come from the stored app. */
import type { Format, PageFormatMeta, RecordFormatMeta, Write, WritePage } from './format.ts';
import { meta as pageDocx } from './page-docx/meta.ts';
import { meta as pagePdf } from './page-pdf/meta.ts';
import { meta as recordJson } from './record-json/meta.ts';
import { meta as tablesCsv } from './tables-csv/meta.ts';

/** What is written from a record. */
export const recordFormats: Readonly<Record<RecordFormatMeta['id'], Format<RecordFormatMeta, Write>>> = {
  'record-json': { meta: recordJson, load: () => import('./record-json/write.ts') },
  'tables-csv': { meta: tablesCsv, load: () => import('./tables-csv/write.ts') },
};

/** What is written from a page. */
export const pageFormats: Readonly<Record<PageFormatMeta['id'], Format<PageFormatMeta, WritePage>>> = {
  'page-pdf': { meta: pagePdf, load: async () => (await import('./page-pdf/load.ts')).loadWriter() },
  'page-docx': { meta: pageDocx, load: () => import('./page-docx/write.ts') },
};

/** Every family together, for what does not care which. */
export const formats = { ...recordFormats, ...pageFormats } as const;
