/** Groups of meetings beside each other. A group is of meetings, never of persons. */
import { differenceInterval, quantiles, z95, type Counted, type Interval } from './interval.ts';
import { code, type PatternSet } from './pattern-set.ts';
import type { ComparisonId } from './rule.ts';
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

const sidesBySet = new WeakMap<PatternSet, readonly (readonly (boolean | null)[])[]>();

function sidesOf(set: PatternSet): readonly (readonly (boolean | null)[])[] {
  const known = sidesBySet.get(set) ?? comparisonIds.map((comparison) => set.rows.map(sides[comparison]));
  sidesBySet.set(set, known);
  return known;
}

/** Both groups of each comparison among the meetings of a view. */
export function comparisons({ set, at }: Pick<View, 'set' | 'at'>): Split[] {
  const all = sidesOf(set);
  return comparisonIds.map((comparison, place) => {
    const side = all[place] ?? [];
    return { comparison, a: at.filter((position) => side[position] === true), b: at.filter((position) => side[position] === false) };
  });
}

/** Seen (partly a half) of rated among some meetings, for every item of the set in its order. */
export function countItems(set: PatternSet, at: readonly number[]): Counted[] {
  const { answers, items } = set;
  const width = items.length;
  // One slot for each item and code: without a branch it is twice as quick.
  const slots = new Uint32Array(width * 8);
  for (const position of at) {
    const from = position * width;
    for (let item = 0; item < width; item += 1) {
      const slot = item * 8 + (answers[from + item] ?? 0);
      slots[slot] = (slots[slot] ?? 0) + 1;
    }
  }
  return items.map((_, item) => {
    const of = (found: number): number => slots[item * 8 + found] ?? 0;
    return { seen: of(code.yes) + of(code.partly) / 2, of: of(code.yes) + of(code.partly) + of(code.no) };
  });
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

/**
 * The counts of all items in both groups of each comparison. Where the groups make up the
 * whole view, the larger one is the whole less the smaller.
 */
export function splitCounts({ set, at }: Pick<View, 'set' | 'at'>, splits: readonly Split[]): { readonly a: readonly Counted[]; readonly b: readonly Counted[] }[] {
  const whole = countItems(set, at);
  const rest = (part: readonly Counted[]): Counted[] =>
    whole.map(({ seen, of }, place) => ({ seen: seen - (part[place]?.seen ?? 0), of: of - (part[place]?.of ?? 0) }));
  return splits.map(({ a, b }) => {
    if (a.length + b.length !== at.length) return { a: countItems(set, a), b: countItems(set, b) };
    const few = countItems(set, a.length < b.length ? a : b);
    return a.length < b.length ? { a: few, b: rest(few) } : { a: rest(few), b: few };
  });
}

/** Positions at which the family's share was told by this way of capture. */
export const familyShares = (set: PatternSet, at: readonly number[], mode: 'turns' | 'pulse'): number[] =>
  at.filter((position) => !Number.isNaN(set.family[position] ?? NaN) && set.familyByPulse[position] === Number(mode === 'pulse'));

const sharesInOrder = new WeakMap<PatternSet, Int32Array>();

function inOrder(set: PatternSet): Int32Array {
  const known = sharesInOrder.get(set) ?? Int32Array.from(set.rows.keys()).filter((position) => !Number.isNaN(set.family[position] ?? NaN)).sort((a, b) => (set.family[a] ?? 0) - (set.family[b] ?? 0));
  sharesInOrder.set(set, known);
  return known;
}

/** From so many meetings on it is quicker to walk through all in the order of their shares than to sort these. */
const manyMeetings = 500;

/** The lower quarter, middle and upper quarter of the family's shares at positions where it can be read; null for none. */
export function familyMiddle(set: PatternSet, at: readonly number[]): { readonly low: number; readonly middle: number; readonly high: number } | null {
  let shares: readonly number[];
  if (at.length < manyMeetings) shares = at.map((position) => set.family[position] ?? 0);
  else {
    const isIn = new Uint8Array(set.rows.length);
    for (const position of at) isIn[position] = 1;
    const sorted: number[] = [];
    for (const position of inOrder(set)) if (isIn[position] === 1) sorted.push(set.family[position] ?? 0);
    shares = sorted;
  }
  const [low, middle, high] = quantiles(shares, [0.25, 0.5, 0.75], at.length >= manyMeetings);
  return low === undefined || middle === undefined || high === undefined ? null : { low, middle, high };
}
