/** Where things stand in the drawing of the thread: 330 wide, a row every 30, a link every 41. */
import { chainLinks, type Answer } from '#domain/entry.ts';
import type { SummaryThreadRow } from '#domain/record/summary.ts';
import { strand } from '#domain/meeting/thread.ts';

export const drawingWidth = 330;
const firstX = 150;
const stepX = 41;
const firstY = 30;
const stepY = 30;
/** Half the width of a knot and a breath beside it. */
const gap = 7;

export const heightOf = (rows: number): number => firstY + stepY * rows - 18;
export const xOf = (link: number): number => firstX + stepX * link;
export const yOf = (row: number): number => firstY + stepY * row;

export interface Knot {
  readonly x: number;
  readonly y: number;
  readonly answer: Answer | null;
}

/** A piece of thread between two knots: `whole`, `thin` (dotted) or `open` (two curled ends). */
export interface Strand {
  readonly key: string;
  readonly path: string;
  readonly way: 'whole' | 'thin' | 'open';
}

export const knotsOf = (row: SummaryThreadRow, at: number): Knot[] =>
  chainLinks.map((link, n) => ({ x: xOf(n), y: yOf(at), answer: row.beads[link] }));

/** The answer of a bead; the thread has no "not applicable". */
const beadAnswer = (answer: Answer | null): Exclude<Answer, 'na'> | null => (answer === 'na' ? null : answer);

export function strandsOf(row: SummaryThreadRow, at: number): Strand[] {
  const knots = knotsOf(row, at);
  return knots.slice(1).flatMap(({ answer, x, y }, n): Strand[] => {
    const before = knots[n];
    const way = before ? strand(beadAnswer(before.answer), beadAnswer(answer)) : 'none';
    if (way === 'none') return [];
    const from = x - stepX + gap;
    const to = x - gap;
    const key = `${row.row}-${String(n)}`;
    return [{ key, way, path: way === 'open' ? looseEnds(from, to, y) : `M${String(from)} ${String(y)}H${String(to)}` }];
  });
}

/** Two ends that curl downward and do not meet. */
const looseEnds = (from: number, to: number, y: number): string =>
  `M${String(from + 1)} ${String(y)}h5c4 0 5 2 5.5 5M${String(to - 1)} ${String(y)}h-5c-4 0-5 2-5.5 5`;

/** Words that fit between the row's name and the first knot, about 18 letters. */
export const fitted = (words: string): string => (words.length > 18 ? `${words.slice(0, 17).trimEnd()}…` : words);
