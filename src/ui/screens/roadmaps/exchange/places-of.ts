/** What does not fit, by what it is about. */
import type { NotFitting } from '#app/roadmap/exchange.ts';
import { grouped } from '../grouped.ts';

export interface Place {
  readonly line: NotFitting;
  /** Of all lines of the same sheet about the same thing. */
  readonly rows: readonly number[];
}

/** Lines of one sheet about the same thing, together. */
export const placesOf = (lines: readonly NotFitting[]): readonly Place[] =>
  [...grouped(lines, ({ sheet, about }) => `${sheet}\n${about}`).values()].flatMap((same) => same.slice(0, 1).map((line) => ({ line, rows: same.map(({ row }) => row) })));

/** Numbers as they are said together: `5–7, 11`. 0 stands for no row and is left out. */
export function inRanges(numbers: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (number === 0 || number === last?.[1]) continue;
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`)).join(', ');
}
