import type { RecordFormatMeta } from '../format.ts';

export const meta: RecordFormatMeta = {
  id: 'tables-csv',
  of: 'records',
  extension: 'zip',
  mediaType: 'application/zip',
  kinds: ['de-identified', 'identified'],
};
