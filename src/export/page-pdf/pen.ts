/** Draws lines of text and small shapes on a PDF, each as part of its structure or as decoration. */
import type PDFDocument from 'pdfkit';
import type { Script } from '../page.ts';
import { covers, type Face } from './coverage.ts';
import type { FontName, Fonts } from './fonts.ts';
import { graphemesOf } from './graphemes.ts';
import { setText } from './settable.ts';

export interface Style {
  readonly font: FontName;
  /** Points. */
  readonly size: number;
  /** Points from one line to the next. */
  readonly leading: number;
  readonly color: string;
  /** Points between letters; negative draws them together. */
  readonly tracking?: number;
}

interface Run {
  readonly font: FontName;
  readonly text: string;
  readonly width: number;
}

export interface Line {
  readonly runs: readonly Run[];
  /** Points, without the blank at the end. */
  readonly width: number;
}

export type Doc = InstanceType<typeof PDFDocument>;
export type Tag = ReturnType<Doc['struct']>;
type TagName = 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'BlockQuote' | 'Sect' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Span';

const faceOf = { sans: 'sans', strong: 'sans', serif: 'serif', italic: 'italic' } as const satisfies Readonly<Record<FontName, Face>>;

/** The wanted font, or the other family where it lacks a sign; null when neither has them all. */
function fontFor(wanted: FontName, text: string): FontName | null {
  if (covers(faceOf[wanted], text)) return wanted;
  const other = wanted === 'serif' ? 'sans' : 'serif';
  if (covers(faceOf[other], text)) return other;
  return covers('sans', text) ? 'sans' : null;
}

/** Text whose Latin letters are not all in the wanted font is set in the other as a whole: Vietnamese would change with every word. */
const evenFont = (wanted: FontName, text: string): FontName =>
  (text.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu)?.find((word) => !covers(faceOf[wanted], word)) === undefined ? wanted : 'serif');

export class Pen {
  readonly doc: Doc;
  readonly #root: Tag;
  readonly #tags: Tag[] = [];
  #onlySeen = false;
  readonly #missing: (script: Script, count: number) => string;

  constructor(doc: Doc, fonts: Fonts, missing: (script: Script, count: number) => string) {
    this.doc = doc;
    this.#missing = missing;
    // A copy, since the library keeps what it is given.
    for (const [name, bytes] of Object.entries(fonts)) doc.registerFont(name, bytes.slice().buffer);
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
  }

  /** A new element of the structure, read after those made before it. */
  tag(name: TagName, parent: Tag = this.#root, options: { readonly alt?: string; readonly scope?: 'Row' | 'Column' } = {}): Tag {
    const tag = this.doc.struct(name, { ...options });
    parent.add(tag);
    this.#tags.push(tag);
    return tag;
  }

  /** Draws what is content elsewhere as decoration, all within. */
  asDecoration(draw: () => void): void {
    this.#onlySeen = true;
    this.doc.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.doc.endMarkedContent();
    this.#onlySeen = false;
  }

  /** Draws what belongs to an element. */
  within(tag: Tag, draw: () => void): void {
    if (this.#onlySeen) {
      draw();
      return;
    }
    const content = this.doc.markStructureContent('Span');
    draw();
    this.doc.endMarkedContent();
    tag.add(content);
  }

  /** Draws what is no content: rules, repeated lines. */
  decoration(draw: () => void): void {
    if (this.#onlySeen) {
      draw();
      return;
    }
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** Closes the structure, innermost first. */
  end(): void {
    for (const tag of this.#tags.reverse()) tag.end();
    this.#root.end();
    this.doc.end();
  }

  /** The text in lines that fit the width (points); at least one line. Line ends of the text hold. */
  lines(text: string, wanted: Style, width: number, indent = 0): Line[] {
    const out: Line[] = [];
    const set = setText(text, this.#missing);
    const style = { ...wanted, font: evenFont(wanted.font, set) };
    for (const paragraph of set.split('\n')) {
      let line = '';
      for (const word of wordsOf(paragraph)) {
        const room = width - (out.length === 0 ? indent : 0);
        if (line !== '' && this.width((line + word).trimEnd(), style) > room) {
          out.push(this.#line(line, style));
          line = '';
        }
        line += word;
        // A word wider than the line is cut where it must be.
        while (this.width(line.trimEnd(), style) > width && line.trimEnd() !== this.#fitting(line, style, width).trimEnd()) {
          const head = this.#fitting(line, style, width);
          out.push(this.#line(head, style));
          line = line.slice(head.length);
        }
      }
      out.push(this.#line(line, style));
    }
    return out;
  }

  /** Points of a text on one line. */
  width(text: string, style: Style): number {
    return runsOf(text, style.font).reduce((sum, run) => sum + this.#measured(run.text, run.font, style), 0);
  }

  /** Draws a line whose box begins at `top`. */
  text({ runs }: Line, style: Style, x: number, top: number): void {
    let at = x;
    const baseline = top + this.#baseline(style);
    for (const run of runs) {
      this.doc.font(run.font).fontSize(style.size).fillColor(style.color).text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: style.tracking ?? 0 });
      at += run.width;
    }
  }

  /** From the top of a line's box to its baseline, as browsers set it. */
  #baseline({ font, size, leading }: Style): number {
    const [ascent, descent] = font === 'serif' || font === 'italic' ? [1.036, 0.335] : [0.984, 0.316];
    return (leading - (ascent + descent) * size) / 2 + ascent * size;
  }

  #measured(text: string, font: FontName, { size, tracking = 0 }: Style): number {
    return this.doc.font(font).fontSize(size).widthOfString(text, { characterSpacing: tracking });
  }

  #line(text: string, style: Style): Line {
    const runs = runsOf(text, style.font).map((run) => ({ ...run, width: this.#measured(run.text, run.font, style) }));
    return { runs, width: this.width(text.trimEnd(), style) };
  }

  #fitting(text: string, style: Style, width: number): string {
    let head = '';
    for (const segment of graphemesOf(text)) {
      if (head !== '' && this.width(head + segment, style) > width) break;
      head += segment;
    }
    return head;
  }
}

/** Where a line may end: after blanks, hyphens, dashes and slashes; not after a blank that keeps. */
const wordsOf = (text: string): readonly string[] => text.replaceAll(/[ \t]+/g, ' ').match(/[^ \-\u2013\u2014/]*(?:[\-\u2013\u2014/]+ ?| |$)/gu)?.filter((word) => word !== '') ?? [];

/** Runs of one font. A word is set in one, so that no letter stands out of it. */
function runsOf(text: string, wanted: FontName): { readonly font: FontName; readonly text: string }[] {
  const runs: { font: FontName; text: string }[] = [];
  const add = (part: string, font: FontName): void => {
    const last = runs.at(-1);
    if (last?.font === font) last.text += part;
    else runs.push({ font, text: part });
  };
  for (const word of text.match(/[^ ]+| +/g) ?? []) {
    const font = word.startsWith(' ') ? (runs.at(-1)?.font ?? wanted) : fontFor(wanted, word);
    if (font !== null) add(word, font);
    else for (const segment of graphemesOf(word)) add(segment, fontFor(wanted, segment) ?? wanted);
  }
  return runs;
}
