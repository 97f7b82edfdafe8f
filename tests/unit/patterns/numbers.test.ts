/** Intervals, gates and agreement against published tables and worked examples. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondChance, isBright, isLow, levelFor } from '#domain/patterns/evidence.ts';
import { differenceInterval, median, quantile, wilson, zForMany } from '#domain/patterns/interval.ts';
import { agreement, kappa, possiblePairs } from '#domain/patterns/paired.ts';
import { pooledMargin } from '#domain/patterns/voice.ts';
import { recordFrom, setFrom } from '../../support/pattern-record.ts';

describe('the Wilson interval', () => {
  // Newcombe RG. Two-sided confidence intervals for the single proportion: comparison of seven
  // methods. Statistics in Medicine 1998; 17:857-872, table I, method 3 (score, no correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is the published one for %i of %i', (seen, of, low, high) => {
    expect(wilson(seen, of).low).toBeCloseTo(low, 4);
    expect(wilson(seen, of).high).toBeCloseTo(high, 4);
  });

  it('says nothing of nothing', () => { expect(wilson(0, 0)).toEqual({ low: 0, high: 1 }); });

  it('holds its rate, stays within 0 and 1, and narrows as meetings come', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 800 }), (of, halves) => {
      const seen = Math.min(of, halves / 2);
      const { low, high } = wilson(seen, of);
      const wider = wilson(seen, of, zForMany(20));
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low - 1e-12).toBeLessThanOrEqual(seen / of);
      expect(high + 1e-12).toBeGreaterThanOrEqual(seen / of);
      expect(wider.low).toBeLessThanOrEqual(low + 1e-12);
      expect(wilson(2 * seen, 2 * of).high - wilson(2 * seen, 2 * of).low).toBeLessThan(high - low);
    }));
  });

  // Newcombe RG. Interval estimation for the difference between independent proportions.
  // Statistics in Medicine 1998; 17:873-890, table II, method 10, cases (a) and (b).
  it.each([
    [{ seen: 56, of: 70 }, { seen: 48, of: 80 }, 0.0524, 0.3339],
    [{ seen: 9, of: 10 }, { seen: 3, of: 10 }, 0.1705, 0.809],
  ] as const)('makes the published interval of a difference: %j less %j', (a, b, low, high) => {
    const found = differenceInterval(a, b);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('widens for several comparisons by the normal percentiles', () => {
    expect(zForMany(5)).toBeCloseTo(2.5758, 3);
    expect(zForMany(25)).toBeCloseTo(3.0902, 3);
  });
});

describe('the gates', () => {
  it.each([[0, 'single'], [2, 'single'], [3, 'watch'], [4, 'watch'], [5, 'emerging'], [9, 'emerging'], [10, 'pattern'], [400, 'pattern']] as const)(
    '%i meetings allow "%s"', (of, level) => { expect(levelFor(of)).toBe(level); });

  it.each([[2, 5], [3, 6], [4, 8], [6, 10], [7, 12], [10, 15], [13, 20], [21, 30]])('%i of %i is low, and half more is not', (seen, of) => {
    expect(isLow({ seen, of })).toBe(true);
    expect(isLow({ seen: seen + 1, of })).toBe(false);
  });

  it.each([[10, 10], [12, 12], [14, 15], [19, 20], [26, 30]])('%i of %i is bright, and one less is not', (seen, of) => {
    expect(isBright({ seen, of })).toBe(true);
    expect(isBright({ seen: seen - 1, of })).toBe(false);
  });

  it('takes two of ten for chance, and four of ten not', () => {
    expect([beyondChance(0, 5), beyondChance(2, 10), beyondChance(3, 10), beyondChance(4, 10), beyondChance(3, 5)]).toEqual([false, false, false, true, true]);
  });

  it('finds the middle and the middle half', () => {
    expect(median([])).toBeNull();
    expect(median([3, 1, 2])).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.25)).toBeCloseTo(1.75);
  });

  it('carries the margins that the notes give: 40, 80 and 240 samples at 15 %', () => {
    expect([40, 60, 80, 120, 240].map((samples) => pooledMargin(0.15, samples).toFixed(1))).toEqual(['11.1', '9.0', '7.8', '6.4', '4.5']);
  });
});

describe('agreement between two leaders', () => {
  // Fleiss JL, Levin B, Paik MC. Statistical Methods for Rates and Proportions, 3rd ed. 2003,
  // section 18.1: two raters, three diagnoses, observed .89, by chance .66, kappa .68.
  it('gives the textbook kappa', () => {
    const found = kappa([[0.75, 0.01, 0.04], [0.05, 0.04, 0.01], [0, 0, 0.1]]);
    expect(found.observed).toBeCloseTo(0.89, 10);
    expect(found.byChance).toBeCloseTo(0.66, 10);
    expect(found.kappa).toBeCloseTo(0.676, 3);
  });

  it('gives none where chance alone agrees', () => {
    expect(kappa([[12, 0], [0, 0]]).kappa).toBeNull();
    expect(kappa([[0, 0], [0, 0]]).kappa).toBeNull();
  });

  const items = ['goal-from-need', 'goal-measurable', 'goal-ambitious', 'services-match-goals', 'gened-first', 'options-weighed', 'decisions-restated', 'not-rushed', 'plain-language', 'intros-with-roles'];

  it('tells what was marked alike, otherwise and by one alone', () => {
    const first = recordFrom({ n: 1, marks: Object.fromEntries([...items.map((item, at) => [item, at < 7 ? 'yes' : 'no'] as const), ['purpose-stated', 'yes']]) });
    const second = recordFrom({ n: 2, device: 2, marks: Object.fromEntries([...items.map((item, at) => [item, at < 6 || at === 9 ? 'yes' : at === 6 ? 'partly' : 'no'] as const), ['asset-language', 'no']]) });
    const found = agreement(first, second);
    expect(found).toMatchObject({ both: 10, agreed: 8, onlyFirst: 1, onlySecond: 1, share: 0.8, meetsFloor: true });
    expect(found.toTalkAbout.map(({ item }) => item)).toEqual(['intros-with-roles', 'decisions-restated']);
    expect(found.kappa).not.toBeNull();
    const other = agreement(second, first);
    expect([other.agreed, other.kappa]).toEqual([found.agreed, found.kappa]);
  });

  it('withholds kappa from few items and from marks that are all alike', () => {
    const marks = Object.fromEntries(items.map((item) => [item, 'yes' as const]));
    expect(agreement(recordFrom({ n: 1, marks }), recordFrom({ n: 2, marks })).kappaCaution).toBe('one-answer');
    const few = { 'goal-from-need': 'yes', 'not-rushed': 'no' } as const;
    expect(agreement(recordFrom({ n: 1, marks: few }), recordFrom({ n: 2, marks: few }))).toMatchObject({ kappa: null, kappaCaution: 'few-items', meetsFloor: null });
  });

  it('proposes pairs of two observers on one day only', () => {
    const same = { day: '2026-03-02', code: 'R7-1' };
    const set = setFrom([{ n: 1, ...same }, { n: 2, ...same, owner: 'm2', device: 2 }, { n: 3, ...same, day: '2026-03-03', owner: 'm2' }, { n: 4, ...same, code: 'R8' }]);
    expect(possiblePairs(set).map(({ first, second }) => [first.meeting, second.meeting])).toHaveLength(1);
  });
});
