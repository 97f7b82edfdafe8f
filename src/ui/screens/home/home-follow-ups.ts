/** Open next steps for the margin of the home screen, which comes after the first paint. */
import type { ListedMeeting } from '#app/home/watch-meetings.ts';
import { followUpsAcross, type AcrossFollowUp } from '#domain/meeting/follow-ups-across.ts';
import { isOpen } from '#domain/meeting/glance.ts';
import type { HomeLists } from './home-lists.ts';

export type HomeFollowUp = AcrossFollowUp<ListedMeeting>;

/** Open ones of all meetings of the lists, the earliest due first, undated ones last. */
export const homeFollowUps = ({ today, coming, later, wrapUp, finished }: HomeLists): HomeFollowUp[] =>
  followUpsAcross([...today, ...coming, ...later, ...wrapUp, ...finished]).filter(isOpen).sort(byDue);

const lastDay = '9999-12-31';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDue = (a: HomeFollowUp, b: HomeFollowUp): number =>
  compare(a.dueOn ?? lastDay, b.dueOn ?? lastDay) || compare(a.entry, b.entry);
