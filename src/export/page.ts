/**
 * A page as plain values, for every format that shows one: the observation summary, reports.
 * Text is text, never markup. A writer shows all of it and adds nothing but its own page numbers.
 */
import type { Answer } from '#domain/entry.ts';

/** A mark as it is drawn: full, half, ring, dash; null is "not looked at", a dot. */
export type PageMark = Answer | null;

/** Writing systems that are told by name where their letters cannot be set; all others are `other`. */
export const scripts = ['arabic', 'chinese', 'cyrillic', 'devanagari', 'emoji', 'greek', 'hebrew', 'japanese', 'korean', 'latin', 'other'] as const;
export type Script = (typeof scripts)[number];

/**
 * A page has no shape of its own: what does not fit flows on. Writers keep a heading with what
 * follows it, and never begin a page with the last line of a text.
 */
export interface Page {
  /** The document's own title: it stands in windows and lists of files, so never a code. */
  readonly name: string;
  /** A small line above the title. */
  readonly kicker: string;
  /** Title of the page; heading of level 1. */
  readonly title: string;
  /** BCP 47, such as `en-US`. */
  readonly language: string;
  /** What the page is for and not for; at the foot of every page. */
  readonly purposeLine: string;
  /** Where it comes from; at the foot of every page. */
  readonly footer: string;
  /** Page n of m, at the foot of pages when there are several. */
  readonly pageOf: (page: number, pages: number) => string;
  /** Stands where a format has no letters for some text: `[3 Chinese characters]`. */
  readonly missing: (script: Script, count: number) => string;
  /** Says that this is a sample and no real meeting; null for all others. */
  readonly sampleLine: string | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | HeadingBlock | ParagraphBlock | FactsBlock | ColumnsBlock | PartBlock | ListBlock | MarksBlock | ThreadBlock | BarsBlock
  | TableBlock | EvidenceBlock;

/** Opens a section (level 2, with a rule above) or a part of one (level 3). */
export interface HeadingBlock {
  readonly is: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
}

/** `lead` is the sentence that matters, in serif; `quote` someone's words, in italics; `soft` an aside. */
export interface ParagraphBlock {
  readonly is: 'paragraph';
  readonly tone: 'plain' | 'lead' | 'quote' | 'soft';
  readonly text: string;
  /** Who said it; for a quote. */
  readonly by?: string;
}

/** Labels with their values: `head` in a ruled line under the title, `row` in one running line. */
export interface FactsBlock {
  readonly is: 'facts';
  readonly look: 'head' | 'row';
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** Side by side where there is room, else (and for reading) the left one first. */
export interface ColumnsBlock {
  readonly is: 'columns';
  readonly left: readonly Block[];
  readonly right: readonly Block[];
}

/** Stays together: what does not fit into the rest of a page begins the next one. */
export interface PartBlock {
  readonly is: 'part';
  readonly blocks: readonly Block[];
}

export interface ListBlock {
  readonly is: 'list';
  readonly items: readonly {
    /** Number of the item it came from, such as `3.2`; null for none. */
    readonly number: string | null;
    readonly text: string;
  }[];
}

/** Rows of marks with their counts. */
export interface MarksBlock {
  readonly is: 'marks';
  /** Takes the whole width, for long titles or counts. */
  readonly wide?: boolean;
  /** Heads of the four columns (number, title, marks, count), for those who hear the table or where heads are shown. */
  readonly heads: readonly [number: string, title: string, marks: string, count: string];
  readonly rows: readonly {
    readonly number: string | null;
    readonly title: string;
    readonly marks: readonly PageMark[];
    /** The marks in words: `4 yes, 1 partly`. */
    readonly spoken: string;
    /** `4 of 5`. */
    readonly count: string;
  }[];
  /** What each mark means, in order; none where another row of the page has said it. */
  readonly key: readonly { readonly mark: PageMark; readonly words: string }[];
}

/** The alignment thread: a row for each goal with five beads, and a broken link where it does not follow. */
export interface ThreadBlock {
  readonly is: 'thread';
  /** Names of the links, in the order of the chain. */
  readonly heads: readonly string[];
  readonly rows: readonly {
    /** `G1`. */
    readonly name: string;
    readonly words: string;
    /** One for each link. */
    readonly beads: readonly PageMark[];
    /** `not yet at impact`. */
    readonly spoken: string;
  }[];
  /** What each mark means, for formats that say it in words. */
  readonly key: MarksBlock['key'];
}

/** Lengths beside each other, such as shares of talk. */
export interface BarsBlock {
  readonly is: 'bars';
  /** Heads of the three columns (label, bar, figure), where heads are shown. */
  readonly heads: readonly [label: string, bar: string, figure: string];
  readonly rows: readonly {
    readonly label: string;
    /** 0 to 1. */
    readonly share: number;
    /** `34%`; empty where there is an order and no measure. */
    readonly figure: string;
    /** A share found elsewhere, drawn as a tick; 0 to 1. */
    readonly reference?: number;
  }[];
  /** Where the references come from; empty without any. */
  readonly source: string;
}

export interface TableBlock {
  readonly is: 'table';
  readonly heads: readonly string[];
  /** Whether the heads are seen; they are always there for those who hear the table. */
  readonly headsShown: boolean;
  readonly rows: readonly (readonly string[])[];
  /** Parts of the width, one for each column, in any unit. */
  readonly widths: readonly number[];
  /** Which columns stand at the end of their cell. */
  readonly atEnd?: readonly number[];
}

/** What a statement rests on: a mark, what it is about, and the count in words. */
export interface EvidenceBlock {
  readonly is: 'evidence';
  readonly rows: readonly { readonly mark: PageMark; readonly text: string; readonly count: string }[];
}

/** US Letter or A4. */
export type Paper = 'letter' | 'a4';
