/** Which conditions of a roadmap's own follow from others. */
import type { Roadmap } from './roadmap.ts';

/**
 * All conditions in force under this roadmap: those given, which were chosen or came with the
 * meeting's type, and the roadmap's own that follow from them, over one another perhaps.
 * The set only grows, so it ends, also where some go in a circle.
 */
export function withOwn({ conditions = [] }: Pick<Roadmap, 'conditions'>, given: ReadonlySet<string>): ReadonlySet<string> {
  let waiting = conditions.filter(({ id, of }) => of !== undefined && of.length > 0 && !given.has(id));
  if (waiting.length === 0) return given;
  const inForce = new Set(given);
  for (;;) {
    const still = waiting.filter(({ match, of = [] }) => !(match === 'all' ? of.every((id) => inForce.has(id)) : of.some((id) => inForce.has(id))));
    if (still.length === waiting.length) return inForce;
    const left = new Set(still);
    for (const condition of waiting) if (!left.has(condition)) inForce.add(condition.id);
    waiting = still;
  }
}
