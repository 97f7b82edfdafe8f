/**
 * A recurrence rule (RFC 5545, 3.3.10) as days. Walked period by period, each of them a set of
 * at most 366 days, so that a rule that never fits, made to hang a reader, just ends.
 *
 * Left out: repetition within a day, and BYWEEKNO; such a rule is told as not read. DTSTART
 * counts only where the rule fits it.
 */
import { dayNumber, daysInMonth, weekdayOf, yearMonthDay } from './days.ts';

export interface Rule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  /** As it stands in the file: `2026-11-12` or `2026-11-12T17:00:00Z`. */
  readonly until: string | null;
  readonly byDay: readonly { readonly ordinal: number; readonly weekday: number }[];
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly bySetPos: readonly number[];
  readonly weekStart: number;
}

/** Work that is left for all rules of a file; ends at zero. */
export interface Budget {
  left: number;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const periods = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const numbersOf = (value: unknown): number[] => listOf(value).map(Number).filter((number) => Number.isInteger(number));

/** Reads the value that ical.js gives for RRULE; null for a rule that is left out here. */
export function ruleOf(value: unknown): Rule | null {
  if (typeof value !== 'object' || value === null) return null;
  const parts: Readonly<Partial<Record<string, unknown>>> = { ...value };
  const freq = periods.find((known) => known === parts['freq']);
  const within = ['byhour', 'byminute', 'bysecond'].some((part) => listOf(parts[part]).length > 1);
  if (freq === undefined || within || parts['byweekno'] !== undefined) return null;
  const byDay = listOf(parts['byday']).map((day) => /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(String(day)));
  if (byDay.includes(null)) return null;
  const [count] = numbersOf(parts['count']);
  const [interval = 1] = numbersOf(parts['interval']);
  return {
    freq, interval: Math.max(1, interval), count: count ?? null,
    until: typeof parts['until'] === 'string' ? parts['until'] : null,
    byDay: byDay.flatMap((found) => (found ? [{ ordinal: Number(found[1] ?? 0), weekday: weekdays.indexOf(found[2] ?? '') }] : [])),
    byMonth: numbersOf(parts['bymonth']), byMonthDay: numbersOf(parts['bymonthday']), byYearDay: numbersOf(parts['byyearday']),
    bySetPos: numbersOf(parts['bysetpos']),
    weekStart: weekStartOf(parts['wkst']),
  };
}

/** ical.js gives WKST as a number from 1 for Sunday, other readers as two letters. */
function weekStartOf(value: unknown): number {
  if (typeof value === 'number') return (value + 6) % 7;
  const named = weekdays.indexOf(String(value));
  return named === -1 ? 1 : named;
}

/**
 * The days of a rule that begins on day `start`, in order, from `from` to `to`. COUNT counts
 * from the start. UNTIL is the caller's, since it may be a moment.
 */
export function* daysOf(rule: Rule, start: number, { from, to }: { readonly from: number; readonly to: number }, budget: Budget): Generator<number> {
  // Without COUNT nothing before the window matters.
  const skip = rule.count === null ? Math.max(0, periodsBetween(rule, start, from) - 1) : 0;
  let given = 0;
  for (let period = skip; ; period += 1) {
    const days = periodDays(rule, start, period);
    if (days.first > to || budget.left <= 0) return;
    budget.left -= days.all.length + 1;
    for (const day of positioned(days.all.filter((one) => fits(rule, start, one)), rule.bySetPos)) {
      if (day < start) continue;
      given += 1;
      if (day > to || (rule.count !== null && given > rule.count)) return;
      if (day >= from) yield day;
    }
  }
}

function periodsBetween({ freq, interval }: Rule, start: number, day: number): number {
  const length = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[freq];
  return Math.floor((day - start) / (length * interval));
}

const span = (first: number, length: number): number[] => Array.from({ length }, (_, at) => first + at);

function periodDays({ freq, interval, weekStart }: Rule, start: number, period: number): { readonly first: number; readonly all: readonly number[] } {
  const { year, month } = yearMonthDay(start);
  const by = period * interval;
  switch (freq) {
    case 'DAILY': return { first: start + by, all: [start + by] };
    case 'WEEKLY': {
      const first = start - ((weekdayOf(start) - weekStart + 7) % 7) + by * 7;
      return { first, all: span(first, 7) };
    }
    case 'MONTHLY': {
      const first = dayNumber(year, month + by, 1);
      const at = yearMonthDay(first);
      return { first, all: span(first, daysInMonth(at.year, at.month)) };
    }
    case 'YEARLY': {
      const first = dayNumber(year + by, 1, 1);
      return { first, all: span(first, dayNumber(year + by + 1, 1, 1) - first) };
    }
  }
}

/** BYSETPOS: the first is 1, the last is -1. */
const positioned = (days: readonly number[], positions: readonly number[]): readonly number[] =>
  (positions.length === 0 ? days : days.filter((_, at) => positions.includes(at + 1) || positions.includes(at - days.length)));

const among = (list: readonly number[], value: number, length: number): boolean => list.includes(value) || list.includes(value - length - 1);

function fits(rule: Rule, start: number, number: number): boolean {
  const { year, month, day } = yearMonthDay(number);
  const { freq, byDay, byMonth, byMonthDay, byYearDay } = rule;
  if (byMonth.length > 0 && !byMonth.includes(month)) return false;
  if (byMonthDay.length > 0 && !among(byMonthDay, day, daysInMonth(year, month))) return false;
  if (byYearDay.length > 0 && !inYear(byYearDay, number, year)) return false;
  if (byDay.length > 0) return onWeekday(rule, number);
  if (byMonthDay.length + byYearDay.length > 0) return true;
  const begun = yearMonthDay(start);
  switch (freq) {
    case 'DAILY': return true;
    case 'WEEKLY': return weekdayOf(number) === weekdayOf(start);
    case 'MONTHLY': return day === begun.day;
    case 'YEARLY': return day === begun.day && (byMonth.length > 0 || month === begun.month);
  }
}

function inYear(byYearDay: readonly number[], number: number, year: number): boolean {
  const first = dayNumber(year, 1, 1);
  return among(byYearDay, number - first + 1, dayNumber(year + 1, 1, 1) - first);
}

/** The second Tuesday, the last Friday: of the month, or of the year where the rule names no month. */
function onWeekday({ freq, byDay, byMonth, byMonthDay }: Rule, number: number): boolean {
  const { year, month, day } = yearMonthDay(number);
  const inMonth = freq === 'MONTHLY' || byMonth.length > 0 || byMonthDay.length > 0;
  const first = inMonth ? dayNumber(year, month, 1) : dayNumber(year, 1, 1);
  const length = inMonth ? daysInMonth(year, month) : dayNumber(year + 1, 1, 1) - first;
  const at = inMonth ? day - 1 : number - first;
  const ordinals = [Math.floor(at / 7) + 1, -Math.floor((length - 1 - at) / 7) - 1];
  return byDay.some(({ ordinal, weekday }) => weekday === weekdayOf(number)
    && (ordinal === 0 || freq === 'DAILY' || freq === 'WEEKLY' || ordinals.includes(ordinal)));
}
