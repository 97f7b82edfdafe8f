/** Two groups of meetings beside each other: shown from five meetings each, exported from ten. */
import { groupGates } from './evidence.ts';
import type { View } from './filter.ts';
import { comparisons, familyShares, itemDifferences, type Difference } from './groups.ts';
import { median, quantile, type Interval } from './interval.ts';
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
  return comparisons(view).map((split): EquityTable => {
    const meetings = [split.a.length, split.b.length] as const;
    const shown = Math.min(...meetings) >= groupGates.show;
    const items = shown
      ? itemDifferences(view.set, split)
        .filter(({ found: { a, b } }) => a.of >= groupGates.show && b.of >= groupGates.show)
        .map(({ item, found }) => ({ item, ...found }))
        .sort((one, other) => Math.abs(other.between) - Math.abs(one.between))
      : [];
    return {
      comparison: split.comparison, meetings, shown, exported: Math.min(...meetings) >= groupGates.export, items,
      shares: shown ? (['turns', 'pulse'] as const).flatMap((mode) => sharesBeside(view, split, mode)) : [],
    };
  });
}

function sharesBeside({ set }: View, split: { readonly a: readonly number[]; readonly b: readonly number[] }, mode: 'turns' | 'pulse'): ShareBeside[] {
  const side = (at: readonly number[]): ShareBeside['a'] | null => {
    const shares = familyShares(set, at, mode).map(({ share }) => share);
    const [low, middle, high] = [quantile(shares, 0.25), median(shares), quantile(shares, 0.75)];
    return low === null || middle === null || high === null || shares.length < groupGates.show ? null : { meetings: shares.length, middle, middleHalf: { low, high } };
  };
  const [a, b] = [side(split.a), side(split.b)];
  return a && b ? [{ mode, a, b }] : [];
}
