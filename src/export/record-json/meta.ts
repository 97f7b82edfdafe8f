import type { FormatMeta } from '../format.ts';

/** The whole record; it is the meeting itself, so there is no de-identified form of it. */
export const meta: FormatMeta = {
  id: 'record-json',
  extension: 'json',
  mediaType: 'application/json',
  kinds: ['identified'],
};
