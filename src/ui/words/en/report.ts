/** Words of the patterns report, in English; where the screen says the same, it says it alike. */
import type { PatternPageWords } from '#app/export/prepare-patterns.ts';
import type { ExportedKept, ExportedLook } from '#domain/patterns/exported.ts';
import type { ExportedFinding } from '#domain/patterns/exported-findings.ts';
import type { RoleWords } from '#domain/patterns/exported-names.ts';
import type { Finding } from '#domain/patterns/rule.ts';
import { cellPercent, oneDecimal, percent } from '../figures.ts';
import { dates } from './dates.ts';
import { finding as findingWords } from './finding.ts';
import { meeting } from './meeting.ts';
import { page } from './page.ts';
import { pattern } from './pattern.ts';
import { plain } from './plain.ts';

/** What comes from the rules and the marks is put in by the screen. */
export interface ReportCatalog extends Omit<PatternPageWords, 'claim' | 'ruleTitle' | 'subject' | 'coaching' | 'system' | 'marks' | 'marksSpoken'> {
  readonly coachingIs: (advice: string) => string;
  readonly around: (system: string) => string;
  /** How schools and teams are called where they are not named. */
  readonly roles: RoleWords;
}

const { comparisonName, countsOf, levelWords } = findingWords;
const { likely, thread: threadWords, voice: voicePartWords, months: { monthName } } = pattern;
const { conditionName, counted, inSentence, listed, typeName } = plain;

const few = 'fewer than 10';
const bands = { 'at-target': '85% or more', between: '70% to 84%', 'under-floor': 'under 70%' } as const;
const bandWords = (band: ExportedKept['band']): string => (band === null ? '' : bands[band]);
const monthLong = (month: string): string => dates.monthOnly(`${month.slice(0, 7)}-15`);
const cell = (count: number | null): string => (count === null ? '·' : String(count));
const points = (between: number): string => `${between > 0 ? '+' : between < 0 ? '−' : ''}${String(Math.abs(Math.round(between * 100)))}`;

/** `Meetings from August 2026 to November 2026 in all schools, by all teams, of any type, with any condition.` */
function filterWords({ filter, month, conditionLabels }: ExportedLook): string {
  const { from, to, schools, teams, types, withConditions, withoutConditions, roadmap, ownOnly } = filter;
  const named = (one: string): string => conditionLabels[one] ?? inSentence(conditionName(one));
  const conditions = [...withConditions.map(named), ...withoutConditions.map((one) => `not: ${named(one)}`)];
  return [
    `Meetings from ${from === null ? 'the first one' : monthLong(from)} to ${monthLong(to ?? month)}`,
    ` in ${schools.length === 0 ? 'all schools' : listed(schools)}`,
    `, by ${teams.length === 0 ? 'all teams' : listed(teams.map(({ team }) => team))}`,
    `, of ${types.length === 0 ? 'any type' : listed(types.map((type) => inSentence(typeName(type))))}`,
    `, with ${conditions.length === 0 ? 'any condition' : listed(conditions)}`,
    roadmap === null ? '' : ', by one roadmap only', ownOnly ? ', your own only' : '', '.',
  ].join('');
}

const kindWords = ({ kind }: ExportedLook): string =>
  (kind === 'identified'
    ? 'Identified: schools and teams by name, and small counts. Meetings are M1, M2 and so on, the oldest first, without code or day. Nothing here ranks a team or names a person.'
    : 'De-identified: no code or day of a meeting, no school or team by name. Counts of fewer than 10 are left out, and those that would tell them: a dot or an empty cell. Nothing here ranks a team or names a person.');

const seenOf = (finding: Finding): string => (finding.about.type === 'tasks' ? 'next steps' : finding.about.type === 'item' ? 'meetings looked at' : 'meetings');

/** Counts, or as much of them as may be told. */
function countsWords({ finding, open, enough, band, half }: ExportedFinding): string {
  if (open) return countsOf(finding);
  if (band !== null) return `Seen in ${bandWords(band)} of ${String(finding.of)} ${seenOf(finding)}.`;
  if (half !== null) return `In ${half ? 'half or more' : 'fewer than half'} of ${String(finding.of)} ${seenOf(finding)}.`;
  return enough ? 'Its counts are left out.' : `Of ${few} ${seenOf(finding)}.`;
}

const markCount = ({ count, of }: Finding): string => `${oneDecimal(count)} of ${String(of)}`;

function levelOf({ finding, open, enough }: ExportedFinding): string {
  if (open || finding.level === 'pattern') return levelWords(finding);
  if (finding.level === 'emerging' && !enough) return 'A pattern may be emerging.';
  return finding.level === 'watch' ? levelWords(finding) : '';
}

function threadLines({ read, whole, placementFirst, needs, concerns }: ExportedLook['thread']): string[] {
  return [
    read === null ? `It could be read in ${few} meetings.` : whole === null ? `It could be read in ${counted(read, 'meeting')}; counts of where it broke first are left out.` : threadWords.whole(whole, read),
    placementFirst === null ? '' : threadWords.placementFirst(placementFirst.count, placementFirst.of),
    needs === null ? '' : threadWords.needs(needs.tied, needs.named),
    concerns === null ? '' : threadWords.concerns(concerns.addressed, concerns.raised),
  ].filter((line) => line !== '');
}

function coverageWords({ meetings, types, schools, teams, leftEarly, quick }: NonNullable<ExportedLook['coverage']>): string {
  const kinds = types.map(({ type, meetings: count }) => `${inSentence(typeName(type))}${count === null ? '' : ` ${String(count)}`}`);
  return [
    `${meetings === null ? 'Meetings' : counted(meetings, 'meeting')} of your own, by type: ${listed(kinds)}.`,
    `${counted(schools, 'school')}, ${counted(teams, 'team')}.`,
    leftEarly === null || leftEarly === 0 ? '' : `You left ${counted(leftEarly, 'meeting')} early.`,
    quick === null || quick === 0 ? '' : `${counted(quick, 'meeting')} in quick mode.`,
  ].filter((part) => part !== '').join(' ');
}

export const report: ReportCatalog = {
  language: page.language, pageOf: page.pageOf, missing: page.missing, purposeLine: page.purposeLine,
  roles: { school: (number) => `School ${String(number)}`, team: (number) => `Team ${String(number)}` },
  name: 'Patterns across meetings', kicker: 'Quiet Checkpoint', title: 'Patterns across meetings', footer: 'From finished meetings',
  sections: {
    repeats: 'What repeats', narrower: 'In single schools, teams or types', watch: 'Worth a look: too few, or not surely more than chance',
    heat: 'Phase by meeting', kept: 'Follow-through', thread: 'Where the thread breaks first', months: 'Month by month',
    items: 'Item by item', beside: 'Side by side', verify: 'To verify', groups: 'Schools and teams', coverage: 'What your own meetings cover',
  },
  filter: filterWords,
  meetings: ({ meetings }) => `${meetings === null ? 'Fewer than 10 finished meetings' : counted(meetings, 'finished meeting')}.`,
  kind: kindWords,
  few: 'Too few to call it a pattern: of fewer than 10 meetings nothing is told in a de-identified report. Choose more meetings.',
  nothing: 'Nothing repeats surely enough to say so.',
  scope: ({ finding: { scope } }) => {
    const words = scope.kind === 'type' ? typeName(scope.type) : [scope.team, scope.school].filter((part) => part !== '').join(', ');
    return words === '' ? '' : `${words}:`;
  },
  counts: countsWords,
  level: levelOf,
  coachingIs: (advice) => `Suggested coaching: ${advice}`,
  around: (system) => `Around the team: ${system}`,
  markHeads: ['No.', 'Meetings', 'Marks', 'Count'],
  markTitle: 'Oldest first',
  markCount: ({ finding }) => markCount(finding),
  markCountLong: ({ finding }) => `${markCount(finding)}${finding.interval === null || finding.about.type === 'comparison' ? '' : `, ${likely(finding.interval)}`}`,
  markKey: [{ mark: 'yes', words: 'seen, or the sign stands' }, { mark: 'partly', words: 'partly' }, { mark: 'no', words: 'not yet, or no sign' }],
  more: (findings) => `${counted(findings, 'more finding')} on the screen.`,
  phaseHead: 'Phase',
  heatCell: (of) => { const seen = cellPercent(of); return seen === null ? '–' : String(seen); },
  heatNote: ({ heat }) => `Percent seen of the items looked at; a dash where fewer than 3 were.${heat.earlier ? ` The latest ${String(heat.meetings.length)} meetings.` : ''}`,
  month: monthName,
  share: (share) => (share === null ? '·' : String(Math.round(share * 100))),
  monthsNote: (look) => `Percent seen of the items looked at.${look.kind === 'de-identified' ? ' Months with fewer than 10 meetings are left out.' : ''}`,
  voiceHead: (voice) => `${voicePartWords.head(voice.mode)}: ${voicePartWords.basis(voice)}`,
  voiceHeads: ['Role', 'Part of the talk', 'Share'],
  role: (role) => meeting.roleName(role),
  voiceFigure: voicePartWords.figure,
  voiceLevels: voicePartWords.levels,
  voiceSource: ({ mode }) => (mode === 'estimate' ? voicePartWords.estimate : `${mode === 'turns' ? `${voicePartWords.middle} ` : ''}${voicePartWords.source}`),
  keptHeads: ['What was due', 'In time', 'Later', 'Open', 'Not due yet', '% in time'],
  keptTasks: 'Next steps',
  dateName: (name) => meeting.dateName(name),
  cell,
  band: bandWords,
  thread: threadLines,
  threadHeads: ['Link', 'Meetings'],
  link: (link) => meeting.links[link],
  itemHeads: ['Item', 'Yes', 'Partly', 'Not yet', 'N/A', 'Not looked at', 'Rated', '% seen'],
  besideHeads: ({ comparison }) => { const [a, b] = comparisonName(comparison); return ['Item', a, b, 'Points between']; },
  besideNote: ({ comparison, meetings }) => { const [a, b] = comparisonName(comparison); return `${counted(meetings[0], 'meeting')} ${a}, ${String(meetings[1])} ${b}. From 10 meetings in each group; never by race or disability.`; },
  besideShare: ({ mode, a, b }) => [`Family’s share of talk, ${mode === 'pulse' ? 'samples' : 'turns'}, middle meeting`, percent(a.middle), percent(b.middle), points(a.middle - b.middle)],
  besideItem: ({ told, bands: [a, b] }) => (told === null ? [bandWords(a) || '·', bandWords(b) || '·', '·']
    : [`${String(told.a.seen)} of ${String(told.a.of)}`, `${String(told.b.seen)} of ${String(told.b.of)}`, `${points(told.between)} (${points(told.interval.low)} to ${points(told.interval.high)})`]),
  verify: ({ total, open }) => `Items that must happen and were marked Not yet: ${total === null ? few : String(total)}${open === null ? '' : `, ${String(open)} of them still to verify`}. The paper may not have been seen.`,
  groupHeads: ['By name, no ranking', 'Meetings', 'Seldom seen', 'Reliably seen'],
  groupCells: ({ name, meetings, withheld, low, bright }) => [name, cell(meetings), withheld ? 'too few to tell' : low.join('; ') || '–', withheld ? '' : bright.join('; ') || '–'],
  coverage: coverageWords,
};
