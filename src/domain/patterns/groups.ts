/** Groups of meetings beside each other. A group is of meetings, never of persons. */
import type { CaptureMode } from '../entry.ts';
import { differenceInterval, z95, type Counted, type Interval } from './interval.ts';
import { code, type PatternSet } from './pattern-set.ts';
import type { ComparisonId } from './rule.ts';
import { isPresent, shareOf } from './signs.ts';
import type { DerivedMeeting } from './derived.ts';
import type { View } from './filter.ts';

/** A comparison's two groups, as positions; a meeting that belongs to neither is in none. */
export interface Split {
  readonly comparison: ComparisonId;
  readonly a: readonly number[];
  readonly b: readonly number[];
}

const isFirst = ({ conditions }: DerivedMeeting): boolean => conditions.includes('initial');

/** True for the first group, false for the second, null for neither. */
const sides: Readonly<Record<ComparisonId, (row: DerivedMeeting) => boolean | null>> = {
  interpreter: ({ conditions }) => conditions.includes('interpreter'),
  virtual: ({ conditions }) => conditions.includes('virtual'),
  'initial-annual': (row) => (isFirst(row) ? true : row.type === 'annual' ? false : null),
  advocate: ({ present }) => present.includes('advocate-agency'),
};

export const comparisonIds = ['interpreter', 'virtual', 'initial-annual', 'advocate'] as const satisfies readonly ComparisonId[];

/** Both groups of each comparison among the meetings of a view. */
export function comparisons({ set, at }: Pick<View, 'set' | 'at'>): Split[] {
  return comparisonIds.map((comparison) => {
    const a: number[] = [];
    const b: number[] = [];
    for (const position of at) {
      const row = set.rows[position];
      const side = row ? sides[comparison](row) : null;
      if (side === true) a.push(position);
      else if (side === false) b.push(position);
    }
    return { comparison, a, b };
  });
}

/** Seen (partly a half) of rated among some meetings, for every item of the set in its order. */
export function countItems(set: PatternSet, at: readonly number[]): Counted[] {
  const width = set.items.length;
  const halves = new Uint32Array(width);
  const rated = new Uint32Array(width);
  for (const position of at) {
    const from = position * width;
    for (let item = 0; item < width; item += 1) {
      const found = set.answers[from + item];
      if (found === code.yes) halves[item] = (halves[item] ?? 0) + 2;
      else if (found === code.partly) halves[item] = (halves[item] ?? 0) + 1;
      else if (found !== code.no) continue;
      rated[item] = (rated[item] ?? 0) + 1;
    }
  }
  return Array.from(rated, (of, item) => ({ seen: (halves[item] ?? 0) / 2, of }));
}

export interface Difference {
  readonly a: Counted;
  readonly b: Counted;
  /** Rate of the first group less that of the second; 0 where one has none. */
  readonly between: number;
  readonly interval: Interval;
}

/** How far two counts lie apart. */
export function difference(a: Counted, b: Counted, z = z95): Difference {
  const between = a.of > 0 && b.of > 0 ? a.seen / a.of - b.seen / b.of : 0;
  return { a, b, between, interval: differenceInterval(a, b, z) };
}

/** The differences of all items between the groups, in the order of the set's items. */
export function itemDifferences(set: PatternSet, split: Split, z = z95): { readonly item: string; readonly found: Difference }[] {
  const [a, b] = [countItems(set, split.a), countItems(set, split.b)];
  const none = { seen: 0, of: 0 };
  return set.items.map(({ id }, at) => ({ item: id, found: difference(a[at] ?? none, b[at] ?? none, z) }));
}

/** Family shares of one way of capture, where they can be read. */
export function familyShares(set: PatternSet, at: readonly number[], mode: CaptureMode): { position: number; share: number; margin: number | null }[] {
  return at.flatMap((position) => {
    const row = set.rows[position];
    const heard = row && isPresent(row, 'family') ? shareOf(row, 'family') : null;
    return heard?.mode === mode ? [{ position, share: heard.share, margin: heard.margin }] : [];
  });
}
