/** The item table: every answer counted, and the rate where enough was rated. */
import { isBright, isLow, leastForRate, levelFor, type Level } from './evidence.ts';
import type { View } from './filter.ts';
import { rateOf, wilson, type Interval } from './interval.ts';
import type { ItemFacts } from './roadmap-facts.ts';

export interface ItemRow {
  readonly item: ItemFacts;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly na: number;
  /** Asked and not looked at. */
  readonly blank: number;
  readonly rated: number;
  /** Partly is a half; null under five rated. */
  readonly rate: number | null;
  /** Wilson's 95 %; null under three rated. */
  readonly interval: Interval | null;
  readonly level: Level;
  readonly low: boolean;
  readonly bright: boolean;
  /** Words of the items that this one is a part of, whose marks are not counted here; missing where it is none. */
  readonly earlier?: readonly string[];
}

/** Counts of answers by code, for each item of the set. */
export function answerCounts({ set, at }: Pick<View, 'set' | 'at'>): Uint32Array {
  const width = set.items.length;
  const counts = new Uint32Array(width * 6);
  for (const position of at) {
    const from = position * width;
    for (let item = 0; item < width; item += 1) {
      const slot = item * 6 + (set.answers[from + item] ?? 0);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  return counts;
}

/** One row for each item that was asked in any meeting of the view, in the roadmap's order. */
export function itemTable(view: View): ItemRow[] {
  const counts = answerCounts(view);
  return view.set.items.flatMap((item, at): ItemRow[] => {
    const [, blank = 0, yes = 0, partly = 0, no = 0, na = 0] = counts.subarray(at * 6, at * 6 + 6);
    const rated = yes + partly + no;
    if (rated + na + blank === 0) return [];
    const earlier = view.set.earlier.get(item.id);
    const counted = { seen: yes + partly / 2, of: rated };
    return [{
      item, yes, partly, no, na, blank, rated,
      rate: rated < leastForRate ? null : rateOf(counted),
      interval: rated < 3 ? null : wilson(counted.seen, counted.of),
      level: levelFor(rated), low: rated >= leastForRate && isLow(counted), bright: rated >= 10 && isBright(counted),
      ...(earlier ? { earlier: earlier.map(({ label }) => label) } : {}),
    }];
  });
}
