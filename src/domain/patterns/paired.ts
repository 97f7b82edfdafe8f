/**
 * Two leaders who marked the same meeting. Agreement over the items that both answered, by
 * item and in all; 80 % is the usual floor for observers. Cohen's kappa (1960) takes chance
 * out of it: (po - pe) / (1 - pe). It falls when nearly all marks are alike, and says little
 * over few items; it is given from ten items on, and none where chance alone agrees.
 */
import { answers, type Answer } from '../entry.ts';
import { answerOf } from '../meeting/mark.ts';
import { conditionsOf } from '../meeting/plan.ts';
import { meetingOfRecord } from '../record/finish.ts';
import type { MeetingRecord } from '../record/record.ts';
import { calledBy } from '../roadmap/asked-items.ts';
import { withOwn } from '../roadmap/own-conditions.ts';
import type { DerivedMeeting } from './derived.ts';
import { wilson, type Interval } from './interval.ts';
import type { PatternSet } from './pattern-set.ts';

export interface PairedItem {
  readonly item: string;
  readonly label: string;
  readonly phase: string;
  /** Null where it was not looked at. */
  readonly first: Answer | null;
  readonly second: Answer | null;
  /** Null unless both answered. */
  readonly agree: boolean | null;
}

export interface Agreement {
  readonly items: readonly PairedItem[];
  readonly both: number;
  readonly agreed: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Agreed of both; null where there is nothing. */
  readonly share: number | null;
  readonly interval: Interval | null;
  /** True from 80 % on; null under five items. */
  readonly meetsFloor: boolean | null;
  /** Null under ten items, and where chance alone agrees. */
  readonly kappa: number | null;
  readonly kappaCaution: 'few-items' | 'one-answer' | 'mostly-alike' | null;
  /** Items to talk about: answered differently, the widest apart first. */
  readonly toTalkAbout: readonly PairedItem[];
}

/** The usual floor of agreement between observers. */
export const agreementFloor = 0.8;
const leastForKappa = 10;
const worth: Readonly<Record<Answer, number>> = { yes: 0, partly: 1, no: 2, na: 3 };

/** Compares two records of one meeting, item by item; items are matched by id over roadmap versions. */
export function agreement(first: MeetingRecord, second: MeetingRecord): Agreement {
  const [one, other] = [meetingOfRecord(first), meetingOfRecord(second)];
  const inSecond = new Set(second.roadmap.items.map(({ id }) => id));
  const [inForce, inOther] = [withOwn(first.roadmap, conditionsOf(one)), withOwn(second.roadmap, conditionsOf(other))];
  const items = first.roadmap.items
    .filter((item) => inSecond.has(item.id) && (calledBy(item, inForce) !== undefined || calledBy(item, inOther) !== undefined))
    .map((item): PairedItem => {
      const [a, b] = [answerOf(one, item.id), answerOf(other, item.id)];
      return { item: item.id, label: item.label, phase: item.phase, first: a, second: b, agree: a && b ? a === b : null };
    });
  return summed(items);
}

function summed(items: readonly PairedItem[]): Agreement {
  const pairs = items.flatMap(({ first, second }) => (first && second ? [[first, second] as const] : []));
  const agreed = pairs.filter(([a, b]) => a === b).length;
  const table = answers.map((a) => answers.map((b) => pairs.filter(([x, y]) => x === a && y === b).length));
  const { kappa: found, byChance } = kappa(table);
  const share = pairs.length > 0 ? agreed / pairs.length : null;
  const apart = ({ first, second }: PairedItem): number => (first && second ? Math.abs(worth[first] - worth[second]) : 0);
  return {
    items, both: pairs.length, agreed,
    onlyFirst: items.filter(({ first, second }) => first && !second).length,
    onlySecond: items.filter(({ first, second }) => !first && second).length,
    share, interval: pairs.length < 3 ? null : wilson(agreed, pairs.length),
    meetsFloor: share === null || pairs.length < 5 ? null : share >= agreementFloor,
    kappa: pairs.length < leastForKappa ? null : found,
    kappaCaution: pairs.length < leastForKappa ? 'few-items' : found === null ? 'one-answer' : byChance > 0.7 ? 'mostly-alike' : null,
    toTalkAbout: items.filter(({ agree }) => agree === false).sort((a, b) => apart(b) - apart(a)),
  };
}

/** Cohen's kappa of a square table of counts or shares; null where chance alone agrees, or it is empty. */
export function kappa(table: readonly (readonly number[])[]): { kappa: number | null; observed: number; byChance: number } {
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  if (total === 0) return { kappa: null, observed: 0, byChance: 0 };
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0) / total);
  const columns = table.map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0) / total);
  const observed = table.reduce((sum, row, at) => sum + (row[at] ?? 0), 0) / total;
  const byChance = rows.reduce((sum, row, at) => sum + row * (columns[at] ?? 0), 0);
  return { kappa: byChance >= 1 - 1e-12 ? null : (observed - byChance) / (1 - byChance), observed, byChance };
}

/**
 * Rows that may be of one meeting: two observers, the same day, type, school and code. Only a
 * proposal; the leaders say whether it is one.
 */
export function possiblePairs(set: PatternSet): readonly PossiblePair[] {
  const known = pairsBySet.get(set) ?? pairsOf(set);
  pairsBySet.set(set, known);
  return known;
}

export interface PossiblePair {
  readonly first: DerivedMeeting;
  readonly second: DerivedMeeting;
}

const pairsBySet = new WeakMap<PatternSet, readonly PossiblePair[]>();

function pairsOf({ rows }: PatternSet): PossiblePair[] {
  const byMeeting = new Map<string, DerivedMeeting[]>();
  for (const row of rows) {
    if (row.day === null || row.code.trim() === '') continue;
    const key = [row.day, row.type, row.school.toLowerCase(), row.code.trim().toLowerCase()].join('\u001f');
    const same = byMeeting.get(key);
    if (same) same.push(row);
    else byMeeting.set(key, [row]);
  }
  return [...byMeeting.values()].flatMap((same) =>
    same.flatMap((first, at) => same.slice(at + 1).filter((second) => second.owner !== first.owner || second.device !== first.device).map((second) => ({ first, second }))));
}
