import { csvOf } from '#export/tables-csv/csv.ts';
import { canShare } from '#device/share.ts';
import { sha256 } from '#device/sha256.ts';
import type { LogLine } from '#domain/log-line.ts';
import type { App } from '../app.ts';
import { readExportLog } from './log.ts';
import type { Prepared } from './prepare.ts';

const columns: readonly { readonly name: string; readonly value: (line: LogLine) => string | number | null }[] = [
  { name: 'at_utc', value: ({ atMs }) => new Date(atMs).toISOString() },
  { name: 'what', value: ({ what }) => what },
  { name: 'kind', value: ({ kind }) => kind },
  { name: 'way', value: ({ way }) => way ?? null },
  { name: 'meetings', value: ({ meetings }) => meetings },
  { name: 'reason', value: ({ reason }) => reason },
  { name: 'device_only_notes_left_out', value: (line) => line.deviceOnlyNotesLeftOut },
  { name: 'notes_left_out', value: ({ notesLeftOut = [] }) => notesLeftOut.join('; ') },
  { name: 'sealed', value: ({ sealed }) => sealed ?? 'no' },
  { name: 'sha256', value: ({ sha256: digest }) => digest ?? null },
];

/** The whole log as a CSV file, the earliest line first (34 CFR 99.32 and 300.614 ask for such a list). Its own leaving is a line of the log in turn. */
export async function prepareLog(app: App): Promise<Prepared> {
  const lines = (await readExportLog(app)).toReversed();
  const text = csvOf({ columns: columns.map(({ name }) => ({ name, means: '' })), rows: lines.map((line) => columns.map(({ value }) => value(line))) });
  const file = { name: 'export-log.csv', mediaType: 'text/csv', bytes: new TextEncoder().encode(text) };
  return {
    file,
    line: { what: 'log-csv', kind: 'none', meetings: 0, reason: '', deviceOnlyNotesLeftOut: 0, sha256: await sha256(file.bytes) },
    canShare: canShare(file),
  };
}
