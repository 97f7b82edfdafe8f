/** Words for next steps across meetings. */
import type { AcrossFollowUp } from '#domain/meeting/follow-ups-across.ts';
import { dayShort, nearDay, relativeDay } from './dates.ts';
import { followUp as ofAll, toCalendar as forCalendar } from './en/follow-ups.ts';
import { inLanguage } from './language.svelte.ts';

export type { Shown } from './en/follow-ups.ts';

export const followUpWords = inLanguage('followUp', ofAll);
export const toCalendarWords = inLanguage('toCalendar', forCalendar);

/** Whose it is and when, `Case manager, was due Monday`. */
export function whoseAndWhen({ owner, dueOn, doneOn, carriedTo }: Pick<AcrossFollowUp, 'owner' | 'dueOn' | 'doneOn' | 'carriedTo'>, today: string): string {
  const when = doneOn !== null ? followUpWords.doneBy(nearDay(doneOn, today)) : carriedTo ? followUpWords.isCarried : dueOn === null ? '' : relativeDay(dueOn, today);
  return [owner.slice(0, 120), when].filter(Boolean).join(', ');
}

/** `Nov 3`; empty without a day. */
export const onDay = (onDate: string | null): string => (onDate === null ? '' : dayShort(onDate));
