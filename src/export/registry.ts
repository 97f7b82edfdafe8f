/** All formats. Writers are loaded when they are asked for; offline they come from the stored app. */
import type { FormatMeta, Write } from './format.ts';
import { meta as recordJson } from './record-json/meta.ts';
import { meta as tablesCsv } from './tables-csv/meta.ts';

export interface Format {
  readonly meta: FormatMeta;
  readonly load: () => Promise<{ readonly write: Write }>;
}

export const formats: Readonly<Record<FormatMeta['id'], Format>> = {
  'record-json': { meta: recordJson, load: () => import('./record-json/write.ts') },
  'tables-csv': { meta: tablesCsv, load: () => import('./tables-csv/write.ts') },
};
