/** Dates and times in words. Times are epoch milliseconds or `HH:MM`; days are local `YYYY-MM-DD`. */
import { dates as en } from './en/dates.ts';
import { inLanguage } from './language.svelte.ts';

export { dayOf, daysBetween } from './dates-in.ts';

const words = inLanguage('dates', en);

/** `10:26` or `1:30`, for what has happened on a day that is at hand. */
export const clockTime = (atMs: number): string => words.timeBrief(atMs);
/** `10:26` in the morning, `1:30 pm` after noon: for what is read on another day. */
export const pastTime = (atMs: number): string => words.pastTime(atMs);
/** `1:30 pm`, for what is planned; takes `13:30` or a moment. */
export const timeOfDay = (time: string | number): string => words.timeOfDay(time);
/** `9:00` or `2:15`, where the half of the day goes without saying. */
export const timeBrief = (time: string | number): string => words.timeBrief(time);
/** `Thursday, November 12`. */
export const dayLong = (onDate: string): string => words.dayLong(onDate);
/** `November 12, 2026`. */
export const dayWithYear = (onDate: string): string => words.dayWithYear(onDate);
/** `Thu, Nov 12`. */
export const dayShort = (onDate: string): string => words.dayShort(onDate);
/** `Thursday`. */
export const weekdayName = (onDate: string): string => words.weekdayName(onDate);
/** `Thu`. */
export const weekdayShort = (onDate: string): string => words.weekdayShort(onDate);
/** `November 2026`, for summaries that name no day. */
export const monthOnly = (onDate: string): string => words.monthOnly(onDate);
/** `today`, `tomorrow`, `Monday` within six days, `Nov 20` in the same year, else `Nov 20, 2027`. */
export const nearDay = (onDate: string, today: string): string => words.nearDay(onDate, today);
/** When something is due: `today`, `Nov 20`, and of a day that has passed `was due Monday`. */
export const relativeDay = (onDate: string, today: string): string => words.relativeDay(onDate, today);
