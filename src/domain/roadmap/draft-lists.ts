/** What the commands of a draft do to lists and fields. */
import { isBuiltInCondition } from '../meeting/built-in-condition.ts';
import { idShape } from './limits.ts';
import { assert } from '../result.ts';
import type { Roadmap } from './roadmap.ts';

/** The same fields with those of `change` in their place; one that is given as undefined is taken away. */
export function changed<T extends object>(fields: T, change: Partial<NoInfer<T>>): T {
  const next = { ...fields, ...change };
  for (const [name, value] of Object.entries(next)) if (value === undefined) Reflect.deleteProperty(next, name);
  return next;
}

/** The list with `entry` at this place, or at the end where the list is shorter. */
export const withAt = <T>(list: readonly T[], index: number, entry: T): T[] => {
  const at = Math.min(Math.max(0, Math.trunc(index) || 0), list.length);
  return [...list.slice(0, at), entry, ...list.slice(at)];
};

/** The list with the one of this id changed; the same list where there is none. */
export function withOne<T extends { readonly id: string }>(list: readonly T[], id: string, change: (one: T) => T): readonly T[] {
  const at = list.findIndex((one) => one.id === id);
  const one = list[at];
  if (!one) return list;
  const next = [...list];
  next[at] = change(one);
  return next;
}

/**
 * `newId`, or where it is taken the first free one after it: `tidy-2`. Taken are all ids of the
 * draft and of its base, retired ones among them, and those of built-in conditions.
 */
export function freeId({ roadmap, base }: { readonly roadmap: Roadmap; readonly base: Roadmap | null }, newId: string): string {
  assert(idShape.test(newId), 'a new id has the form of one');
  const taken = new Set([roadmap, ...(base ? [base] : [])].flatMap(({ phases, items, conditions = [], retired = [] }) =>
    [...phases, ...items, ...conditions, ...retired].map(({ id }) => id)));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? newId : `${newId.slice(0, 70)}-${String(number)}`;
    if (!taken.has(id) && !isBuiltInCondition(id)) return id;
  }
}
