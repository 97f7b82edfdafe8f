/** Words for planning from a calendar file. */
import type { EventLine } from '#app/intake/preview-calendar.ts';
import { dayShort, timeOfDay } from './dates.ts';
import { calendar as en } from './en/calendar.ts';
import { inLanguage } from './language.svelte.ts';
import { typeName } from './plain.ts';

export const calendarWords = inLanguage('calendar', en);

/** `Thu, Nov 12, 10:00 am`. */
export const whenOf = ({ onDate, startsAt }: Pick<EventLine, 'onDate' | 'startsAt'>): string =>
  [dayShort(onDate), startsAt === null ? calendarWords.allDay : timeOfDay(startsAt)].join(', ');

/** What a plan would take along: `Annual review, R-14, Room 112, 60 min`. */
export const takesAlong = ({ type, code, room, minutes }: EventLine): string =>
  [typeName(type), code, room, minutes === null ? '' : `${String(minutes)}\u00a0min`].filter(Boolean).join(', ');
