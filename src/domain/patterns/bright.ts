/** What is reliably there, by item: the widest scope in which it shines, once each. */
import type { View } from './filter.ts';
import type { Finding } from './rule.ts';
import { brightSpot } from './rules/bright-spot.ts';
import { scopesOf } from './window.ts';

/** Bright spots of a view, the brightest first. */
export function brightSpots(view: View): Finding[] {
  const told = new Set<string>();
  return scopesOf(view, brightSpot.scopes)
    .flatMap((scope) => brightSpot.find(scope))
    .filter(({ about }) => {
      if (about.type !== 'item' || told.has(about.item)) return false;
      told.add(about.item);
      return true;
    })
    .sort((a, b) => (b.interval?.low ?? 0) - (a.interval?.low ?? 0));
}
