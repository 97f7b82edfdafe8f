/** The observation summary as a page. */
import { chainLinks, type Answer, type ChainLink } from '#domain/entry.ts';
import type { Seen, Summary, SummaryLine, SummaryStep, SummaryThreadRow } from '#domain/record/summary.ts';
import type { ItemKind } from '#domain/roadmap/roadmap.ts';
import type { Block, MarksBlock, Page, PageMark } from './page.ts';

/** All words of the page that are not the leader's own, and how values are said. */
export interface PageWords extends Pick<Page, 'language' | 'name' | 'kicker' | 'purposeLine' | 'pageOf' | 'missing'> {
  readonly sample: string;
  /** Says that what was written is in another language (BCP 47) than the page's; null where it is not. */
  readonly written: { readonly line: string; readonly language: string } | null;
  readonly labels: Readonly<Record<'held' | 'team' | 'observedBy' | 'lookedAt', string>>;
  readonly sections: Readonly<Record<'strengths' | 'growth' | 'seen' | 'byKind' | 'thread' | 'voice' | 'voiceEstimated' | 'nextSteps', string>>;
  readonly kinds: Readonly<Record<ItemKind, string>>;
  readonly markHeads: MarksBlock['heads'];
  readonly markKey: MarksBlock['key'];
  readonly voiceHeads: readonly [role: string, bar: string, share: string];
  readonly stepHeads: readonly [what: string, who: string, due: string];
  readonly title: (summary: Summary) => string;
  readonly held: (summary: Summary) => string;
  /** Empty when there is nothing to say. */
  readonly team: (summary: Summary) => string;
  readonly observedBy: (summary: Summary) => string;
  readonly lookedAt: (summary: Summary) => string;
  readonly footer: (summary: Summary) => string;
  /** What was said, in quotation marks. */
  readonly quote: (text: string) => string;
  readonly quoteBy: (summary: Summary) => string;
  /** `4 of 5`. */
  readonly count: (seen: Seen) => string;
  /** `4 yes, 1 partly`. */
  readonly marks: (marks: readonly (Answer | null)[]) => string;
  readonly linkHead: (link: ChainLink) => string;
  readonly rowName: (row: string) => string;
  /** `not yet at impact`. */
  readonly threadRow: (row: SummaryThreadRow) => string;
  readonly speaker: (role: string, interpreted: boolean) => string;
  /** `34%`, of a share from 0 to 1. */
  readonly share: (share: number) => string;
  /** Who takes a next step; a role, or what was written. */
  readonly owner: (written: string) => string;
  readonly due: (step: SummaryStep) => string;
}

/**
 * The page of a summary, in the order of the design: what and when, what stood out, strengths
 * beside growth areas, the family's words; then, together on one page, what was seen, the
 * thread, who spoke, next steps. Sections without content are left out.
 */
export function pageOfSummary(summary: Summary, words: PageWords): Page {
  const { language, name, purposeLine, pageOf, missing } = words;
  return {
    language, name, purposeLine, pageOf, missing,
    kicker: words.written === null ? words.kicker : `${words.kicker} · ${words.written.line}`,
    title: words.title(summary),
    footer: words.footer(summary),
    sampleLine: summary.sample ? words.sample : null,
    blocks: [
      head(summary, words),
      ...(summary.standout.trim() === '' ? [] : [{ is: 'paragraph', tone: 'lead', text: summary.standout } as const]),
      ...beside(points(words.sections.strengths, summary.strengths), points(words.sections.growth, summary.growth)),
      ...summary.familyWords.map(({ text }): Block => ({ is: 'paragraph', tone: 'quote', text: words.quote(text), by: words.quoteBy(summary) })),
      ...together([
        ...beside([...seen(summary, words), ...byKind(summary, words)], [...thread(summary, words), ...voice(summary, words)]),
        ...steps(summary, words),
      ]),
    ],
  };
}

function head(summary: Summary, { labels, ...words }: PageWords): Block {
  const facts = [
    { label: labels.held, value: words.held(summary) },
    { label: labels.team, value: words.team(summary) },
    { label: labels.observedBy, value: words.observedBy(summary) },
    { label: labels.lookedAt, value: words.lookedAt(summary) },
  ];
  return { is: 'facts', look: 'head', facts: facts.filter(({ value }) => value !== '') };
}

/** Two sides; one alone has the whole width. */
const beside = (left: readonly Block[], right: readonly Block[]): readonly Block[] =>
  (left.length > 0 && right.length > 0 ? [{ is: 'columns', left, right }] : [...left, ...right]);

const together = (blocks: readonly Block[]): Block[] => (blocks.length === 0 ? [] : [{ is: 'part', blocks }]);

const points = (title: string, lines: readonly SummaryLine[]): Block[] =>
  (lines.length === 0 ? [] : [{ is: 'heading', level: 2, text: title }, { is: 'list', items: lines }]);

function seen({ seen: phases }: Summary, words: PageWords): Block[] {
  if (phases.length === 0) return [];
  const rows = phases.map((phase) => ({
    number: phase.ordinal === null ? null : String(phase.ordinal),
    title: phase.shortTitle,
    marks: phase.marks satisfies readonly PageMark[],
    spoken: words.marks(phase.marks),
    count: words.count(phase),
  }));
  return [
    { is: 'heading', level: 2, text: words.sections.seen },
    { is: 'marks', heads: words.markHeads, rows, key: words.markKey },
  ];
}

function byKind({ byKind: kinds }: Summary, words: PageWords): Block[] {
  if (kinds === null) return [];
  const facts = (['role', 'quality', 'equity'] as const).map((kind) => ({ label: words.kinds[kind], value: words.count(kinds[kind]) }));
  return [{ is: 'heading', level: 2, text: words.sections.byKind }, { is: 'facts', look: 'row', facts }];
}

function thread({ thread: rows }: Summary, words: PageWords): Block[] {
  if (rows.length === 0) return [];
  return [
    { is: 'heading', level: 2, text: words.sections.thread },
    {
      is: 'thread',
      heads: chainLinks.map((link) => words.linkHead(link)),
      rows: rows.map((row) => ({
        name: words.rowName(row.row), words: row.words, beads: chainLinks.map((link) => row.beads[link]), spoken: words.threadRow(row),
      })),
      key: words.markKey,
    },
  ];
}

function voice({ voice: shares, interpreter }: Summary, words: PageWords): Block[] {
  if (shares === null) return [];
  // An estimate has an order and no measure, so no figure stands beside its bar.
  const estimated = shares.mode === 'estimate';
  const rows = [...shares.roles].sort((a, b) => b.share - a.share).map(({ role, share }) => ({
    label: words.speaker(role, interpreter), share, figure: estimated ? '' : words.share(share),
  }));
  return [
    { is: 'heading', level: 2, text: estimated ? words.sections.voiceEstimated : words.sections.voice },
    { is: 'bars', heads: words.voiceHeads, rows, source: '' },
  ];
}

function steps({ nextSteps }: Summary, words: PageWords): Block[] {
  if (nextSteps.length === 0) return [];
  const rows = nextSteps.map((step) => [step.what, words.owner(step.owner), words.due(step)]);
  return [
    { is: 'heading', level: 2, text: words.sections.nextSteps },
    { is: 'table', heads: words.stepHeads, headsShown: false, rows, widths: [258, 138, 118], atEnd: [2] },
  ];
}
