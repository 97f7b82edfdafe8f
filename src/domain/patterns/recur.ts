/** The two ways in which most rules find a pattern: a sign that comes back, and an item that is seldom seen. */
import { beyondChance, isLow, levelFor, lowerLevel, target, type Level } from './evidence.ts';
import type { View } from './filter.ts';
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
  /** How often the sign may stand by chance, where that is more than usual (evidence.ts). */
  readonly byChance?: number;
  /** Tells signs apart that share rule and subject, such as ways of capture. */
  readonly apart?: string;
}

/** At most this many of the latest meetings stand in a strip that is no window; all are counted. */
export const mostInStrip = 30;

/** One meeting of a strip. */
export function stripMark(look: Look, state: StripMark['state'], because: StripMark['because']): StripMark {
  const { meeting, day } = rowAt(look);
  return { meeting, day, state, because };
}

/**
 * A finding whose strip is made when it is first looked at: of thousands of findings a screen
 * shows a few. It is an own property, so that it is copied and sent like any other.
 */
export function finding(facts: Omit<Finding, 'strip'>, markAt: (position: number) => StripMark): Finding {
  let made: readonly StripMark[] | null = null;
  return { ...facts, get strip() { return (made ??= facts.at.map(markAt)); } };
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
export function recurring(view: ScopeView, { rule, about = { type: 'sign' }, least, among, sign, byChance, apart = '' }: Recurring): Finding[] {
  const read = remembered(view, `${rule} ${JSON.stringify(about)} ${apart}`, sign);
  const { found, passedOver } = lastOf(view, (position) => {
    const seen = read(position);
    return seen.state === 'unknown' ? null : seen;
  });
  const isFired = ({ value }: { readonly value: Sign }): boolean => value.state === 'fired';
  if (found.slice(-among).filter(isFired).length < least) return [];
  const count = found.filter(isFired).length;
  return [finding({
    rule, scope: view.scope, about, count, of: found.length,
    ...guarded(found.length, beyondChance(count, found.length, byChance)),
    interval: found.length < 3 ? null : wilson(count, found.length),
    at: found.map(({ position }) => position), leftOut: passedOver,
  }, (position) => {
    const { state, because } = read(position);
    return stripMark({ ...view, position }, state === 'fired' ? 'for' : 'against', because);
  })];
}

/** Reads a sign at positions, each once for a set and a day. The key tells signs apart. */
export function remembered(view: View, key: string, sign: (look: Look) => Sign): (position: number) => Sign {
  const known = view.signs.get(key) ?? new Array<Sign | undefined>(view.set.rows.length).fill(undefined);
  view.signs.set(key, known);
  const look = { set: view.set, today: view.today };
  return (position) => (known[position] ??= sign({ ...look, position }));
}

/** Three of the last five. */
export const threeOfFive = { least: 3, among: lately } as const;

export interface RatedWindow {
  readonly counted: Counted;
  /** Positions of the ten, oldest first. */
  readonly at: readonly number[];
  readonly leftOut: number;
}

/** The last ten marks that rate an item (its place in the set), and their count; partly is a half. */
export function ratedWindow({ set, at }: Pick<ScopeView, 'set' | 'at'>, place: number): RatedWindow {
  const found: number[] = [];
  let [halves, leftOut] = [0, 0];
  for (let index = at.length - 1; index >= 0 && found.length < windowSize; index -= 1) {
    const position = at[index] ?? 0;
    const seen = set.answers[position * set.items.length + place];
    if (seen === code.yes) halves += 2;
    else if (seen === code.partly) halves += 1;
    else if (seen !== code.no) { leftOut += 1; continue; }
    found.push(position);
  }
  return { counted: { seen: halves / 2, of: found.length }, at: found.reverse(), leftOut };
}

/** A mark of an item as part of a strip; `yes` says whether a Yes is for or against the finding. */
export function itemMark(view: ScopeView, item: string, position: number, yes: 'for' | 'against'): StripMark {
  const look = { ...view, position };
  const seen = codeAt(view.set, position, item);
  return stripMark(look, seen === code.yes ? yes : seen === code.partly ? 'half' : yes === 'for' ? 'against' : 'for', markReason(look, item));
}

/**
 * Items whose rate is low: the upper end of the interval under the target, from `least` rated
 * on. Where several items are looked at, one of them is low by chance more easily; a pattern
 * is therefore one that stays low when the interval is widened for their number (Bonferroni).
 */
export function lowItems(view: ScopeView, rule: RuleId, items: readonly string[], least: number): Finding[] {
  const z = zForMany(items.length);
  return items.flatMap((item): Finding[] => {
    const place = view.set.itemAt.get(item);
    if (place === undefined) return [];
    const { counted, at, leftOut } = ratedWindow(view, place);
    if (counted.of < least || !isLow(counted)) return [];
    return [finding({
      rule, scope: view.scope, about: { type: 'item', item }, count: counted.seen, of: counted.of,
      ...guarded(counted.of, wilson(counted.seen, counted.of, z).high < target),
      interval: wilson(counted.seen, counted.of), at, leftOut,
    }, (position) => itemMark(view, item, position, 'against'))];
  });
}
