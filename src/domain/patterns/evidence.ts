/**
 * How much may be said from how many meetings. The gates are the product's own (DOMAIN 2.1);
 * they lean on the counts under which other fields say nothing (34 CFR 300.647, NCES
 * 2011-603) and on the 85 % and 70 % of neighbouring team-meeting tools (TIPS, TFI).
 *
 *   | rated  | level    | what may be said                                |
 *   | 0-2    | single   | the single events, no rate                      |
 *   | 3-4    | watch    | worth a look                                    |
 *   | 5-9    | emerging | a pattern may be emerging                       |
 *   | 10-    | pattern  | a pattern, where the rule is sure enough of one |
 */
import { wilson, type Counted } from './interval.ts';

export const levels = ['single', 'watch', 'emerging', 'pattern'] as const;
export type Level = (typeof levels)[number];

/** Seen in at least this share: the target (TIPS, 85 %). */
export const target = 0.85;
/** Seen in at least this share with certainty is a strength (TFI, 70 %). */
export const floor = 0.7;
/** Meetings from which a group may be shown beside another, and from which it may be exported. */
export const groupGates = { show: 5, export: 10 } as const;
/** Exported cells of fewer meetings are left blank. */
export const leastExported = 10;
/** Meetings from which a rate may be given in percent (PRODUCT 3). */
export const leastForRate = 5;

/** The level that `of` rated meetings allow. */
export function levelFor(of: number): Level {
  if (of < 3) return 'single';
  if (of < 5) return 'watch';
  return of < 10 ? 'emerging' : 'pattern';
}

/** The lower of two levels. */
export const lowerLevel = (a: Level, b: Level): Level => (levels.indexOf(a) <= levels.indexOf(b) ? a : b);

/** True when even the upper end of the interval is under the target. */
export const isLow = ({ seen, of }: Counted): boolean => of > 0 && wilson(seen, of).high < target;

/** True when even the lower end of the interval is over the floor. */
export const isBright = ({ seen, of }: Counted): boolean => of > 0 && wilson(seen, of).low > floor;

/**
 * How often a sign may stand in one meeting without any gap behind it: a bad day, a harsh
 * eye, a word misheard. One in eight, ours; rules whose sign chance brings more often take
 * more. The generated districts of tests/bench/patterns.ts show whether that is enough.
 */
export const usualChance = 0.125;

/**
 * True when `fired` of `of` meetings is more than chance would give in one window of twenty.
 * What is not stays 'watch', however many meetings there are.
 */
export function beyondChance(fired: number, of: number, byChance = usualChance): boolean {
  let chance = 0;
  for (let count = fired; count <= of; count += 1) chance += choose(of, count) * byChance ** count * (1 - byChance) ** (of - count);
  return fired > 0 && chance <= 0.05;
}

function choose(of: number, count: number): number {
  let ways = 1;
  for (let at = 1; at <= count; at += 1) ways = (ways * (of - count + at)) / at;
  return ways;
}
