import { zipSync, type Zippable } from 'fflate';
import type { MeetingRecord, RecordObstacle } from '#domain/record/record.ts';
import { tablesOf } from '#domain/record/tables-of-many.ts';
import { ok, type Result } from '#domain/result.ts';
import type { CodeWords } from '../file-words.ts';
import { recordAsJson } from '../record-json/write.ts';
import { csvOf } from '../tables-csv/csv.ts';

/** The same for every file, as in `tables-csv`. */
const mtime = new Date(1980, 0, 2);

export interface CodeContents {
  readonly records: readonly MeetingRecord[];
  /** Notes that stay on the device, where they were asked for; null where not. */
  readonly deviceOnly: readonly { readonly meeting: string; readonly notes: readonly string[] }[] | null;
  readonly words: CodeWords;
}

/** A zip with every record, its tables, and the notes that stay on the device where they were asked for. */
export function writeCodeZip({ records, deviceOnly, words }: CodeContents): Result<Uint8Array<ArrayBuffer>, RecordObstacle> {
  const encoder = new TextEncoder();
  const files: Zippable = { 'read-me.txt': encoder.encode([...words.lines(records.length, deviceOnly !== null), ''].join('\r\n')) };
  for (const record of records) {
    const bytes = recordAsJson(record);
    if (!bytes.ok) return bytes;
    const name = `${record.meeting}-revision-${String(record.revision)}`;
    files[`records/${name}.json`] = bytes.value;
    for (const table of tablesOf([record], 'identified')) files[`tables/${name}/${table.name}.csv`] = encoder.encode(csvOf(table));
  }
  if (deviceOnly !== null) {
    const text = deviceOnly.map(({ meeting, notes }) => [words.meeting(meeting), ...notes.map((note) => `- ${note}`), ''].join('\r\n')).join('\r\n');
    files['device-only-notes.txt'] = encoder.encode(text);
  }
  return ok(zipSync(files, { mtime }));
}
