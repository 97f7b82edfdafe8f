/**
 * A page as a PDF: tagged, with text that can be selected and fonts inside. Nothing in it tells
 * when it was made, since a de-identified page has no day.
 */
import PDFDocument from 'pdfkit';
import type { WritePage } from '../format.ts';
import type { Page, Paper } from '../page.ts';
import { itemsOf } from './blocks.ts';
import { flow, heightOf, type Item } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { Pen, type Doc } from './pen.ts';
import { setText } from './settable.ts';
import { inks, styles } from './styles.ts';
import { linePieces, piece } from './text-pieces.ts';

const papers: Readonly<Record<Paper, readonly [width: number, height: number]>> = { letter: [612, 792], a4: [595.28, 841.89] };
/** 0.68 in and 0.5 in. */
const sideMargin = 48.96;
const margin = 36;
/** The same for every file, so that it does not tell the day. */
const made = new Date(Date.UTC(1980, 0, 2));

/** A writer that embeds these fonts. */
export const writerWith = (fonts: Fonts): WritePage => (page, { paper }) => {
  const [pageWidth, pageHeight] = papers[paper];
  const doc = newDocument(page, papers[paper]);
  const bytes = gathered(doc);
  const pen = new Pen(doc, fonts, page.missing);
  const width = pageWidth - sideMargin * 2;
  let pages = 0;
  const turnTo = (at: number): void => {
    for (; pages <= at; pages += 1) doc.addPage();
    doc.switchToPage(at);
  };
  const items = [...headOf(page, pen, width), ...itemsOf(page.blocks, { pen, width })];
  const alone = footOf(page, pen, width, 1);
  const foot = margin + heightOf(items) <= pageHeight - margin - alone.height - 8 ? alone : footOf(page, pen, width, mostPages);
  const end = flow(items, sideMargin, { page: 0, y: margin }, { top: margin, bottom: pageHeight - margin - foot.height - 8, turnTo });
  for (let at = 0; at <= end.page; at += 1) {
    turnTo(at);
    foot.draw(at, end.page + 1, pageHeight - margin - foot.height);
  }
  pen.end();
  return bytes;
};

function newDocument(page: Page, size: readonly [number, number]): Doc {
  // Into the file's metadata, which is XML that the library does not escape.
  const title = setText(page.name, page.missing).replaceAll(/[<>&]/g, ' ');
  return new PDFDocument({
    size: [...size], margin: 0, autoFirstPage: false, bufferPages: true, pdfVersion: '1.7', tagged: true, displayTitle: true, lang: page.language,
    font: '', info: { Title: title, Creator: 'Quiet Checkpoint', Producer: 'Quiet Checkpoint', CreationDate: made },
  });
}

function gathered(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Uint8Array) => { parts.push(part); });
    doc.on('error', reject);
    doc.on('end', () => {
      const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      resolve(whole);
    });
  });
}

function headOf({ kicker, title, sampleLine }: Page, pen: Pen, width: number): Item[] {
  const above = pen.tag('P');
  const own = pen.tag('H1');
  const line = piece(0, styles.kicker.leading + 1, (x, y) => {
    const kickerWidth = pen.width(kicker, styles.kicker);
    pen.within(above, () => { for (const one of pen.lines(kicker, styles.kicker, width)) pen.text(one, styles.kicker, x, y); });
    if (sampleLine === null) return;
    pen.decoration(() => { pen.doc.lineWidth(0.5).moveTo(x + kickerWidth + 10, y + 1).lineTo(x + kickerWidth + 10, y + styles.kicker.leading - 1).stroke(inks.strong); });
    pen.within(above, () => { for (const one of pen.lines(sampleLine, styles.sample, width)) pen.text(one, styles.sample, x + kickerWidth + 20, y); });
  }, true);
  return [line, ...linePieces(pen, pen.lines(title, styles.title, width), { style: styles.title, tag: own, keep: true }), piece(0, 9, () => undefined, true)];
}

interface Foot {
  readonly height: number;
  readonly draw: (page: number, pages: number, y: number) => void;
}

/** Pages whose numbers have their room in the foot. */
const mostPages = 99;

/** At the foot of every page: what it is for and where it comes from; read aloud once, at the end. Room for that many pages' numbers. */
function footOf(page: Page, pen: Pen, width: number, most: number): Foot {
  const gap = 14;
  const half = (width - gap) / 2;
  const right = (at: number, pages: number): string => (pages === 1 ? page.footer : `${page.footer} · ${page.pageOf(at + 1, pages)}`);
  const left = pen.lines(page.purposeLine, styles.foot, Math.max(half, width - gap - pen.width(right(0, Math.min(most, 2)), styles.foot)));
  const leftWidth = Math.max(...left.map((line) => line.width));
  const lines = (at: number, pages: number) => pen.lines(right(at, pages), styles.foot, width - gap - leftWidth);
  const { leading } = styles.foot;
  return {
    height: 5.5 + Math.max(left.length, lines(most - 1, most).length) * leading,
    draw: (at, pages, y) => {
      const texts = (): void => {
        left.forEach((line, n) => { pen.text(line, styles.foot, sideMargin, y + 5.5 + n * leading); });
        lines(at, pages).forEach((line, n) => { pen.text(line, styles.foot, sideMargin + width - line.width, y + 5.5 + n * leading); });
      };
      pen.decoration(() => { pen.doc.undash().lineCap('butt').lineWidth(0.5).moveTo(sideMargin, y).lineTo(sideMargin + width, y).stroke(inks.rule); });
      if (at === pages - 1) pen.within(pen.tag('P'), texts);
      else pen.decoration(texts);
    },
  };
}
