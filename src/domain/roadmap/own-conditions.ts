/** Conditions of a roadmap's own: which of them are asked, which follow, and which go in a circle. */
import type { OwnCondition, Roadmap } from './roadmap.ts';

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

/** The roadmap's own conditions that the plan asks for, in its order. */
export const askedConditions = ({ conditions = [] }: Pick<Roadmap, 'conditions'>): readonly OwnCondition[] =>
  conditions.filter(({ of }) => of === undefined);

/** The ids of one circle, each following from the next; empty where there is none. */
export function cycleOf(conditions: readonly Pick<OwnCondition, 'id' | 'of'>[]): readonly string[] {
  const byId = new Map(conditions.map((condition) => [condition.id, condition]));
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): readonly string[] => {
    const begun = path.indexOf(id);
    if (begun !== -1) return path.slice(begun);
    const condition = byId.get(id);
    if (!condition || done.has(id)) return [];
    path.push(id);
    for (const next of condition.of ?? []) {
      const circle = visit(next);
      if (circle.length > 0) return circle;
    }
    path.pop();
    done.add(id);
    return [];
  };
  for (const { id } of conditions) {
    const circle = visit(id);
    if (circle.length > 0) return circle;
  }
  return [];
}
