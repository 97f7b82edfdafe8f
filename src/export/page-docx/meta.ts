import type { PageFormatMeta } from '../format.ts';

export const meta: PageFormatMeta = {
  id: 'page-docx',
  of: 'page',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  kinds: ['de-identified', 'identified'],
};
