import type { RecordFormatMeta } from '../format.ts';

export const meta: RecordFormatMeta = {
  id: 'tables-xlsx',
  of: 'records',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  kinds: ['de-identified', 'identified'],
};
