/** The alignment thread: beads on a line, dotted where it is thin, two loose ends where it is broken. */
import type { Answer } from '#domain/entry.ts';
import { strand } from '#domain/meeting/thread.ts';
import type { PageMark, ThreadBlock } from '../page.ts';
import type { Piece } from './flow.ts';
import { drawMark } from './mark-glyphs.ts';
import type { Doc } from './pen.ts';
import { inks, styles } from './styles.ts';
import { piece, type Room } from './text-pieces.ts';

/** Units of the design's drawing, which is 330 wide. */
const units = { wide: 330, firstX: 150, step: 42, row: 30, words: 26, gap: 7, breath: 10 } as const;

export function threadPieces({ heads, rows }: ThreadBlock, { pen, width, tag }: Room): Piece[] {
  const unit = Math.min(1, width / units.wide);
  const beadX = (n: number): number => (units.firstX + units.step * n) * unit;
  const list = pen.tag('L', tag);
  const above = pen.tag('P', tag);
  const head = piece(4, styles.threadHead.leading + 2, (x, y) => {
    pen.within(above, () => {
      heads.forEach((words, n) => {
        for (const line of pen.lines(words, styles.threadHead, width)) pen.text(line, styles.threadHead, x + Math.min(beadX(n) - line.width / 2, width - line.width), y);
      });
    });
  }, true);
  const drawn = rows.map(({ name, words, beads, spoken }) => {
    const item = pen.tag('LI', list);
    const tags = { name: pen.tag('Lbl', item), words: pen.tag('LBody', item), beads: pen.tag('Figure', item, { alt: spoken }) };
    const lines = pen.lines(words, styles.thread, (units.firstX - units.words - units.breath) * unit);
    const height = Math.max(units.row * unit, lines.length * styles.thread.leading + 6);
    return piece(0, height, (x, y) => {
      const middle = y + height / 2;
      const top = middle - (lines.length * styles.thread.leading) / 2;
      pen.within(tags.name, () => { for (const line of pen.lines(name, styles.threadName, width)) pen.text(line, styles.threadName, x, top); });
      pen.within(tags.words, () => { lines.forEach((line, n) => { pen.text(line, styles.thread, x + units.words * unit, top + n * styles.thread.leading); }); });
      pen.within(tags.beads, () => { drawBeads(pen.doc, beads, { x: (n) => x + beadX(n), y: middle, unit }); });
    });
  });
  return [head, ...drawn];
}

interface Beads {
  readonly x: (n: number) => number;
  readonly y: number;
  readonly unit: number;
}

/** The thread has no "not applicable". */
const answerOf = (mark: PageMark): Exclude<Answer, 'na'> | null => (mark === 'na' ? null : mark);

function drawBeads(doc: Doc, beads: readonly PageMark[], { x, y, unit }: Beads): void {
  beads.slice(1).forEach((mark, n) => {
    const way = strand(answerOf(beads[n] ?? null), answerOf(mark));
    const from = x(n) + units.gap * unit;
    const to = x(n + 1) - units.gap * unit;
    if (way === 'whole') doc.lineCap('butt').undash().lineWidth(1.8 * unit).moveTo(from, y).lineTo(to, y).stroke(inks.ink);
    if (way === 'thin') doc.lineCap('round').lineWidth(1.6 * unit).dash(0.1, { space: 3.6 * unit }).moveTo(from, y).lineTo(to, y).stroke(inks.ink).undash();
    if (way === 'open') looseEnds(doc, [from + unit, to - unit], y, unit);
  });
  beads.forEach((mark, n) => {
    // A mark fills two thirds of its box; beads are 12 units across.
    drawMark(doc, answerOf(mark), { x: x(n), y, size: 16 * unit }, mark === 'no' ? inks.clay : inks.ink);
  });
}

/** Two ends that curl downward and do not meet. */
function looseEnds(doc: Doc, [from, to]: readonly [number, number], y: number, unit: number): void {
  const u = (n: number): number => n * unit;
  doc.lineCap('round').undash().lineWidth(1.5 * unit);
  doc.moveTo(from, y).lineTo(from + u(5), y).bezierCurveTo(from + u(9), y, from + u(10), y + u(2), from + u(10.5), y + u(5)).stroke(inks.clay);
  doc.moveTo(to, y).lineTo(to - u(5), y).bezierCurveTo(to - u(9), y, to - u(10), y + u(2), to - u(10.5), y + u(5)).stroke(inks.clay);
}
