/** Choosing among the meetings of a device, by what their digests say. */
import type { Digest } from './digest.ts';
import { localDay } from './local-day.ts';

export interface MeetingFilter {
  /** First and last day, 'YYYY-MM-DD', both inclusive; '' for no bound. A meeting without a day is outside of any bound. */
  readonly from: string;
  readonly to: string;
  /** As written; '' for all. */
  readonly school: string;
  readonly team: string;
  readonly type: string;
  readonly finishedOnly: boolean;
  readonly samples: boolean;
}

/** All finished meetings, the sample not among them. */
export const noFilter: MeetingFilter = { from: '', to: '', school: '', team: '', type: '', finishedOnly: true, samples: false };

/** The day a meeting was held, or for which it is planned; '' where none is known. */
export const dayOfDigest = ({ onDate, startedAtMs }: Pick<Digest, 'onDate' | 'startedAtMs'>): string =>
  onDate ?? (startedAtMs === null ? '' : localDay(startedAtMs));

/** Whether a meeting falls under the filter. */
export function isChosen(digest: Digest, { from, to, school, team, type, finishedOnly, samples }: MeetingFilter): boolean {
  const day = dayOfDigest(digest);
  if (digest.sample && !samples) return false;
  if (finishedOnly ? digest.state !== 'finished' : digest.state === 'planned') return false;
  if ((from !== '' && (day === '' || day < from)) || (to !== '' && (day === '' || day > to))) return false;
  return (school === '' || digest.school === school) && (team === '' || digest.team === team) && (type === '' || digest.type === type);
}

/** The latest first; those without a day last. */
export const inOrder = <M extends { readonly digest: Pick<Digest, 'onDate' | 'startedAtMs'> }>(meetings: readonly M[]): M[] =>
  [...meetings].sort((a, b) => dayOfDigest(b.digest).localeCompare(dayOfDigest(a.digest)));
