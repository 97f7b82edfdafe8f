/** All formats. Writers are loaded when they are asked for; offline they come from the stored app. */
import { meta as calendarIcs } from './calendar-ics/meta.ts';
import type { CalendarFormatMeta, Format, PageFormatMeta, RecordFormatMeta, Write, WriteCalendar, WritePage } from './format.ts';
import { meta as pageDocx } from './page-docx/meta.ts';
import { meta as pagePdf } from './page-pdf/meta.ts';
import { meta as recordJson } from './record-json/meta.ts';
import { meta as roadmapCsv } from './roadmap-csv/meta.ts';
import type { RoadmapFormatId, RoadmapFormatMeta, WriteRoadmap } from './roadmap-format.ts';
import { meta as roadmapJson } from './roadmap-json/meta.ts';
import { meta as roadmapXlsform } from './roadmap-xlsform/meta.ts';
import { meta as tablesCsv } from './tables-csv/meta.ts';
import { meta as tablesXlsx } from './tables-xlsx/meta.ts';

/** What is written from records. */
export const recordFormats: Readonly<Record<RecordFormatMeta['id'], Format<RecordFormatMeta, Write>>> = {
  'record-json': { meta: recordJson, load: () => import('./record-json/write.ts') },
  'tables-csv': { meta: tablesCsv, load: () => import('./tables-csv/write.ts') },
  'tables-xlsx': { meta: tablesXlsx, load: () => import('./tables-xlsx/write.ts') },
};

/** What is written from tables. */
export const tableWriters = {
  'tables-csv': () => import('./tables-csv/write.ts'),
  'tables-xlsx': () => import('./tables-xlsx/write.ts'),
} as const;

/** What is written from next steps. */
export const calendarFormats: Readonly<Record<CalendarFormatMeta['id'], Format<CalendarFormatMeta, WriteCalendar>>> = {
  'calendar-ics': { meta: calendarIcs, load: () => import('./calendar-ics/write.ts') },
};

/** What is written from a page. */
export const pageFormats: Readonly<Record<PageFormatMeta['id'], Format<PageFormatMeta, WritePage>>> = {
  'page-pdf': { meta: pagePdf, load: async () => (await import('./page-pdf/load.ts')).loadWriter() },
  'page-docx': { meta: pageDocx, load: () => import('./page-docx/write.ts') },
};

/** What is written from a roadmap; nothing of it is about a meeting, so it stands apart. */
export const roadmapFormats: Readonly<Record<RoadmapFormatId, { readonly meta: RoadmapFormatMeta; readonly load: () => Promise<{ readonly write: WriteRoadmap }> }>> = {
  'roadmap-json': { meta: roadmapJson, load: () => import('./roadmap-json/write.ts') },
  'roadmap-csv': { meta: roadmapCsv, load: () => import('./roadmap-csv/write.ts') },
  'roadmap-xlsform': { meta: roadmapXlsform, load: () => import('./roadmap-xlsform/write.ts') },
};

/** Every family of meetings together, for what does not care which. */
export const formats = { ...recordFormats, ...pageFormats, ...calendarFormats } as const;
