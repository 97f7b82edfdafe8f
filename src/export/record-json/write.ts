import { parseRecord } from '#domain/record/record.ts';
import { ok } from '#domain/result.ts';
import type { Write } from '../format.ts';

/** The record as indented JSON. Refused when it is not a record that could be read back. */
export const write: Write = (record) => {
  const written = `${JSON.stringify(record, null, 2)}\n`;
  // Read from the text, not from memory: what JSON cannot carry would be missing there only.
  const again = parseRecord(JSON.parse(written));
  return again.ok ? ok(new TextEncoder().encode(written)) : again;
};
