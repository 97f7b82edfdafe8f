import type { Edit } from '../entry.ts';
import { entryIdOf, type PhaseId } from '../ids.ts';

/**
 * The edits that plan `total` minutes, shared out as the phases are planned now (largest
 * remainder first, so that whole minutes add up to the total). None when they add up to it
 * already, when nothing is planned, or for a length that is no meeting's (under 10 minutes,
 * over 8 hours).
 */
export function spreadMinutes(planned: ReadonlyMap<PhaseId, number>, total: number): Edit[] {
  const sum = [...planned.values()].reduce((all, minutes) => all + minutes, 0);
  if (sum === 0 || sum === total || !Number.isInteger(total) || total < 10 || total > 480) return [];
  const shares = [...planned].map(([phase, minutes]) => ({ phase, whole: Math.floor((minutes * total) / sum), rest: (minutes * total) % sum }));
  let left = total - shares.reduce((all, { whole }) => all + whole, 0);
  const byRest = [...shares].sort((a, b) => b.rest - a.rest);
  const more = new Set(byRest.filter(({ rest }) => rest > 0 && (left -= 1) >= 0).map(({ phase }) => phase));
  const byPhase = Object.fromEntries(shares.map(({ phase, whole }) => [phase, whole + (more.has(phase) ? 1 : 0)]));
  return [{ kind: 'minutes', entry: entryIdOf('minutes'), value: { byPhase } }];
}
