/** A finding in plain English: what repeats, in how many of how many, and how sure that is. */
import type { ComparisonId, Finding } from '#domain/patterns/rule.ts';
import { oneDecimal, percent } from '../figures.ts';
import { meeting } from './meeting.ts';
import { pattern } from './pattern.ts';
import { plain } from './plain.ts';

/** Labels of items by id, as the newest roadmap has them. */
export type Labels = ReadonlyMap<string, string>;

const { counted, inSentence } = plain;
const quoted = (labels: Labels, item: string): string => `“${labels.get(item) ?? item}”`;

const groups: Record<ComparisonId, readonly [string, string]> = {
  interpreter: ['with an interpreter', 'without one'],
  virtual: ['with someone by video or phone', 'with all in the room'],
  'initial-annual': ['at first meetings', 'at annual reviews'],
  advocate: ['with an advocate', 'without one'],
};

const coverage = {
  'one-team': 'More than half of your meetings are of one team.',
  'mostly-yes': 'Nearly everything in your last meetings is marked Yes.',
  'no-interpreter': 'None of your last meetings was interpreted, though there are such meetings.',
  'no-initial': 'None of your last meetings was a first one, though there are such meetings.',
  'no-transition': 'None of your last meetings was of transition age, though there are such meetings.',
} as const;

const signs: Readonly<Partial<Record<Finding['rule'], string>>> = {
  'unclear-roles': 'It is often unclear who does what.',
  'uneven-participation': 'Talk is often uneven.',
  'data-decision-gap': 'Data often does not reach the decision.',
  'family-voice-missing': 'The family’s voice is often missing.',
  'predetermination-signs': 'Some decisions may come before the meeting.',
  'follow-through-slippage': 'What was agreed often comes late.',
  'student-voice-missing': 'The student’s voice is often missing.',
  'rushed-or-incomplete': 'Meetings often end rushed or unfinished.',
  'readiness-gap': 'Meetings often begin before all is ready.',
};

/** The claim, one sentence. `title` is the rule's, for what has no sentence of its own. */
function claimOf({ rule, about }: Finding, title: string, labels: Labels): string {
  switch (about.type) {
    case 'item':
      if (rule === 'bright-spot') return `${quoted(labels, about.item)} is reliably seen.`;
      return rule === 'compliance-risk' ? `Verify: ${quoted(labels, about.item)} was not yet seen more than once.` : `${quoted(labels, about.item)} is seldom seen.`;
    case 'link':
      return `The chain from data to placement breaks first at ${inSentence(meeting.links[about.link])}.`;
    case 'date':
      return `${meeting.dateName(about.name)}: often after the local limit.`;
    case 'tasks':
      return 'Next steps are often done after their date.';
    case 'family-share':
      return `The middle share of the family’s talk is ${percent(about.median)}.`;
    case 'comparison': {
      const [a, b] = groups[about.comparison];
      return about.item === null ? `Families speak otherwise ${a} than ${b}.` : `${quoted(labels, about.item)} is seen otherwise ${a} than ${b}.`;
    }
    case 'coverage':
      return coverage[about.gap];
    case 'sign':
      return signs[rule] ?? `${title}.`;
  }
}

/** The counts behind it and what they allow to say: `In 3 of 10 meetings, likely between 1 and 6 in 10`. */
function countsOf(finding: Finding): string {
  const { about, count, of, interval, leftOut } = finding;
  const left = leftOut > 0 ? ` ${counted(leftOut, 'meeting')} left out, where it could not be seen.` : '';
  if (about.type === 'comparison') {
    const [a, b] = about.groups;
    const [withWords, withoutWords] = groups[about.comparison];
    const side = ({ meetings, value, of: rated }: typeof a, words: string): string =>
      (about.item === null ? `${percent(value)} in ${counted(meetings, 'meeting')} ${words}` : `${oneDecimal(value)} of ${String(rated)} ${words}`);
    return `${side(a, withWords)}, ${side(b, withoutWords)}.${left}`;
  }
  const unit = about.type === 'tasks' ? 'next steps' : 'meetings';
  const seen = about.type === 'item' && finding.rule !== 'compliance-risk' ? `Seen in ${oneDecimal(count)} of ${String(of)} looked at` : `In ${oneDecimal(count)} of ${String(of)} ${unit}`;
  return `${seen}${interval === null ? '' : `, ${pattern.likely(interval)}`}.${left}`;
}

/** What may be called a pattern, and what may not yet. */
function levelWords({ level, of }: Finding): string {
  if (level === 'pattern') return '';
  if (level === 'emerging') return `${counted(of, 'meeting')}: a pattern may be emerging.`;
  if (level === 'watch') return 'Worth a look: too few, or not surely more than chance, to call it a pattern.';
  return `${counted(of, 'meeting')}: too few to call it a pattern.`;
}

/** Where it was found, unless that is everywhere. */
function scopeWords({ scope }: Finding): string {
  if (scope.kind === 'school') return `School: ${scope.school}`;
  if (scope.kind === 'team') return `Team: ${[scope.team, scope.school].filter((part) => part !== '').join(', ')}`;
  return scope.kind === 'type' ? plain.typeName(scope.type) : '';
}

export const finding = {
  /** The two groups of a comparison: `with an interpreter`, `without one`. */
  comparisonName: (id: ComparisonId): readonly [string, string] => groups[id],
  claimOf, countsOf, levelWords, scopeWords,
};
