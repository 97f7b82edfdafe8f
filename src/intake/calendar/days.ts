/** Days as whole numbers since 1970-01-01, without a zone, in the proleptic Gregorian calendar. */
const dayMs = 86_400_000;

export interface YearMonthDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The day's number; days and months past the end go on into the next. */
export const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / dayMs;

export function yearMonthDay(number: number): YearMonthDay {
  const date = new Date(number * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Sunday. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;

export const daysInMonth = (year: number, month: number): number => dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);

/** `YYYY-MM-DD`. */
export const isoDay = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);
