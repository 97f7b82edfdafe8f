/** Dates and times in the words of a language. Times are epoch milliseconds or `HH:MM`; days are local `YYYY-MM-DD`. */

/** What a language has for days and halves of days. */
export interface DayWords {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  readonly am: string;
  readonly pm: string;
  /** A day of the week or a date inside a sentence: `Monday`, `el lunes`. */
  readonly on: (day: string) => string;
  /** A day that has passed: `was due Monday`. */
  readonly wasDue: (near: string) => string;
}

/** Noon, so that no daylight saving change moves the day. */
export const dateOf = (onDate: string): Date => {
  const [year = 0, monthNumber = 1, day = 1] = onDate.split('-').map(Number);
  return new Date(year, monthNumber - 1, day, 12);
};

/** The local day of a moment, `YYYY-MM-DD`. */
export function dayOf(atMs: number): string {
  const date = new Date(atMs);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Whole days from one day to another; negative when it lies before. */
export const daysBetween = (fromDate: string, toDate: string): number =>
  Math.round((dateOf(toDate).getTime() - dateOf(fromDate).getTime()) / 86_400_000);

function hourAndMinute(time: string): [number, number] {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return [hour, minute];
}

/** No line breaks between a month and its day. */
const kept = (words: string): string => words.replaceAll(/(?<=\p{L}) (?=\d)|(?<=\d) (?=\p{Ll})/gu, '\u00a0');

/** The ways to tell a day or a time in a language. */
export interface Dates {
  readonly timeOfDay: (time: string | number) => string;
  readonly timeBrief: (time: string | number) => string;
  readonly pastTime: (atMs: number) => string;
  readonly dayLong: (onDate: string) => string;
  readonly dayWithYear: (onDate: string) => string;
  readonly dayShort: (onDate: string) => string;
  readonly weekdayName: (onDate: string) => string;
  readonly weekdayShort: (onDate: string) => string;
  readonly monthOnly: (onDate: string) => string;
  readonly nearDay: (onDate: string, today: string) => string;
  readonly relativeDay: (onDate: string, today: string) => string;
}

export function datesIn(locale: string, says: DayWords): Dates {
  const format = (options: Intl.DateTimeFormatOptions): ((date: Date) => string) => {
    // Making a format is dear, and most starts need few of them.
    let made: Intl.DateTimeFormat | undefined;
    return (date) => (made ??= new Intl.DateTimeFormat(locale, options)).format(date);
  };
  const bare = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h12' });
  const long = format({ weekday: 'long', month: 'long', day: 'numeric' });
  const longYear = format({ month: 'long', day: 'numeric', year: 'numeric' });
  const short = format({ weekday: 'short', month: 'short', day: 'numeric' });
  const brief = format({ month: 'short', day: 'numeric' });
  const briefYear = format({ month: 'short', day: 'numeric', year: 'numeric' });
  const weekday = format({ weekday: 'long' });
  const weekdayBrief = format({ weekday: 'short' });
  const month = format({ month: 'long', year: 'numeric' });

  const at = (time: string | number): Date => (typeof time === 'number' ? new Date(time) : new Date(2000, 0, 1, ...hourAndMinute(time)));
  const timeBrief = (time: string | number): string => /^\d+:\d+/.exec(bare(at(time)))?.[0] ?? '';
  const half = (time: string | number): string => (at(time).getHours() < 12 ? says.am : says.pm);
  const timeOfDay = (time: string | number): string => `${timeBrief(time)}\u00a0${half(time)}`;
  const nearDay = (onDate: string, today: string): string => {
    const days = daysBetween(today, onDate);
    if (days === 0) return says.today;
    if (days === 1) return says.tomorrow;
    if (days === -1) return says.yesterday;
    if (Math.abs(days) < 7) return says.on(weekday(dateOf(onDate)));
    return says.on(kept((onDate.slice(0, 4) === today.slice(0, 4) ? brief : briefYear)(dateOf(onDate))));
  };
  return {
    timeOfDay, timeBrief, nearDay,
    pastTime: (atMs) => (at(atMs).getHours() < 12 && at(atMs).getHours() > 0 ? timeBrief(atMs) : timeOfDay(atMs)),
    dayLong: (onDate) => kept(long(dateOf(onDate))),
    dayWithYear: (onDate) => kept(longYear(dateOf(onDate))),
    dayShort: (onDate) => kept(short(dateOf(onDate))),
    weekdayName: (onDate) => weekday(dateOf(onDate)),
    weekdayShort: (onDate) => weekdayBrief(dateOf(onDate)),
    monthOnly: (onDate) => month(dateOf(onDate)),
    relativeDay: (onDate, today) => (daysBetween(today, onDate) < 0 ? says.wasDue(nearDay(onDate, today)) : nearDay(onDate, today)),
  };
}
