/** Two groups of meetings beside each other: shown from five meetings each, exported from ten. */
import { groupGates } from './evidence.ts';
import type { View } from './filter.ts';
import { comparisons, difference, familyMiddle, familyShares, splitCounts, type Difference } from './groups.ts';
import type { Interval } from './interval.ts';
import type { ComparisonId } from './rule.ts';

export interface EquityItem extends Difference {
  readonly item: string;
}

export interface ShareBeside {
  readonly mode: 'turns' | 'pulse';
  readonly a: { readonly meetings: number; readonly middle: number; readonly middleHalf: Interval };
  readonly b: { readonly meetings: number; readonly middle: number; readonly middleHalf: Interval };
}

export interface EquityTable {
  readonly comparison: ComparisonId;
  readonly meetings: readonly [number, number];
  /** False while a group has fewer than five meetings: then there are no rows. */
  readonly shown: boolean;
  readonly exported: boolean;
  /** Items with five rated in each group, the largest difference first. */
  readonly items: readonly EquityItem[];
  readonly shares: readonly ShareBeside[];
}

/** One table for each comparison of the product. */
export function equityTables(view: View): EquityTable[] {
  const splits = comparisons(view);
  const counts = splitCounts(view, splits);
  return splits.map((split, at): EquityTable => {
    const meetings = [split.a.length, split.b.length] as const;
    const shown = Math.min(...meetings) >= groupGates.show;
    const items = view.set.items.flatMap(({ id }, place): EquityItem[] => {
      const [a, b] = [counts[at]?.a[place], counts[at]?.b[place]];
      return shown && a && b && a.of >= groupGates.show && b.of >= groupGates.show ? [{ item: id, ...difference(a, b) }] : [];
    });
    return {
      comparison: split.comparison, meetings, shown, exported: Math.min(...meetings) >= groupGates.export,
      items: items.sort((one, other) => Math.abs(other.between) - Math.abs(one.between)),
      shares: shown ? (['turns', 'pulse'] as const).flatMap((mode) => sharesBeside(view, split, mode)) : [],
    };
  });
}

function sharesBeside({ set }: View, split: { readonly a: readonly number[]; readonly b: readonly number[] }, mode: 'turns' | 'pulse'): ShareBeside[] {
  const side = (at: readonly number[]): ShareBeside['a'] | null => {
    const heard = familyShares(set, at, mode);
    const found = familyMiddle(set, heard);
    return !found || heard.length < groupGates.show ? null : { meetings: heard.length, middle: found.middle, middleHalf: { low: found.low, high: found.high } };
  };
  const [a, b] = [side(split.a), side(split.b)];
  return a && b ? [{ mode, a, b }] : [];
}
