/** How the listed meetings stand on the home screen. Days are local, `YYYY-MM-DD`. */
import type { ListedMeeting } from '#app/home/watch-meetings.ts';
import { daysBetween } from '#ui/words/dates.ts';

export interface HomeLists {
  /** Running ones first, then what is planned for today, by time. */
  readonly today: readonly ListedMeeting[];
  /** Within the next seven days. */
  readonly coming: readonly ListedMeeting[];
  /** After that, without a date, or with a date that has passed without a meeting. */
  readonly later: readonly ListedMeeting[];
  readonly wrapUp: readonly ListedMeeting[];
  readonly finished: readonly ListedMeeting[];
  readonly samples: readonly ListedMeeting[];
}

const lastDay = '9999-12-31';

export function homeLists(meetings: readonly ListedMeeting[], today: string): HomeLists {
  const ofState = (...states: string[]): ListedMeeting[] => meetings.filter(({ digest }) => states.includes(digest.state));
  const planned = ofState('planned').sort(byDate);
  const daysAhead = ({ digest }: ListedMeeting): number => (digest.onDate === null ? Infinity : daysBetween(today, digest.onDate));
  return {
    today: [...ofState('running').sort(byDate), ...planned.filter((meeting) => daysAhead(meeting) === 0)],
    coming: planned.filter((meeting) => daysAhead(meeting) > 0 && daysAhead(meeting) <= 7),
    later: planned.filter((meeting) => daysAhead(meeting) < 0 || daysAhead(meeting) > 7),
    wrapUp: ofState('held').sort(byHeld),
    finished: ofState('finished').sort(byHeld),
    samples: meetings.filter(({ digest }) => digest.sample),
  };
}

/** When a meeting was held, as a local day; its planned day where it was never begun. */
export const heldOn = ({ digest }: ListedMeeting, dayOf: (atMs: number) => string): string | null =>
  (digest.startedAtMs === null ? digest.onDate : dayOf(digest.startedAtMs));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const dateAndTime = ({ digest }: ListedMeeting): string => `${digest.onDate ?? lastDay} ${digest.startsAt ?? '99'}`;
const byDate = (a: ListedMeeting, b: ListedMeeting): number => compare(dateAndTime(a), dateAndTime(b)) || compare(a.id, b.id);
const byHeld = (a: ListedMeeting, b: ListedMeeting): number =>
  (b.digest.startedAtMs ?? 0) - (a.digest.startedAtMs ?? 0) || compare(dateAndTime(b), dateAndTime(a)) || compare(a.id, b.id);
