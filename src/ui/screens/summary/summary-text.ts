/** The summary as plain text, for a message. The same words in the same order as on the page. */
import { chainLinks } from '#domain/entry.ts';
import type { Summary } from '#domain/record/summary.ts';
import { capacityName, linkName } from '#ui/words/meeting-words.ts';
import { heldWords, quoted, revisionWords, rowName, speakerName, stepWords, teamWords, threadWords, titleWords } from './summary-words.ts';

const purpose = 'For coaching and system support; not for staff evaluation. Counts are not a score.';

/** Parts that are empty are left out; the parts stand apart by an empty line. */
export function summaryText(summary: Summary): string {
  const parts = [headOf(summary), summary.standout, ...pointsOf(summary), ...seenOf(summary), voiceOf(summary), stepsOf(summary), `${purpose}\n${revisionWords(summary)}`];
  return `${parts.filter((part) => part !== '').join('\n\n').replaceAll('\u00a0', ' ')}\n`;
}

const block = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : [title, ...lines.map((line) => `- ${line}`)].join('\n'));

function headOf(summary: Summary): string {
  const { sample, capacity, lookedAt, leftEarly } = summary;
  const looked = `Looked at: ${String(lookedAt.count)} of ${String(lookedAt.of)} items${leftEarly ? ', left early' : ''}`;
  const lines = [
    sample ? 'Sample, not a real meeting' : '', `Observation summary: ${titleWords(summary)}`, `Held: ${heldWords(summary.held)}`, teamWords(summary),
    capacity ? `Observed by: ${capacityName(capacity)}` : '', looked,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function pointsOf({ strengths, growth, familyWords, interpreter }: Summary): string[] {
  const by = interpreter ? 'family, through the interpreter' : 'family';
  return [
    block('Strengths', strengths.map(({ text }) => text)),
    block('Growth areas', growth.map(({ text }) => text)),
    familyWords.map(({ text }) => `${quoted(text)} (${by})`).join('\n'),
  ];
}

function seenOf({ seen, byKind, thread }: Summary): string[] {
  const count = (of: { readonly seen: number; readonly of: number }): string => `${String(of.seen)} of ${String(of.of)}`;
  const kinds = byKind ? `Role clarity ${count(byKind.role)}, quality ${count(byKind.quality)}, equity ${count(byKind.equity)}` : '';
  const rows = thread.map((row) => `${threadWords([row])}${row.words === '' ? '' : ` (${rowName(row.row)} is: ${row.words})`}`);
  return [
    block('What was seen', seen.map((phase) => `${phase.title}: ${count(phase)}`)),
    kinds,
    block(`Does one thing follow from the other? ${chainLinks.map(linkName).join(', ')}`, rows),
  ];
}

const voiceOf = ({ voice, interpreter }: Summary): string =>
  block('Who spoke', (voice?.roles ?? []).map(({ role, share }) => `${speakerName(role, interpreter)}: ${String(Math.round(share * 100))}%`));

const stepsOf = ({ nextSteps }: Summary): string =>
  block('Next steps', nextSteps.map((step) =>
    [step.what, step.owner, step.done || step.carried ? stepWords(step).toLowerCase() : stepWords(step)].filter((part) => part !== '').join(', ')));
