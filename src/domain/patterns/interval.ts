/**
 * Intervals and middles. All pure arithmetic; rates run from 0 to 1.
 *
 * Wilson's score interval behaves well for few meetings and for rates near 0 and 1, where
 * the usual p ± 1.96 se does not (Newcombe 1998, Statistics in Medicine 17:857-872, method 3).
 */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5th percentile of the normal distribution. */
export const z95 = 1.959964;

/**
 * Wilson's 95 % interval of `seen` in `of`; `seen` may end in a half, where partly counts as
 * one. The whole range from 0 to 1 when there is nothing to go by.
 */
export function wilson(seen: number, of: number, z = z95): Interval {
  if (of <= 0) return { low: 0, high: 1 };
  const rate = seen / of;
  const square = z * z;
  const middle = rate + square / (2 * of);
  const half = z * Math.sqrt((rate * (1 - rate)) / of + square / (4 * of * of));
  const scale = 1 + square / of;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

export interface Counted {
  readonly seen: number;
  readonly of: number;
}

/**
 * The interval of the difference a - b of two rates, from both Wilson intervals (Newcombe
 * 1998, Statistics in Medicine 17:873-890, method 10).
 */
export function differenceInterval(a: Counted, b: Counted, z = z95): Interval {
  const [first, second] = [wilson(a.seen, a.of, z), wilson(b.seen, b.of, z)];
  const [p, q] = [rateOf(a) ?? 0.5, rateOf(b) ?? 0.5];
  const between = p - q;
  return {
    low: between - Math.hypot(p - first.low, second.high - q),
    high: between + Math.hypot(first.high - p, q - second.low),
  };
}

/** The rate; null when there is nothing to go by. */
export const rateOf = ({ seen, of }: Counted): number | null => (of > 0 ? seen / of : null);

/**
 * The values that these shares of the sorted numbers lie under, between neighbours where one
 * falls between them; none for no numbers. `isSorted` spares the sorting.
 */
export function quantiles(values: readonly number[], shares: readonly number[], isSorted = false): number[] {
  const sorted = isSorted ? values : new Float64Array(values).sort();
  return shares.flatMap((share) => {
    const at = share * (sorted.length - 1);
    const below = sorted[Math.floor(at)];
    const above = sorted[Math.ceil(at)];
    return below === undefined || above === undefined ? [] : [below + (above - below) * (at - Math.floor(at))];
  });
}

/** The value that a share of the numbers lies under; null for no numbers. */
export const quantile = (values: readonly number[], share: number): number | null => quantiles(values, [share])[0] ?? null;

/** The middle value; null for no numbers. */
export const median = (values: readonly number[]): number | null => quantile(values, 0.5);

/**
 * The normal percentile for a two-sided interval of 95 % over `count` comparisons at once
 * (Bonferroni). Acklam's rational approximation in the tail; its error is under 1e-8.
 */
export function zForMany(count: number): number {
  const q = Math.sqrt(-2 * Math.log(0.025 / Math.max(1, count)));
  const above = ((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783;
  const under = (((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1;
  return -above / under;
}
