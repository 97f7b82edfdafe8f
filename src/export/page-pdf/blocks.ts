/** Blocks of a page as items of the flow. */
import type { Block, ColumnsBlock, HeadingBlock, ListBlock, ParagraphBlock } from '../page.ts';
import type { Item, Piece } from './flow.ts';
import { evidencePieces, marksPieces } from './marks-pieces.ts';
import { barsPieces, factsPieces, tablePieces } from './row-pieces.ts';
import { inks, styles } from './styles.ts';
import { linePieces, piece, type Room } from './text-pieces.ts';
import { threadPieces } from './thread-pieces.ts';

/** Room between two blocks. `previous` is the one before, null at the head of a column. */
function between(previous: Block | null, block: Block): number {
  if (previous === null || previous.is === 'heading') return 0;
  if (block.is === 'part') return 0;
  if (block.is === 'paragraph') return { lead: 11, quote: previous.is === 'paragraph' ? 8 : 12, plain: 6, soft: 4 }[block.tone];
  if (block.is === 'heading') return block.level === 2 ? 10 : 8;
  return block.is === 'columns' ? 12 : 6;
}

export function itemsOf(blocks: readonly Block[], room: Room, above: Block | null = null): Item[] {
  let previous = above;
  return blocks.flatMap((block): Item[] => {
    const before = between(previous, block);
    const items = itemsOfBlock(block, { room, above: previous });
    previous = block.is === 'part' ? (block.blocks.at(-1) ?? block) : block;
    return lowered(items, before);
  });
}

/** Adds room above the first item. */
function lowered(items: readonly Item[], before: number): Item[] {
  const [first, ...rest] = items;
  if (first === undefined || first.is === 'together') return [...items];
  return [{ ...first, before: first.before + before }, ...rest];
}

function itemsOfBlock(block: Block, { room, above }: { readonly room: Room; readonly above: Block | null }): Item[] {
  switch (block.is) {
    case 'heading': return headingPieces(block, room);
    case 'paragraph': return paragraphPieces(block, room);
    case 'list': return listPieces(block, room);
    case 'facts': return factsPieces(block, block.look === 'row' ? narrow(room) : room);
    case 'marks': return marksPieces(block, block.wide === true ? room : narrow(room));
    case 'thread': return threadPieces(block, narrow(room));
    case 'bars': return barsPieces(block, narrow(room));
    case 'table': return tablePieces(block, room);
    case 'evidence': return evidencePieces(block, room);
    case 'columns': return [sides(block, room)];
    case 'part': return [{ is: 'together', items: itemsOf(block.blocks, { ...room, tag: room.pen.tag('Sect', room.tag) }, above) }];
  }
}

/** Drawings do not grow with the page: the eye would lose its row. */
const narrow = (room: Room): Room => ({ ...room, width: Math.min(room.width, 270) });

/** Columns of drawings are a little uneven, as the marks need more room than the thread. */
function sides({ left, right }: ColumnsBlock, room: Room): Item {
  const drawn = left.some(({ is }) => is === 'marks');
  const [gap, part] = drawn ? [24, 1.06 / 2.06] : [26, 0.5];
  const leftWidth = (room.width - gap) * part;
  const rightWidth = room.width - gap - leftWidth;
  return {
    is: 'sides', before: 0, rightX: leftWidth + gap,
    left: itemsOf(left, { ...room, width: leftWidth }), right: itemsOf(right, { ...room, width: rightWidth }),
  };
}

const rule = 4;

function headingPieces({ level, text }: HeadingBlock, { pen, width, tag }: Room): Piece[] {
  const own = pen.tag(level === 2 ? 'H2' : 'H3', tag);
  const lines = pen.lines(text, styles.section, width);
  const height = lines.length * styles.section.leading;
  const above = level === 2 ? 1.5 + rule : 0;
  return [piece(0, above + height + 4, (x, y) => {
    if (level === 2) pen.decoration(() => { pen.doc.undash().lineCap('butt').lineWidth(1.5).moveTo(x, y + 0.75).lineTo(x + width, y + 0.75).stroke(inks.strong); });
    pen.within(own, () => { lines.forEach((line, n) => { pen.text(line, styles.section, x, y + above + n * styles.section.leading); }); });
  }, true)];
}

function paragraphPieces({ tone, text, by }: ParagraphBlock, { pen, width, tag }: Room): Piece[] {
  if (tone === 'quote') {
    const own = pen.tag('BlockQuote', tag);
    const hang = -0.42 * styles.quote.size;
    const lines = pen.lines(text, styles.quote, width - 24, hang);
    const said = pen.tag('P', own);
    const name = by === undefined || by === '' ? [] : linePieces(pen, pen.lines(by, styles.soft, width - 24), { style: styles.soft, tag: pen.tag('P', own), before: 3, x: 24 });
    return [...linePieces(pen, lines, { style: styles.quote, tag: said, x: 24, indent: hang, keep: name.length > 0 }), ...name];
  }
  const style = { lead: styles.lead, plain: styles.body, soft: styles.soft }[tone];
  return linePieces(pen, pen.lines(text, style, width), { style, tag: pen.tag('P', tag) });
}

const numberWidth = 24;

function listPieces({ items }: ListBlock, { pen, width, tag }: Room): Piece[] {
  const list = pen.tag('L', tag);
  return items.flatMap(({ number, text }, at) => {
    const item = pen.tag('LI', list);
    const label = number === null ? null : pen.tag('Lbl', item);
    const body = pen.tag('LBody', item);
    return linePieces(pen, pen.lines(text, styles.body, width - numberWidth), {
      style: styles.body, tag: body, x: numberWidth, before: at === 0 ? 2.5 : 5,
      beside: (x, y) => {
        if (label) pen.within(label, () => { for (const line of pen.lines(number ?? '', styles.number, width)) pen.text(line, styles.number, x, y); });
      },
    });
  });
}
