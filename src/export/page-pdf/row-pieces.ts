/** Facts, bars and tables as pieces. */
import type { BarsBlock, FactsBlock, TableBlock } from '../page.ts';
import type { Piece } from './flow.ts';
import type { Line, Style } from './pen.ts';
import { inks, styles } from './styles.ts';
import { keptLine, linePieces, piece, type Room } from './text-pieces.ts';

export const factsPieces = (block: FactsBlock, room: Room): Piece[] => (block.look === 'head' ? [headFacts(block, room)] : rowFacts(block, room));

const factGap = 14;

/** Label above value, between two rules; the widest value gives way when they do not all fit. */
function headFacts({ facts }: FactsBlock, { pen, width, tag }: Room): Piece {
  const natural = facts.map(({ label, value }) => Math.max(pen.width(label, styles.label), pen.width(value, styles.value)));
  const room = width - factGap * (facts.length - 1);
  const widths = sharedOut(natural, room);
  const columns = facts.map(({ label, value }, n) => {
    const group = pen.tag('P', tag);
    return { group, label: pen.lines(label, styles.label, widths[n] ?? room), value: pen.lines(value, styles.value, widths[n] ?? room) };
  });
  const labels = Math.max(0, ...columns.map(({ label }) => label.length)) * styles.label.leading;
  const height = 5 + labels + Math.max(0, ...columns.map(({ value }) => value.length)) * styles.value.leading + 6;
  const space = facts.length < 2 ? 0 : (width - widths.reduce((sum, one) => sum + one, 0)) / (facts.length - 1);
  return piece(0, height, (x, y) => {
    pen.decoration(() => {
      pen.doc.undash().lineCap('butt').lineWidth(1.5).moveTo(x, y + 0.75).lineTo(x + width, y + 0.75).stroke(inks.strong);
      pen.doc.lineWidth(0.5).moveTo(x, y + height).lineTo(x + width, y + height).stroke(inks.rule);
    });
    let left = x;
    columns.forEach(({ group, label, value }, n) => {
      pen.within(group, () => {
        label.forEach((line, at) => { pen.text(line, styles.label, left, y + 6 + at * styles.label.leading); });
        value.forEach((line, at) => { pen.text(line, styles.value, left, y + 6 + labels + at * styles.value.leading); });
      });
      left += (widths[n] ?? 0) + space;
    });
  });
}

/** Widths that fit the room: the widest are made smaller, as far as they must be. */
function sharedOut(natural: readonly number[], room: number): number[] {
  let free = room;
  const out = natural.map(() => 0);
  const order = natural.map((width, at) => ({ width, at })).sort((a, b) => a.width - b.width);
  order.forEach(({ width, at }, n) => {
    // A hair more than measured, so that rounding breaks no line.
    out[at] = Math.min(width + 0.01, free / (order.length - n));
    free -= out[at];
  });
  return out;
}

function rowFacts({ facts }: FactsBlock, { pen, width, tag }: Room): Piece[] {
  const group = pen.tag('P', tag);
  const parts = facts.map(({ label, value }) => {
    const labelWidth = pen.width(`${label} `, styles.kind) + 3;
    return { label, value, labelWidth, width: labelWidth + pen.width(value, styles.kindCount) };
  });
  const fits = parts.reduce((sum, part) => sum + part.width + 10, -10) <= width;
  const lines = fits ? [parts] : parts.map((part) => [part]);
  return lines.map((some, at) => {
    const space = (width - some.reduce((sum, part) => sum + part.width, 0)) / Math.max(1, some.length - 1);
    return piece(at === 0 ? 2 : 0, styles.kind.leading, (x, y) => {
      let left = x;
      for (const part of some) {
        pen.within(group, () => {
          for (const line of pen.lines(part.label, styles.kind, width)) pen.text(line, styles.kind, left, y);
          for (const line of pen.lines(part.value, styles.kindCount, width)) pen.text(line, styles.kindCount, left + part.labelWidth, y);
        });
        left += part.width + space;
      }
    }, at < lines.length - 1);
  });
}

/** Of the room, the longest bar; so that it never touches its figure. */
const longest = 0.884;

export function barsPieces({ rows, source }: BarsBlock, { pen, width, tag }: Room): Piece[] {
  const labelWidth = Math.min(width * 0.5, Math.max(0, ...rows.map(({ label }) => pen.width(label, styles.bar))) + 10);
  const figureWidth = Math.max(0, ...rows.map(({ figure }) => pen.width(figure, styles.barFigure))) + 6;
  const most = Math.max(0.01, ...rows.map(({ share, reference = 0 }) => Math.max(share, reference)));
  const room = (width - labelWidth - figureWidth) * longest;
  const table = pen.tag('Table', tag);
  const bars = rows.map(({ label, share, figure, reference }) => {
    const row = pen.tag('TR', table);
    const [head, cell] = [pen.tag('TH', row, { scope: 'Row' }), pen.tag('TD', row)];
    const lines = pen.lines(label, styles.bar, labelWidth - 6);
    const height = 2 + lines.length * styles.bar.leading;
    return piece(0, height, (x, y) => {
      const middle = y + 1 + styles.bar.leading / 2;
      pen.within(head, () => { lines.forEach((line, n) => { pen.text(line, styles.bar, x, y + 1 + n * styles.bar.leading); }); });
      pen.decoration(() => {
        pen.doc.save().fillOpacity(0.62).rect(x + labelWidth, middle - 2.5, (share / most) * room, 5).fill(inks.ink).restore();
        if (reference !== undefined) {
          const at = x + labelWidth + (reference / most) * room;
          pen.doc.undash().lineCap('butt').lineWidth(1).moveTo(at, middle - 5).lineTo(at, middle + 5).stroke(inks.strong);
        }
      });
      pen.within(cell, () => { for (const line of pen.lines(figure, styles.barFigure, width)) pen.text(line, styles.barFigure, x + width - line.width, y + 1); });
    });
  });
  if (source === '') return bars;
  const note = pen.tag('P', tag);
  return [...bars, ...linePieces(pen, pen.lines(source, styles.foot, width), { style: styles.foot, tag: note, before: 4 })];
}

const cellPad = 3;
const cellGap = 10;

export function tablePieces(block: TableBlock, { pen, width, tag }: Room): Piece[] {
  const whole = block.widths.reduce((all, one) => all + one, 0);
  const widths = block.widths.map((one) => (one / whole) * width);
  const table = pen.tag('Table', tag);
  const head = block.headsShown ? rowPieces(block.heads, { style: styles.rowHead, cell: 'TH', last: false }) : [];
  const body = block.rows.flatMap((row, at) => rowPieces(row, { style: styles.body, cell: 'TD', last: at === block.rows.length - 1 }));
  const again = {
    height: head.reduce((sum, { height }) => sum + height, 0),
    draw: (x: number, y: number): void => {
      // Read aloud once, above; here it is only seen.
      pen.asDecoration(() => { head.reduce((top, one) => { one.draw(x, top); return top + one.height; }, y); });
    },
  };
  return [...head.map((one) => ({ ...one, keep: true })), ...body.map((one) => (head.length > 0 ? { ...one, again } : one))];

  /** A row as one piece for each of its lines, so that a very long one can go on. */
  function rowPieces(cells: readonly string[], { style, cell, last }: { readonly style: Style; readonly cell: 'TD' | 'TH'; readonly last: boolean }): Piece[] {
    const row = pen.tag('TR', table);
    const texts = cells.map((text, n): readonly Line[] => pen.lines(text, style, Math.max(20, (widths[n] ?? 0) - (n < cells.length - 1 ? cellGap : 0))));
    const tags = cells.map(() => pen.tag(cell, row, cell === 'TH' ? { scope: 'Column' } : {}));
    const count = Math.max(1, ...texts.map((lines) => lines.length));
    return Array.from({ length: count }, (_, at) => {
      const [above, below] = [at === 0 ? cellPad : 0, at === count - 1 ? cellPad + 0.5 : 0];
      return piece(0, above + style.leading + below, (x, y) => {
        let left = x;
        texts.forEach((lines, n) => {
          const [line, cellTag, wide] = [lines[at], tags[n], widths[n] ?? 0];
          const from = block.atEnd?.includes(n) === true ? left + wide - (line?.width ?? 0) : left;
          if (line && cellTag) pen.within(cellTag, () => { pen.text(line, style, from, y + above); });
          left += wide;
        });
        const foot = y + above + style.leading + below - 0.25;
        if (at === count - 1 && !last) pen.decoration(() => { pen.doc.undash().lineCap('butt').lineWidth(0.5).moveTo(x, foot).lineTo(x + width, foot).stroke(inks.rule); });
      }, keptLine(at, count));
    });
  }
}
