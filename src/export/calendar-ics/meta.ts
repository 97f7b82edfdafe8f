import type { CalendarFormatMeta } from '../format.ts';

export const meta: CalendarFormatMeta = {
  id: 'calendar-ics',
  of: 'calendar',
  extension: 'ics',
  mediaType: 'text/calendar',
  kinds: ['de-identified', 'identified'],
};
