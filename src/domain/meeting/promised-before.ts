/** What earlier meetings of a team promised, for its next one. Days are local, 'YYYY-MM-DD'. */
import { isOpen } from './glance.ts';
import { followUpsAcross, type AcrossFollowUp, type Listed } from './follow-ups-across.ts';

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The meeting for which earlier promises are wanted, as its basics say now. */
export interface ComingMeeting {
  readonly id: string;
  readonly team: string;
  readonly school: string;
  readonly onDate: string | null;
  readonly sample: boolean;
}

/**
 * What earlier meetings of the same team promised: steps that are open, of all of them, and
 * those that were done or carried over since, of the latest. Sample meetings stay among
 * themselves. Nothing while the team has no name.
 *
 * The same team is the same words, whatever their case; where both name a school it must be
 * the same. Earlier is a meeting that was held, on or before the day planned for this one.
 */
export function promisedBefore<M extends Listed>(meetings: readonly M[], coming: ComingMeeting): AcrossFollowUp<M>[] {
  if (coming.team.trim() === '') return [];
  const isEarlier = ({ id, digest }: M): boolean =>
    id !== coming.id && digest.sample === coming.sample && digest.state !== 'planned' && digest.state !== 'running'
    && sameWords(digest.team, coming.team)
    && (coming.school.trim() === '' || digest.school.trim() === '' || sameWords(digest.school, coming.school))
    && (coming.onDate === null || digest.onDate === null || digest.onDate <= coming.onDate);
  const earlier = meetings.filter(isEarlier);
  const latest = earlier.reduce<M | null>((last, meeting) => (last && heldAt(last) >= heldAt(meeting) ? last : meeting), null);
  const ofThis = (step: AcrossFollowUp<M>): boolean => step.meeting === latest || isOpen(step) || step.carriedTo?.meeting === coming.id;
  return followUpsAcross(meetings).filter((step) => earlier.includes(step.meeting) && step.what.trim() !== '' && ofThis(step));
}

/** For sorting only: the moment it began, else its day. */
const heldAt = ({ digest }: Listed): number => digest.startedAtMs ?? (digest.onDate === null ? 0 : Date.parse(digest.onDate));
