/** The two ways in which most rules find a pattern: a sign that comes back, and an item that is seldom seen. */
import { beyondChance, isLow, levelFor, lowerLevel, target, type Level } from './evidence.ts';
import { wilson, zForMany, type Counted } from './interval.ts';
import { code, codeAt } from './pattern-set.ts';
import type { About, Finding, Look, RuleId, Sign, StripMark } from './rule.ts';
import { markReason, rowAt } from './signs.ts';
import { lastOf, lately, windowSize, type ScopeView } from './window.ts';

interface Recurring {
  readonly rule: RuleId;
  readonly about?: About;
  /** So many among the last `among` in which the sign could be seen. */
  readonly least: number;
  readonly among: number;
  readonly sign: (look: Look) => Sign;
}

/** One meeting of a strip. */
export function stripMark(look: Look, state: StripMark['state'], because: StripMark['because']): StripMark {
  const { meeting, day } = rowAt(look);
  return { meeting, day, state, because };
}

/** The level that the count allows, and no more than `watch` where `sure` is false. */
export const guarded = (of: number, sure: boolean): { level: Level; tentative: boolean } => {
  const level = sure ? levelFor(of) : lowerLevel('watch', levelFor(of));
  return { level, tentative: level !== 'pattern' };
};

/**
 * A sign that stands in `least` of the last `among` meetings. Counted over the whole window
 * of ten; it is a pattern only where so many in the window are more than chance would give.
 */
export function recurring(view: ScopeView, { rule, about = { type: 'sign' }, least, among, sign }: Recurring): Finding[] {
  const { found, passedOver } = lastOf(view, (position) => {
    const seen = sign({ set: view.set, position, today: view.today });
    return seen.state === 'unknown' ? null : seen;
  });
  const isFired = ({ value }: { readonly value: Sign }): boolean => value.state === 'fired';
  if (found.slice(-among).filter(isFired).length < least) return [];
  const count = found.filter(isFired).length;
  return [{
    rule, scope: view.scope, about, count, of: found.length,
    ...guarded(found.length, beyondChance(count, found.length)),
    interval: found.length < 3 ? null : wilson(count, found.length),
    strip: found.map(({ position, value }) => stripMark({ ...view, position }, value.state === 'fired' ? 'for' : 'against', value.because)),
    leftOut: passedOver,
  }];
}

/** Three of the last five. */
export const threeOfFive = { least: 3, among: lately } as const;

/** The last ten marks of an item that rate it, and their count; partly is a half. */
export function ratedWindow(view: ScopeView, item: string): { counted: Counted; strip: StripMark[]; leftOut: number } {
  const { found, passedOver } = lastOf(view, (position) => {
    const seen = codeAt(view.set, position, item);
    return seen === code.yes || seen === code.partly || seen === code.no ? seen : null;
  }, windowSize);
  const seen = found.reduce((sum, { value }) => sum + (value === code.yes ? 1 : value === code.partly ? 0.5 : 0), 0);
  const strip = found.map(({ position, value }) => {
    const look = { ...view, position };
    return stripMark(look, value === code.yes ? 'against' : value === code.partly ? 'half' : 'for', markReason(look, item));
  });
  return { counted: { seen, of: found.length }, strip, leftOut: passedOver };
}

/**
 * Items whose rate is low: the upper end of the interval under the target, from `least` rated
 * on. Where several items are looked at, one of them is low by chance more easily; a pattern
 * is therefore one that stays low when the interval is widened for their number (Bonferroni).
 */
export function lowItems(view: ScopeView, rule: RuleId, items: readonly string[], least: number): Finding[] {
  const z = zForMany(items.length);
  return items.flatMap((item): Finding[] => {
    const { counted, strip, leftOut } = ratedWindow(view, item);
    if (counted.of < least || !isLow(counted)) return [];
    return [{
      rule, scope: view.scope, about: { type: 'item', item }, count: counted.seen, of: counted.of,
      ...guarded(counted.of, wilson(counted.seen, counted.of, z).high < target),
      interval: wilson(counted.seen, counted.of), strip, leftOut,
    }];
  });
}
