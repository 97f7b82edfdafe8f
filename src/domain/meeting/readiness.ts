/**
 * Whether a meeting is ready to begin: the before-stage items that are asked of it.
 *
 *   | answer          | then  |
 *   | yes, na         | ready |
 *   | partly, no      | open  |
 *   | not looked at   | open  |
 */
import type { Meeting } from '../entry.ts';
import type { AskedItem, AskedPhase } from '../roadmap/asked-items.ts';
import { answerOf } from './mark.ts';

export interface Readiness {
  readonly asked: number;
  readonly ready: number;
  /** Items that are not settled, in the roadmap's order. */
  readonly open: readonly AskedItem[];
}

/** Counts the before-stage items that are settled and names the others. */
export function readiness(meeting: Meeting, phases: readonly AskedPhase[]): Readiness {
  const items = phases.filter(({ phase }) => phase.stage === 'before').flatMap((phase) => phase.items);
  const open = items.filter(({ item }) => {
    const answer = answerOf(meeting, item.id);
    return answer !== 'yes' && answer !== 'na';
  });
  return { asked: items.length, ready: items.length - open.length, open };
}
