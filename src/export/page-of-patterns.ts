/** Patterns across meetings as a page, from a look as it may leave. */
import { ruleOf } from '#domain/patterns/all-rules.ts';
import type { ExportedBeside, ExportedGroup, ExportedKept, ExportedLook } from '#domain/patterns/exported.ts';
import type { ExportedFinding } from '#domain/patterns/exported-findings.ts';
import type { HeatCell } from '#domain/patterns/heat.ts';
import type { Rule } from '#domain/patterns/rule.ts';
import type { VoiceByMode, VoiceRow } from '#domain/patterns/voice.ts';
import type { Block, MarksBlock, Page, PageMark, TableBlock } from './page.ts';

type Section = 'repeats' | 'narrower' | 'watch' | 'heat' | 'kept' | 'thread' | 'months' | 'items' | 'beside' | 'verify' | 'groups' | 'coverage';

/** All words of the page, and how values are said. */
export interface PatternPageWords extends Pick<Page, 'language' | 'name' | 'kicker' | 'title' | 'purposeLine' | 'footer' | 'pageOf' | 'missing'> {
  readonly sections: Readonly<Record<Section, string>>;
  readonly filter: (look: ExportedLook) => string;
  readonly meetings: (look: ExportedLook) => string;
  /** What is left out in this kind, one sentence after the other. */
  readonly kind: (look: ExportedLook) => string;
  /** Said in place of all the rest where fewer than ten meetings were chosen. */
  readonly few: string;
  readonly nothing: string;
  readonly claim: (found: ExportedFinding, rule: Rule, labels: ExportedLook['labels']) => string;
  /** Over many findings of one rule. */
  readonly ruleTitle: (rule: Rule) => string;
  /** The claim, or what it is about where many are told under one title. */
  readonly subject: (found: ExportedFinding, rule: Rule, labels: ExportedLook['labels']) => string;
  readonly scope: (found: ExportedFinding) => string;
  readonly counts: (found: ExportedFinding) => string;
  readonly level: (found: ExportedFinding) => string;
  readonly coaching: (rule: Rule) => string;
  readonly system: (rule: Rule) => string;
  readonly marks: (found: ExportedFinding) => readonly PageMark[];
  readonly marksSpoken: (found: ExportedFinding) => string;
  readonly markHeads: MarksBlock['heads'];
  readonly markTitle: string;
  /** `7 of 10`. */
  readonly markCount: (found: ExportedFinding) => string;
  /** The same with its interval. */
  readonly markCountLong: (found: ExportedFinding) => string;
  readonly markKey: MarksBlock['key'];
  readonly more: (findings: number) => string;
  readonly phaseHead: string;
  /** `72`; a dash under three items. */
  readonly heatCell: (cell: HeatCell) => string;
  readonly heatNote: (look: ExportedLook) => string;
  /** `Aug`. */
  readonly month: (month: string) => string;
  readonly share: (share: number | null) => string;
  readonly monthsNote: (look: ExportedLook) => string;
  readonly voiceHead: (voice: VoiceByMode) => string;
  readonly voiceHeads: readonly [role: string, bar: string, figure: string];
  readonly role: (role: string) => string;
  readonly voiceFigure: (row: VoiceRow) => string;
  readonly voiceLevels: (row: VoiceRow) => string;
  readonly voiceSource: (voice: VoiceByMode) => string;
  readonly keptHeads: readonly string[];
  readonly keptTasks: string;
  readonly dateName: (name: string) => string;
  /** A count; what stands where one is left out. */
  readonly cell: (count: number | null) => string;
  readonly band: (band: ExportedKept['band']) => string;
  readonly thread: (thread: ExportedLook['thread']) => readonly string[];
  readonly threadHeads: readonly [link: string, meetings: string];
  readonly link: (link: ExportedLook['thread']['links'][number]['link']) => string;
  readonly itemHeads: readonly string[];
  readonly besideHeads: (beside: ExportedBeside) => readonly string[];
  readonly besideNote: (beside: ExportedBeside) => string;
  readonly besideShare: (share: ExportedBeside['shares'][number]) => readonly string[];
  /** The three cells after the item. */
  readonly besideItem: (item: ExportedBeside['items'][number]) => readonly string[];
  readonly verify: (verify: ExportedLook['verify']) => string;
  readonly groupHeads: readonly string[];
  readonly groupCells: (group: ExportedGroup) => readonly string[];
  readonly coverage: (coverage: NonNullable<ExportedLook['coverage']>) => string;
}

/** As many findings in single schools, teams and types as somebody reads. */
const narrowerMost = 20;

/**
 * The page of a look, in the order of the screen: filter and number first, then what repeats,
 * what is worth a look, the charts as tables. Parts without content are left out.
 */
export function pageOfPatterns(look: ExportedLook, words: PatternPageWords): Page {
  const { language, name, kicker, title, purposeLine, footer, pageOf, missing } = words;
  return {
    language, name, kicker, title, purposeLine, footer, pageOf, missing, sampleLine: null,
    blocks: [
      { is: 'paragraph', tone: 'lead', text: `${words.filter(look)} ${words.meetings(look)}` },
      { is: 'paragraph', tone: 'soft', text: words.purposeLine },
      { is: 'paragraph', tone: 'soft', text: words.kind(look) },
      ...(look.withheld ? [{ is: 'paragraph', tone: 'plain', text: words.few } as const] : body(look, words)),
    ],
  };
}

const body = (look: ExportedLook, words: PatternPageWords): Block[] => [
  ...repeats(look, words), ...watched(look, words), ...heatBlocks(look, words),
  ...look.voice.flatMap((voice) => voiceBlocks(voice, words)),
  ...kept(look, words), ...thread(look, words), ...months(look, words), ...items(look, words),
  ...look.beside.flatMap((beside, at) => besideBlocks(beside, look, words, at === 0)),
  ...(look.verify.total === 0 ? [] : section(words.sections.verify, [{ is: 'paragraph', tone: 'plain', text: words.verify(look.verify) }])),
  ...(look.groups.length === 0 ? [] : section(words.sections.groups, [table(words.groupHeads, look.groups.map((group) => words.groupCells(group)), [200, 60, 150, 150])])),
  ...coverage(look, words),
];

const section = (text: string, blocks: readonly Block[]): Block[] => (blocks.length === 0 ? [] : [{ is: 'heading', level: 2, text }, ...blocks]);
const table = (heads: readonly string[], rows: TableBlock['rows'], widths: readonly number[], atEnd: readonly number[] = []): Block =>
  ({ is: 'table', heads, headsShown: true, rows, widths, atEnd });
/** Columns of equal width after a first one. */
const widthsOf = (first: number, count: number): number[] => [first, ...Array.from({ length: count }, () => (514 - first) / Math.max(1, count))];
const endsOf = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

function repeats({ findings, labels }: ExportedLook, words: PatternPageWords): Block[] {
  const all = findings.filter(({ finding: { level, rule } }) => (level === 'pattern' || level === 'emerging') && rule !== 'coverage-bias');
  const wide = all.filter(({ finding }) => finding.scope.kind === 'all');
  const told = new Set(wide.map(subjectOf));
  const narrow = all.filter((found) => found.finding.scope.kind !== 'all' && !(found.finding.rule === 'bright-spot' && told.has(subjectOf(found))));
  const ofRules = [...new Set(wide.map(({ finding }) => finding.rule))].map((id) => wide.filter(({ finding }) => finding.rule === id));
  const last = ofRules.filter((found) => found.some(({ finding }) => finding.strip.length > 0)).at(-1);
  return [
    ...section(words.sections.repeats, wide.length === 0 ? [{ is: 'paragraph', tone: 'soft', text: words.nothing }] : ofRules.map((found) => rulePart(found, labels, words, found === last))),
    ...section(words.sections.narrower, narrow.length === 0 ? [] : [
      list(narrow.slice(0, narrowerMost).map((found) => sentence(found, labels, words))),
      ...(narrow.length > narrowerMost ? [{ is: 'paragraph', tone: 'soft', text: words.more(narrow.length - narrowerMost) } as const] : []),
    ]),
  ];
}

/** What it is about, so that a bright spot of all meetings is not told of each school again. */
const subjectOf = ({ finding: { rule, about } }: ExportedFinding): string => (about.type === 'item' ? `${rule} ${about.item}` : rule);

/** What a rule found, with its coaching once; a single finding has its claim for a heading. */
function rulePart(all: readonly ExportedFinding[], labels: ExportedLook['labels'], words: PatternPageWords, withKey: boolean): Block {
  const [first] = all;
  if (!first) return { is: 'part', blocks: [] };
  const rule = ruleOf(first.finding.rule);
  const isOne = all.length === 1;
  const marked = all.filter(({ finding }) => finding.strip.length > 0);
  const rest = all.filter(({ finding }) => finding.strip.length === 0);
  const title = (found: ExportedFinding): string => (isOne ? words.markTitle : words.subject(found, rule, labels));
  const texts = isOne ? [words.counts(first), words.level(first)] : [];
  const system = words.system(rule);
  return {
    is: 'part',
    blocks: [
      { is: 'heading', level: 3, text: isOne ? words.claim(first, rule, labels) : words.ruleTitle(rule) },
      ...(marked.length === 0 ? [] : [{
        is: 'marks', wide: !isOne, heads: words.markHeads, key: withKey ? words.markKey : [],
        rows: marked.map((found) => ({ number: null, title: title(found), marks: words.marks(found), spoken: words.marksSpoken(found), count: isOne ? words.markCount(found) : words.markCountLong(found) })),
      } as const]),
      ...(isOne || rest.length === 0 ? [] : [list(rest.map((found) => sentence(found, labels, words)))]),
      ...(texts.length === 0 ? [] : [{ is: 'paragraph', tone: 'plain', text: texts.filter((text) => text !== '').join(' ') } as const]),
      { is: 'paragraph', tone: 'soft', text: [words.coaching(rule), system].filter((text) => text !== '').join(' ') },
    ],
  };
}

const list = (texts: readonly string[]): Block => ({ is: 'list', items: texts.map((text) => ({ number: null, text })) });

const sentence = (found: ExportedFinding, labels: ExportedLook['labels'], words: PatternPageWords): string =>
  [words.scope(found), words.claim(found, ruleOf(found.finding.rule), labels), words.counts(found)].filter((text) => text !== '').join(' ');

function watched({ findings, labels }: ExportedLook, words: PatternPageWords): Block[] {
  const all = findings.filter(({ finding: { level, rule } }) => level === 'watch' && rule !== 'coverage-bias');
  return section(words.sections.watch, all.length === 0 ? [] : [list(all.map((found) => sentence(found, labels, words)))]);
}

function heatBlocks(look: ExportedLook, words: PatternPageWords): Block[] {
  const { phases, meetings } = look.heat;
  const rows = phases.flatMap((phase, at) => {
    const cells = meetings.map(({ cells: all }) => all[at] ?? { yes: 0, partly: 0, no: 0, na: 0, blank: 0 });
    return cells.some(({ yes, partly, no }) => yes + partly + no > 0) ? [[phase.shortTitle, ...cells.map((cell) => words.heatCell(cell))]] : [];
  });
  const heads = [words.phaseHead, ...meetings.map(({ name, month }) => (month === null ? name : `${name} ${words.month(month)}`))];
  return section(words.sections.heat, rows.length === 0 ? [] : [
    table(heads, rows, widthsOf(130, meetings.length), endsOf(meetings.length)),
    { is: 'paragraph', tone: 'soft', text: words.heatNote(look) },
  ]);
}

function voiceBlocks(voice: VoiceByMode, words: PatternPageWords): Block[] {
  if (voice.roles.length === 0) return [];
  const source: Block = { is: 'paragraph', tone: 'soft', text: words.voiceSource(voice) };
  if (voice.mode === 'estimate') {
    return section(words.voiceHead(voice), [table([words.voiceHeads[0], words.voiceHeads[2]], voice.roles.map((row) => [words.role(row.role), words.voiceLevels(row)]), [200, 314]), source]);
  }
  const rows = voice.roles.map((row) => ({
    label: words.role(row.role), share: row.pooled ?? row.middle ?? 0, figure: words.voiceFigure(row), ...(row.reference ? { reference: row.reference.share } : {}),
  })).sort((a, b) => b.share - a.share);
  return section(words.voiceHead(voice), [{ is: 'bars', heads: words.voiceHeads, rows, source: words.voiceSource(voice) }]);
}

function kept({ kept: { tasks, dates } }: ExportedLook, words: PatternPageWords): Block[] {
  const cells = (one: ExportedKept): string[] => [...one.cells.map((cell) => words.cell(cell)), one.rate === null ? words.band(one.band) : words.share(one.rate)];
  const rows = [
    ...(tasks.cells.every((cell) => cell === 0) ? [] : [[words.keptTasks, ...cells(tasks)]]),
    ...dates.filter(({ kept: one }) => one.cells.slice(0, 3).some((cell) => cell !== 0)).map(({ name, kept: one }) => [words.dateName(name), ...cells(one)]),
  ];
  return section(words.sections.kept, rows.length === 0 ? [] : [table(words.keptHeads, rows, [176, 58, 58, 58, 82, 82], [1, 2, 3, 4, 5])]);
}

function thread({ thread: found }: ExportedLook, words: PatternPageWords): Block[] {
  if (found.read === 0) return [];
  const isTold = found.links.some(({ firstBroken }) => firstBroken !== null);
  return section(words.sections.thread, [
    ...(isTold ? [table(words.threadHeads, found.links.map(({ link, firstBroken }) => [words.link(link), words.cell(firstBroken)]), [420, 94], [1])] : []),
    ...words.thread(found).map((text) => ({ is: 'paragraph', tone: 'plain', text } as const)),
  ]);
}

function months(look: ExportedLook, words: PatternPageWords): Block[] {
  const { months: all, lines } = look.months;
  const rows = lines.filter(({ points }) => points.some(({ share }) => share !== null)).map(({ title, points }) => [title, ...points.map(({ share }) => words.share(share))]);
  if (all.length < 2) return [];
  return section(words.sections.months, [
    ...(rows.length === 0 ? [] : [table([words.phaseHead, ...all.map((month) => words.month(month))], rows, widthsOf(150, all.length), endsOf(all.length))]),
    { is: 'paragraph', tone: 'soft', text: words.monthsNote(look) },
  ]);
}

function items({ items: all }: ExportedLook, words: PatternPageWords): Block[] {
  if (all.length === 0) return [];
  const seen = ({ rate, band }: ExportedLook['items'][number]): string => (rate === null ? words.band(band) : words.share(rate));
  const [item = '', ...heads] = words.itemHeads;
  // Where no item's answers are told their columns would only be empty.
  const isTold = all.some(({ yes }) => yes !== null);
  return section(words.sections.items, [isTold
    ? table(words.itemHeads, all.map((row) => [row.label, ...[row.yes, row.partly, row.no, row.na, row.blank, row.rated].map((cell) => words.cell(cell)), seen(row)]), [196, 30, 40, 44, 30, 66, 42, 66], [1, 2, 3, 4, 5, 6, 7])
    : table([item, ...heads.slice(-2)], all.map((row) => [row.label, words.cell(row.rated), seen(row)]), [354, 60, 100], [1, 2])]);
}

function besideBlocks(beside: ExportedBeside, { labels }: ExportedLook, words: PatternPageWords, first: boolean): Block[] {
  const rows = [
    ...beside.shares.map((share) => words.besideShare(share)),
    ...beside.items.slice(0, 8).map((item) => [labels[item.item] ?? item.item, ...words.besideItem(item)]),
  ];
  const blocks: Block[] = [{ is: 'paragraph', tone: 'plain', text: words.besideNote(beside) }, table(words.besideHeads(beside), rows, [234, 90, 90, 100], [1, 2, 3])];
  return first ? section(words.sections.beside, blocks) : blocks;
}

function coverage({ coverage: own, labels }: ExportedLook, words: PatternPageWords): Block[] {
  if (own === null) return [];
  return section(words.sections.coverage, [
    { is: 'paragraph', tone: 'plain', text: words.coverage(own) },
    ...(own.findings.length === 0 ? [] : [list(own.findings.map((found) => sentence(found, labels, words)))]),
  ]);
}
