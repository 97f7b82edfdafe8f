/** Words of the lock: what a passphrase is worth, what stands in the way of opening, and how the ways in are called. */
import { lock as en, type WayName } from './en/lock.ts';
import { inLanguage } from './language.svelte.ts';

export const lockWords = inLanguage('lock', en);

/** How long there is to wait, in words that do not change every second when it is long. */
export function waitWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  return seconds < 60 ? lockWords.wait(seconds) : lockWords.waitMinutes(Math.ceil(seconds / 60));
}

export const wayName = (way: WayName): string => lockWords.ways[way];

/** Minutes of auto-lock, as a choice. */
export const minutesName = (minutes: number | null): string =>
  (minutes === null ? lockWords.never : minutes === 60 ? lockWords.oneHour : lockWords.minutes(minutes));
