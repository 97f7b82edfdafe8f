import { parseRecord, type MeetingRecord, type RecordObstacle } from '#domain/record/record.ts';
import { assert, ok, type Result } from '#domain/result.ts';
import type { Write } from '../format.ts';

/** The record as indented JSON. Refused when it is not a record that could be read back. */
export function recordAsJson(record: MeetingRecord): Result<Uint8Array<ArrayBuffer>, RecordObstacle> {
  const written = `${JSON.stringify(record, null, 2)}\n`;
  // Read from the text, not from memory: what JSON cannot carry would be missing there only.
  const again = parseRecord(JSON.parse(written));
  return again.ok ? ok(new TextEncoder().encode(written)) : again;
}

/** The file of one record; many records are as many files (`many.ts`). */
export const write: Write = async (records) => {
  const all: MeetingRecord[] = [];
  for await (const record of records) all.push(record);
  const [record] = all;
  assert(record !== undefined && all.length === 1, 'a file of JSON is one record');
  const bytes = recordAsJson(record);
  return bytes.ok ? ok({ bytes: bytes.value, rows: {} }) : bytes;
};
