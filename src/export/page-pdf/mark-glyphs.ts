/** The marks as small drawings: full, half, ring, dash, dot. */
import type { PageMark } from '../page.ts';
import type { Doc } from './pen.ts';
import { inks } from './styles.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Of the whole mark, in points. */
  readonly size: number;
}

/** Draws a mark with its middle at a spot; the box of the design is 24 units. */
export function drawMark(doc: Doc, mark: PageMark, { x, y, size }: Spot, color: string = inks.ink): void {
  const unit = size / 24;
  const radius = 8.2 * unit;
  doc.lineWidth(2.3 * unit).lineCap('butt').undash();
  switch (mark) {
    case 'yes': doc.circle(x, y, 9 * unit).fill(color); break;
    case 'partly':
      doc.circle(x, y, radius).stroke(color);
      doc.path(`M${String(x)} ${String(y - radius)}A${String(radius)} ${String(radius)} 0 0 0 ${String(x)} ${String(y + radius)}Z`).fill(color);
      break;
    case 'no': doc.circle(x, y, radius).stroke(color); break;
    case 'na': doc.lineCap('round').moveTo(x - 6 * unit, y).lineTo(x + 6 * unit, y).stroke(color); break;
    case null: doc.circle(x, y, 2 * unit).fill(color); break;
  }
}
