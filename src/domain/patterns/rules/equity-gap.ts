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
import { comparisons, difference, familyShares, itemDifferences, type Split } from '../groups.ts';
import { guarded, stripMark } from '../recur.ts';
import { median, quantile, zForMany } from '../interval.ts';
import type { Finding, Look, Reason, Rule, Sign, StripMark } from '../rule.ts';
import { anySign, markReason, severalNo } from '../signs.ts';
import { sources } from '../sources.ts';
import { lastOf, type ScopeView } from '../window.ts';

/** Twenty points, ours. */
const leastDifference = 0.2;

const signIn = (look: Look): Sign =>
  anySign(['interpreter-booked', 'interpretation-complete', 'documents-accessible'].map((item) => severalNo(look, [item], 1)));

function itemFindings(view: ScopeView, split: Split): Finding[] {
  const compared = itemDifferences(view.set, split)
    .filter(({ found }) => found.a.of >= groupGates.show && found.b.of >= groupGates.show);
  const z = zForMany(compared.length);
  const inFirst = new Set(split.a);
  return compared.flatMap(({ item, found: { a, b, between, interval } }): Finding[] => {
    // Halves of partly make shares such as 0.2000001 below.
    if (Math.abs(between) < leastDifference - 1e-9) return [];
    const widened = difference(a, b, z).interval;
    const isSure = Math.min(a.of, b.of) >= groupGates.export && (widened.low > 0 || widened.high < 0);
    return [{
      rule: 'equity-gap', scope: view.scope,
      about: { type: 'comparison', comparison: split.comparison, item, groups: [
        { group: 'with', meetings: split.a.length, value: a.seen, of: a.of }, { group: 'without', meetings: split.b.length, value: b.seen, of: b.of },
      ] },
      ...guarded(Math.min(a.of, b.of), isSure), count: a.seen, of: a.of, interval,
      strip: strip(view, split, (position) => {
        const because = markReason({ ...view, position }, item);
        return because.some((reason) => reason.type === 'mark' && reason.answer !== 'na') ? because : null;
      }, inFirst),
      leftOut: split.a.length + split.b.length - a.of - b.of,
    }];
  });
}

/** At most this many of the latest meetings of each group are shown in a strip; all are counted. */
const mostInStrip = 20;

 
function strip(view: ScopeView, split: Split, becauseOf: (position: number) => readonly Reason[] | null, inFirst: ReadonlySet<number>): StripMark[] {
  return [...lastOf({ at: split.a }, becauseOf, mostInStrip).found, ...lastOf({ at: split.b }, becauseOf, mostInStrip).found]
    .sort((one, other) => one.position - other.position)
    .map(({ position, value }) => stripMark({ ...view, position }, inFirst.has(position) ? 'for' : 'against', value));
}

/** The middle family share of one group lies outside the other group's middle half. */
function shareFindings(view: ScopeView, split: Split): Finding[] {
  return (['turns', 'pulse'] as const).flatMap((mode): Finding[] => {
    const [a, b] = [familyShares(view.set, split.a, mode), familyShares(view.set, split.b, mode)];
    const [middleA, middleB] = [median(a.map(({ share }) => share)), median(b.map(({ share }) => share))];
    if (a.length < groupGates.show || b.length < groupGates.show || middleA === null || middleB === null) return [];
    const isOutside = (middle: number, other: typeof a): boolean => {
      const shares = other.map(({ share }) => share);
      return middle < (quantile(shares, 0.25) ?? 0) || middle > (quantile(shares, 0.75) ?? 1);
    };
    if (!isOutside(middleA, b) && !isOutside(middleB, a)) return [];
    // Both middles outside the other's middle half: groups of ten of one kind seldom do that.
    const isSure = Math.min(a.length, b.length) >= leastExported && isOutside(middleA, b) && isOutside(middleB, a);
    return [{
      rule: 'equity-gap', scope: view.scope,
      about: { type: 'comparison', comparison: split.comparison, item: null, groups: [
        { group: 'with', meetings: split.a.length, value: middleA, of: a.length }, { group: 'without', meetings: split.b.length, value: middleB, of: b.length },
      ] },
      ...guarded(Math.min(a.length, b.length), isSure), count: a.length, of: a.length + b.length, interval: null,
      strip: [...a.map((heard) => ({ ...heard, state: 'for' as const })), ...b.map((heard) => ({ ...heard, state: 'against' as const }))]
        .sort((one, other) => one.position - other.position)
        .slice(-2 * mostInStrip)
        .map(({ position, share, margin, state }) => stripMark({ ...view, position }, state, [{ type: 'share', role: 'family', share, margin, mode }])),
      leftOut: split.a.length + split.b.length - a.length - b.length,
    }];
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
  find: (view) => comparisons(view).flatMap((split) => [...itemFindings(view, split), ...shareFindings(view, split)]),
};
