/** Conditions of a roadmap's own: which of them the plan asks, and which go in a circle. */
import type { OwnCondition, Roadmap } from './roadmap.ts';

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
