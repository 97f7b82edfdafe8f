/** Counts as a file may tell them. */
import { exportedCell, type RateBand } from './district.ts';
import { floor, leastExported, target } from './evidence.ts';

/** The parts of a whole as they are told; null for those that are not. */
export type Told = (parts: readonly number[]) => readonly (number | null)[];

/** All parts, for an identified file. */
export const allTold: Told = (parts) => parts;

/** All parts, or none where one is from one to nine: the others and the whole would tell it. */
export const partsTold: Told = (parts) => (parts.some((count) => exportedCell(count) === null) ? parts.map(() => null) : parts);

/** Whether a count alone is told. */
export const shownCell = (count: number, told: Told): boolean => told([count])[0] !== null;

/** Roughly how large a rate is where its counts are not told; null under ten. */
export function rateBand(seen: number, of: number): RateBand | null {
  if (of < leastExported) return null;
  return seen / of >= target ? 'at-target' : seen / of >= floor ? 'between' : 'under-floor';
}
