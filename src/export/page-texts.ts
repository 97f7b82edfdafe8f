import type { Block, Page } from './page.ts';

/** Every text of a page in reading order, title first, as it was written; empty ones left out. */
export const textsOf = (page: Page): string[] =>
  [page.kicker, page.sampleLine ?? '', page.title, ...page.blocks.flatMap(textsOfBlock), page.purposeLine, page.footer].filter((text) => text.trim() !== '');

function textsOfBlock(block: Block): string[] {
  switch (block.is) {
    case 'heading': return [block.text];
    case 'paragraph': return [block.text, block.by ?? ''];
    case 'facts': return block.facts.flatMap(({ label, value }) => [label, value]);
    case 'columns': return [...block.left, ...block.right].flatMap(textsOfBlock);
    case 'part': return block.blocks.flatMap(textsOfBlock);
    case 'list': return block.items.flatMap(({ number, text }) => [number ?? '', text]);
    case 'marks': return [...block.rows.flatMap(({ number, title, count }) => [number ?? '', title, count]), ...block.key.map(({ words }) => words)];
    case 'thread': return [...block.heads, ...block.rows.flatMap(({ name, words }) => [name, words])];
    case 'bars': return [...block.rows.flatMap(({ label, figure }) => [label, figure]), block.source];
    case 'table': return [...(block.headsShown ? block.heads : []), ...block.rows.flat()];
    case 'evidence': return block.rows.flatMap(({ text, count }) => [text, count]);
  }
}
