import type { PageFormatMeta } from '../format.ts';

export const meta: PageFormatMeta = {
  id: 'page-pdf',
  of: 'page',
  extension: 'pdf',
  mediaType: 'application/pdf',
  kinds: ['de-identified', 'identified'],
};
