/** Next steps of many meetings, read from their digests. Days are local, 'YYYY-MM-DD'. */
import type { Digest } from '../digest.ts';
import type { Elsewhere } from '../entry.ts';

export interface Listed {
  readonly id: string;
  readonly digest: Digest;
}

export interface AcrossFollowUp<M extends Listed = Listed> {
  readonly meeting: M;
  readonly entry: string;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly carriedFrom: Elsewhere | null;
  readonly carriedTo: Elsewhere | null;
}

/**
 * All next steps of these meetings. One that was carried over into a meeting that is among
 * them and does not have it (any more) is open again where it came from: it would be nowhere.
 */
export function followUpsAcross<M extends Listed>(meetings: readonly M[]): AcrossFollowUp<M>[] {
  const byId = new Map(meetings.map(({ id, digest }) => [id, digest]));
  const isLost = ({ meeting, entry }: Elsewhere): boolean => {
    const target = byId.get(meeting);
    return target !== undefined && !target.followUps.some((step) => step.entry === entry);
  };
  return meetings.flatMap((meeting) => meeting.digest.followUps.map(({ entry, what, owner, dueOn, doneOn, carriedFrom = null, carriedTo = null }) =>
    ({ meeting, entry, what, owner, dueOn, doneOn, carriedFrom, carriedTo: carriedTo && isLost(carriedTo) ? null : carriedTo })));
}
