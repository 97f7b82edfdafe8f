/** All formats. Writers are loaded when they are asked for; offline they come from the stored app. */
import type { Format, RecordFormatMeta, Write } from './format.ts';
import { meta as recordJson } from './record-json/meta.ts';
import { meta as tablesCsv } from './tables-csv/meta.ts';

/** What is written from a record. */
export const recordFormats: Readonly<Record<RecordFormatMeta['id'], Format<RecordFormatMeta, Write>>> = {
  'record-json': { meta: recordJson, load: () => import('./record-json/write.ts') },
  'tables-csv': { meta: tablesCsv, load: () => import('./tables-csv/write.ts') },
};

/** Every family together, for what does not care which. */
export const formats = { ...recordFormats } as const;
