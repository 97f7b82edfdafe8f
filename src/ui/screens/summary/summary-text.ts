/** The summary as plain text, for a message. The same words in the same order as on the page. */
import type { Summary } from '#domain/record/summary.ts';
import type { PageCatalog } from '#ui/words/page-words.ts';

/** Parts that are empty are left out; the parts stand apart by an empty line. */
export function summaryText(summary: Summary, words: PageCatalog): string {
  const parts = [
    headOf(summary, words), summary.standout, ...pointsOf(summary, words), ...seenOf(summary, words), voiceOf(summary, words), stepsOf(summary, words),
    `${words.purposeLine}\n${words.footer(summary)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n').replaceAll('\u00a0', ' ')}\n`;
}

const block = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : [title, ...lines.map((line) => `- ${line}`)].join('\n'));

function headOf(summary: Summary, words: PageCatalog): string {
  const { labels } = words;
  const observedBy = words.observedBy(summary);
  const lines = [
    summary.sample ? words.sample : '', `${words.name}: ${words.title(summary)}`, words.written?.line ?? '', `${labels.held}: ${words.held(summary)}`, words.team(summary),
    observedBy === '' ? '' : `${labels.observedBy}: ${observedBy}`, `${labels.lookedAt}: ${words.lookedAt(summary)}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

const pointsOf = ({ strengths, growth, familyWords, interpreter }: Summary, { sections, quote, text }: PageCatalog): string[] => [
  block(sections.strengths, strengths.map((line) => line.text)),
  block(sections.growth, growth.map((line) => line.text)),
  familyWords.map((said) => `${quote(said.text)} (${text.quoteBy(interpreter)})`).join('\n'),
];

function seenOf({ seen, byKind, thread }: Summary, { sections, count, rowName, threadRow, text }: PageCatalog): string[] {
  const rows = thread.map((row) => {
    const name = rowName(row.row);
    return `${name}: ${threadRow(row)}.${row.words === '' ? '' : ` (${text.rowIs(name, row.words)})`}`;
  });
  return [
    block(sections.seen, seen.map((phase) => `${phase.title}: ${count(phase)}`)),
    byKind ? text.kinds(byKind) : '',
    block(`${sections.thread} ${text.links()}`, rows),
  ];
}

const voiceOf = ({ voice, interpreter }: Summary, { sections, speaker, share }: PageCatalog): string =>
  block(sections.voice, (voice?.roles ?? []).map((one) => `${speaker(one.role, interpreter)}: ${share(one.share)}`));

const stepsOf = ({ nextSteps }: Summary, { sections, owner, due }: PageCatalog): string =>
  block(sections.nextSteps, nextSteps.map((step) =>
    [step.what, owner(step.owner), step.done || step.carried ? due(step).toLowerCase() : due(step)].filter((part) => part !== '').join(', ')));
