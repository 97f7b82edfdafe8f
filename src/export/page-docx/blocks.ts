/** Blocks of a page as the parts of a document, in reading order. */
import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import type { Block, BarsBlock, FactsBlock, MarksBlock, ParagraphBlock, TableBlock, ThreadBlock } from '../page.ts';
import { bullets, inks } from './styles.ts';
import { tableOf } from './tables.ts';
import { paragraph, runs, signs } from './text.ts';

export type Part = Paragraph | Table;

/** The parts of blocks; `width` of the text is in twips. */
export const partsOf = (blocks: readonly Block[], width: number): Part[] => blocks.flatMap((block) => partsOfBlock(block, width));

function partsOfBlock(block: Block, width: number): Part[] {
  switch (block.is) {
    case 'heading': return [paragraph(block.text, { heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3 })];
    case 'paragraph': return paragraphs(block);
    case 'facts': return facts(block);
    case 'columns': return partsOf([...block.left, ...block.right], width);
    case 'part': return partsOf(block.blocks, width);
    case 'list': return block.items.map(({ number, text }) => new Paragraph({
      numbering: { reference: bullets, level: 0 },
      children: [...(number === null ? [] : [new TextRun({ text: `${number}  `, color: inks.soft })]), ...runs(text)],
    }));
    case 'marks': return [marks(block, width), ...(block.key.length === 0 ? [] : [key(block.key)])];
    case 'thread': return [thread(block, width)];
    case 'bars': return bars(block, width);
    case 'table': return [table(block, width)];
    case 'evidence': return block.rows.map(({ mark, text, count }) => new Paragraph({
      children: [new TextRun({ text: `${signs(mark)}  `, color: inks.ink }), ...runs(text), ...(count === '' ? [] : runs(`  ${count}`, { color: inks.soft }))],
    }));
  }
}

function paragraphs({ tone, text, by }: ParagraphBlock): Part[] {
  if (tone === 'plain') return [paragraph(text)];
  if (tone !== 'quote') return [paragraph(text, { style: tone === 'lead' ? 'Lead' : 'Soft' })];
  return [paragraph(text, { style: 'Quote' }), ...(by === undefined || by === '' ? [] : [paragraph(by, { style: 'QuoteBy' })])];
}

const facts = ({ facts: all }: FactsBlock): Part[] => all.map(({ label, value }) => new Paragraph({
  spacing: { after: 20 }, children: [new TextRun({ text: `${label}  `, color: inks.soft, size: 18 }), ...runs(value)],
}));

const marks = ({ heads, rows }: MarksBlock, width: number): Table => tableOf({
  heads, width, widths: [7, 38, 42, 13],
  rows: rows.map((row) => [
    { text: row.number ?? '' }, { text: row.title },
    { text: row.marks.map(signs).join(' '), ...(row.spoken === '' ? {} : { below: row.spoken }), ink: true }, { text: row.count, atEnd: true },
  ]),
});

const key = (all: MarksBlock['key']): Paragraph => new Paragraph({
  style: 'Soft', spacing: { before: 100 },
  children: all.flatMap(({ mark, words }, at) => [new TextRun({ text: `${at > 0 ? '    ' : ''}${signs(mark)} `, color: inks.ink }), ...runs(words)]),
});

const thread = ({ heads, rows, key: words }: ThreadBlock, width: number): Table => tableOf({
  heads: ['', '', ...heads], width, widths: [8, 27, ...heads.map(() => 13)],
  rows: rows.map((row) => [
    { text: row.name }, { text: row.words },
    ...row.beads.map((bead) => ({ text: `${signs(bead)} ${words.find(({ mark }) => mark === bead)?.words ?? ''}`.trim() })),
  ]),
});

const bars = ({ heads, rows, source }: BarsBlock, width: number): Part[] => [
  tableOf({
    heads: [...heads], width, widths: [40, 45, 15],
    // Of an estimate only the order is told, so the bar stands alone.
    rows: rows.map(({ label, share, figure }) => [{ text: label }, { text: '\u2588'.repeat(Math.round(share * 30)), ink: true }, { text: figure, atEnd: true }]),
  }),
  ...(source === '' ? [] : [paragraph(source, { style: 'Soft' })]),
];

const table = ({ heads, rows, widths, atEnd }: TableBlock, width: number): Table => tableOf({
  heads, width, widths, rows: rows.map((row) => row.map((text, at) => ({ text, atEnd: atEnd?.includes(at) === true }))),
});
