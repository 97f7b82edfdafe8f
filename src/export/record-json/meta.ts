import type { RecordFormatMeta } from '../format.ts';

/** The whole record; it is the meeting itself, so there is no de-identified form of it. */
export const meta: RecordFormatMeta = {
  id: 'record-json',
  of: 'records',
  extension: 'json',
  mediaType: 'application/json',
  kinds: ['identified'],
};
