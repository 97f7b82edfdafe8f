/** What does not fit, by what it is about. */
import type { NotFitting } from '#app/roadmap/exchange.ts';

export interface Place {
  readonly line: NotFitting;
  /** Of all lines of the same sheet about the same thing. */
  readonly rows: readonly number[];
}

/** Lines of one sheet about the same thing, together. */
export function placesOf(lines: readonly NotFitting[]): readonly Place[] {
  const places = new Map<string, { readonly line: NotFitting; readonly rows: number[] }>();
  for (const line of lines) {
    const key = `${line.sheet}\n${line.about}`;
    const known = places.get(key);
    if (known) known.rows.push(line.row);
    else places.set(key, { line, rows: [line.row] });
  }
  return [...places.values()];
}

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
