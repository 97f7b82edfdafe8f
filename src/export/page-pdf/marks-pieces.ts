/** Rows of marks with their counts, and what each mark means. */
import type { EvidenceBlock, MarksBlock } from '../page.ts';
import type { Piece } from './flow.ts';
import { drawMark } from './mark-glyphs.ts';
import { inks, styles } from './styles.ts';
import { piece, type Room } from './text-pieces.ts';

/** From one mark to the next. */
const step = 11.5;
const size = 10;
const numberWidth = 13;
const pad = 2.5;
const gap = 6;
const leastTitle = 84;

interface Columns {
  readonly title: number;
  readonly marksX: number;
  readonly perLine: number;
}

function columnsOf({ rows }: MarksBlock, { pen, width }: Room): Columns {
  const count = Math.max(...rows.map((row) => pen.width(row.count, styles.rowCount)), 0) + gap;
  const most = Math.max(...rows.map(({ marks }) => marks.length), 1);
  const titles = Math.max(...rows.map(({ title }) => pen.width(title, styles.row)), 0);
  const free = width - numberWidth - count - gap;
  const title = Math.min(titles + 1, Math.max(leastTitle, free - most * step));
  return { title, marksX: numberWidth + title + gap, perLine: Math.max(1, Math.floor((free - title) / step)) };
}

export function marksPieces(block: MarksBlock, room: Room): Piece[] {
  const columns = columnsOf(block, room);
  const table = room.pen.tag('Table', room.tag);
  const rows = block.rows.map((row, at) => rowPiece(row, { ...room, tag: table }, columns, at === block.rows.length - 1));
  return [...rows, ...keyPieces(block.key, room)];
}

function rowPiece(row: MarksBlock['rows'][number], { pen, width, tag }: Room, { title, marksX, perLine }: Columns, last: boolean): Piece {
  const line = pen.tag('TR', tag);
  const cells = { number: pen.tag('TD', line), title: pen.tag('TH', line, { scope: 'Row' }), marks: pen.tag('TD', line), count: pen.tag('TD', line) };
  const figure = pen.tag('Figure', cells.marks, { alt: row.spoken });
  const titleLines = pen.lines(row.title, styles.row, title);
  const { leading } = styles.row;
  const lines = Math.max(titleLines.length, Math.ceil(row.marks.length / perLine));
  const height = pad * 2 + leading * lines + (last ? 0 : 0.5);
  return piece(0, height, (x, y) => {
    const top = y + pad;
    const at = (text: string, style: typeof styles.row, from: number): void => {
      for (const only of pen.lines(text, style, width)) pen.text(only, style, from, top);
    };
    if (row.number !== null) pen.within(cells.number, () => { at(row.number ?? '', styles.rowNumber, x); });
    pen.within(cells.title, () => { titleLines.forEach((one, n) => { pen.text(one, styles.row, x + numberWidth, top + n * leading); }); });
    pen.within(figure, () => {
      row.marks.forEach((mark, n) => {
        drawMark(pen.doc, mark, { x: x + marksX + (n % perLine) * step + size / 2, y: top + Math.floor(n / perLine) * leading + leading / 2, size });
      });
    });
    pen.within(cells.count, () => { at(row.count, styles.rowCount, x + width - pen.width(row.count, styles.rowCount)); });
    if (!last) pen.decoration(() => { pen.doc.lineWidth(0.5).moveTo(x, y + height - 0.25).lineTo(x + width, y + height - 0.25).stroke(inks.rule); });
  });
}

const keySize = 8.5;
const keyMark = keySize + 2.5;

/** The key in as few lines as it takes, spread over the first. */
function keyPieces(key: MarksBlock['key'], { pen, width, tag }: Room): Piece[] {
  if (key.length === 0) return [];
  const line = pen.tag('P', tag);
  const parts = key.map(({ mark, words }) => ({ mark, words, width: keyMark + pen.width(words, styles.key) }));
  const lines: (typeof parts)[] = [[]];
  for (const part of parts) {
    const current = lines.at(-1) ?? [];
    if (current.length > 0 && [...current, part].reduce((sum, one) => sum + one.width + 3, -3) > width) lines.push([part]);
    else current.push(part);
  }
  return lines.map((some, n) => piece(n === 0 ? gap : 0, styles.key.leading, (x, y) => {
    const used = some.reduce((sum, one) => sum + one.width, 0);
    const space = Math.min(14, (Math.min(width, 252) - used) / Math.max(1, some.length - 1));
    let from = x;
    for (const { mark, words, width: wide } of some) {
      const left = from;
      pen.decoration(() => { drawMark(pen.doc, mark, { x: left + keySize / 2, y: y + styles.key.leading / 2, size: keySize }); });
      pen.within(line, () => { for (const only of pen.lines(words, styles.key, width)) pen.text(only, styles.key, left + keyMark, y); });
      from += wide + Math.max(3, space);
    }
  }, n < lines.length - 1));
}

/** What a statement rests on, a line for each. */
export const evidencePieces = ({ rows }: EvidenceBlock, { pen, width, tag }: Room): Piece[] => {
  const list = pen.tag('L', tag);
  return rows.map(({ mark, text, count }) => {
    const body = pen.tag('LBody', pen.tag('LI', list));
    const countWidth = count === '' ? 0 : pen.width(count, styles.rowCount) + gap;
    const lines = pen.lines(text, styles.row, width - step - 4 - countWidth);
    return piece(0, pad * 2 + lines.length * styles.row.leading, (x, y) => {
      const top = y + pad;
      pen.decoration(() => { drawMark(pen.doc, mark, { x: x + size / 2, y: top + styles.row.leading / 2, size }); });
      pen.within(body, () => {
        lines.forEach((line, n) => { pen.text(line, styles.row, x + step + 4, top + n * styles.row.leading); });
        for (const only of pen.lines(count, styles.rowCount, width)) pen.text(only, styles.rowCount, x + width - only.width, top);
      });
    });
  });
};
