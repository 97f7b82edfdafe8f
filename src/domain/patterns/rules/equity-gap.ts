/**
 * Families are served differently: with and without an interpreter, from afar and in the
 * room, first and yearly meetings, with and without an advocate. Two groups are shown beside
 * each other from five meetings each. So many items are compared that some differ by chance;
 * a difference is a pattern only with ten meetings each and an interval, widened for the
 * number of items (Bonferroni), that leaves no room for equality.
 *
 * No split by race or disability on a device: cells are tiny and identifying.
 */
import { groupGates, leastExported } from '../evidence.ts';
import { comparisons, difference, familyMiddle, familyShares, splitCounts, type Split } from '../groups.ts';
import { finding, guarded, stripMark } from '../recur.ts';
import { zForMany } from '../interval.ts';
import type { Finding, Look, Rule, Sign } from '../rule.ts';
import { anySign, isRated, markReason, rowAt, severalNo } from '../signs.ts';
import { sources } from '../sources.ts';
import { familyHeard } from '../talk.ts';
import { lastOf, type ScopeView } from '../window.ts';

/** Twenty points, ours. */
const leastDifference = 0.2;

const signIn = (look: Look): Sign =>
  anySign(['interpreter-booked', 'interpretation-complete', 'documents-accessible'].map((item) => severalNo(look, [item], 1)));

function itemFindings(view: ScopeView, split: Split, counts: ReturnType<typeof splitCounts>[number] | undefined): Finding[] {
  const compared = view.set.items.flatMap(({ id }, place) => {
    const [a, b] = [counts?.a[place], counts?.b[place]];
    return a && b && a.of >= groupGates.show && b.of >= groupGates.show ? [{ item: id, a, b }] : [];
  });
  const z = zForMany(compared.length);
  return compared.flatMap(({ item, a, b }): Finding[] => {
    // Halves of partly make shares such as 0.2000001 below.
    if (Math.abs(a.seen / a.of - b.seen / b.of) < leastDifference - 1e-9) return [];
    const widened = difference(a, b, z).interval;
    const isSure = Math.min(a.of, b.of) >= groupGates.export && (widened.low > 0 || widened.high < 0);
    return [finding({
      rule: 'equity-gap', scope: view.scope,
      about: { type: 'comparison', comparison: split.comparison, item, groups: [
        { group: 'with', meetings: split.a.length, value: a.seen, of: a.of }, { group: 'without', meetings: split.b.length, value: b.seen, of: b.of },
      ] },
      ...guarded(Math.min(a.of, b.of), isSure), count: a.seen, of: a.of, interval: difference(a, b).interval,
      at: latest([split.a, split.b], (position) => isRated({ ...view, position }, item)),
      leftOut: split.a.length + split.b.length - a.of - b.of,
    }, (position) => {
      const look = { ...view, position };
      return stripMark(look, split.a.includes(position) ? 'for' : 'against', markReason(look, item));
    })];
  });
}

/** The last ten of each group that fit, by day; all are counted. */
const latest = (groups: readonly (readonly number[])[], fits: (position: number) => boolean): number[] =>
  groups.flatMap((at) => lastOf({ at }, (position) => (fits(position) ? true : null)).found.map(({ position }) => position)).sort((a, b) => a - b);

/** The middle family share of one group lies outside the other group's middle half. */
function shareFindings(view: ScopeView, split: Split): Finding[] {
  return (['turns', 'pulse'] as const).flatMap((mode): Finding[] => {
    const [a, b] = [familyShares(view.set, split.a, mode), familyShares(view.set, split.b, mode)];
    if (a.length < groupGates.show || b.length < groupGates.show) return [];
    const [halfA, halfB] = [familyMiddle(view.set, a), familyMiddle(view.set, b)];
    if (!halfA || !halfB) return [];
    const isOutside = (middle: number, { low, high }: { readonly low: number; readonly high: number }): boolean => middle < low || middle > high;
    const [isAOut, isBOut] = [isOutside(halfA.middle, halfB), isOutside(halfB.middle, halfA)];
    if (!isAOut && !isBOut) return [];
    // Middle halves that do not even meet: groups of ten of one kind seldom do that.
    const isSure = Math.min(a.length, b.length) >= leastExported && (halfA.high < halfB.low || halfB.high < halfA.low);
    return [finding({
      rule: 'equity-gap', scope: view.scope,
      about: { type: 'comparison', comparison: split.comparison, item: null, groups: [
        { group: 'with', meetings: split.a.length, value: halfA.middle, of: a.length }, { group: 'without', meetings: split.b.length, value: halfB.middle, of: b.length },
      ] },
      ...guarded(Math.min(a.length, b.length), isSure), count: a.length, of: a.length + b.length, interval: null,
      at: latest([a, b], () => true),
      leftOut: split.a.length + split.b.length - a.length - b.length,
    }, (position) => {
      const look = { ...view, position };
      const heard = familyHeard(rowAt(look));
      return stripMark(look, a.includes(position) ? 'for' : 'against', heard ? [{ type: 'share', role: 'family', ...heard }] : []);
    })];
  });
}

export const equityGap: Rule = {
  id: 'equity-gap',
  title: 'Families are served differently',
  sign: 'No trained interpreter was booked, not everything was interpreted, or the papers did not come in a usable form.',
  pattern: 'An item differs by 20 points between two groups of five or more meetings, or the middle family share of one lies outside the other’s middle half.',
  caution: 'Groups are small, and many items are compared: some differ by chance. It is no pattern before ten meetings each.',
  coaching: ['Agree on pauses with the interpreter at the start.', 'Send papers and a glossary a day before.'],
  system: ['Longer slots when interpreted.', 'A pool of trained interpreters.', 'A calendar for translated papers.', 'Outreach by a liaison.'],
  references: [sources.duran, sources.familiesAccess, sources.interpreters, sources.smallCells],
  scopes: ['all', 'school'],
  signIn,
  find: (view) => {
    if (view.at.length < 2 * groupGates.show) return [];
    const splits = comparisons(view);
    const counts = splitCounts(view, splits);
    return splits.flatMap((split, at) => [...itemFindings(view, split, counts[at]), ...shareFindings(view, split)]);
  },
};
