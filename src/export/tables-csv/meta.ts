import type { FormatMeta } from '../format.ts';

export const meta: FormatMeta = {
  id: 'tables-csv',
  extension: 'zip',
  mediaType: 'application/zip',
  kinds: ['de-identified', 'identified'],
};
