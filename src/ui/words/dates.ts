/** Dates and times in words, US English. Times are epoch milliseconds or `HH:MM`; days are local `YYYY-MM-DD`. */
const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat('en-US', options);

const timeWithHalf = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h12' });
const long = format({ weekday: 'long', month: 'long', day: 'numeric' });
const longYear = format({ month: 'long', day: 'numeric', year: 'numeric' });
const short = format({ weekday: 'short', month: 'short', day: 'numeric' });
const brief = format({ month: 'short', day: 'numeric' });
const briefYear = format({ month: 'short', day: 'numeric', year: 'numeric' });
const weekday = format({ weekday: 'long' });
const weekdayBrief = format({ weekday: 'short' });
const month = format({ month: 'long', year: 'numeric' });

/** No line breaks between a month and its day. */
const kept = (words: string): string => words.replaceAll(/(?<=[a-z]) (?=\d)/g, '\u00a0');

/** Noon, so that no daylight saving change moves the day. */
const dateOf = (onDate: string): Date => {
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

/** `10:26` or `1:30`, for what has happened on a day that is at hand. */
export const clockTime = (atMs: number): string => timeBrief(atMs);
/** `10:26` in the morning, `1:30 pm` after noon: for what is read on another day. */
export const pastTime = (atMs: number): string => timeOfDay(atMs).replace(/(?<!^12:\d\d)\u00a0am$/u, '');

/** `1:30 pm`, for what is planned; takes `13:30` or a moment. */
export function timeOfDay(time: string | number): string {
  const date = typeof time === 'number' ? new Date(time) : new Date(2000, 0, 1, ...hourAndMinute(time));
  return timeWithHalf.format(date).replace(/\s*([AP])M$/u, (_, half: string) => `\u00a0${half.toLowerCase()}m`);
}

/** `9:00` or `2:15`, where the half of the day goes without saying. */
export const timeBrief = (time: string | number): string => timeOfDay(time).replace(/\u00a0.*$/, '');

function hourAndMinute(time: string): [number, number] {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return [hour, minute];
}

/** `Thursday, November 12`. */
export const dayLong = (onDate: string): string => kept(long.format(dateOf(onDate)));
/** `November 12, 2026`. */
export const dayWithYear = (onDate: string): string => kept(longYear.format(dateOf(onDate)));
/** `Thu, Nov 12`. */
export const dayShort = (onDate: string): string => kept(short.format(dateOf(onDate)));
/** `Thursday`. */
export const weekdayName = (onDate: string): string => weekday.format(dateOf(onDate));
/** `Thu`. */
export const weekdayShort = (onDate: string): string => weekdayBrief.format(dateOf(onDate));
/** `November 2026`, for summaries that name no day. */
export const monthOnly = (onDate: string): string => month.format(dateOf(onDate));

/** `today`, `tomorrow`, `Monday` within six days, `Nov 20` in the same year, else `Nov 20, 2027`. */
export function nearDay(onDate: string, today: string): string {
  const days = daysBetween(today, onDate);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (Math.abs(days) < 7) return weekdayName(onDate);
  return kept((onDate.slice(0, 4) === today.slice(0, 4) ? brief : briefYear).format(dateOf(onDate)));
}

/** When something is due: `today`, `Nov 20`, and of a day that has passed `was due Monday`. */
export const relativeDay = (onDate: string, today: string): string =>
  (daysBetween(today, onDate) < 0 ? `was due ${nearDay(onDate, today)}` : nearDay(onDate, today));
