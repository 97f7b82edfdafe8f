/** Text blocks as pieces: lines that keep together so that none is left alone. */
import type { Piece } from './flow.ts';
import type { Line, Pen, Style, Tag } from './pen.ts';

/** What a block is made with. */
export interface Room {
  readonly pen: Pen;
  /** Points. */
  readonly width: number;
  /** Parent in the structure; the document without one. */
  readonly tag?: Tag | undefined;
}

export const piece = (before: number, height: number, draw: Piece['draw'], keep = false): Piece => ({ is: 'piece', before, height, draw, keep });

interface Set {
  readonly style: Style;
  readonly tag: Tag;
  readonly before?: number;
  /** Points from the left edge. */
  readonly x?: number;
  /** Of the first line, further. */
  readonly indent?: number;
  /** Keeps with what follows, as a heading does. */
  readonly keep?: boolean;
  /** Draws beside the first line, such as a number. */
  readonly beside?: Piece['draw'];
}

/** Up to this many lines stay together; of more, the first and last two do. */
const whole = 4;

/** Whether a line stays with the next one. */
export const keptLine = (at: number, count: number): boolean => at < count - 1 && (count <= whole || at === 0 || at === count - 2);

/** Lines as pieces, one for each. */
export const linePieces = (pen: Pen, lines: readonly Line[], { style, tag, before = 0, x = 0, indent = 0, keep = false, beside }: Set): Piece[] =>
  lines.map((line, at) => piece(at === 0 ? before : 0, style.leading, (left, top) => {
    if (at === 0) beside?.(left, top);
    pen.within(tag, () => { pen.text(line, style, left + x + (at === 0 ? indent : 0), top); });
  }, at === lines.length - 1 ? keep : keptLine(at, lines.length)));
