/** Figures that are told alike in all languages. */
import type { HeatCell } from '#domain/patterns/heat.ts';

/** `38%`. */
export const percent = (share: number): string => `${String(Math.round(share * 100))}%`;

/** Points of a margin; never 0, since no margin is. */
export const points = (of: number): string => String(Math.max(1, Math.round(of)));

/** `3`, `2.5`. */
export const oneDecimal = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** Percent seen of a cell; null where fewer than three items were looked at. */
export function cellPercent({ yes, partly, no }: HeatCell): number | null {
  const of = yes + partly + no;
  return of < 3 ? null : Math.round(((yes + partly / 2) / of) * 100);
}

/** Names of months, from `YYYY-MM`: `Aug`. */
export function monthsIn(locale: string): (month: string) => string {
  let made: Intl.DateTimeFormat | undefined; // dear to make, and seldom needed
  return (month) => (made ??= new Intl.DateTimeFormat(locale, { month: 'short' })).format(new Date(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, 15));
}
