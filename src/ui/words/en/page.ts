/** Words of the summary page in English: on the screen, on paper and in files. Its language can be another than the screens'. */
import type { PageWords, Script } from '#app/export/page.ts';
import { chainLinks, type Answer, type ChainLink } from '#domain/entry.ts';
import type { Seen, Summary, SummaryStep, SummaryThreadRow } from '#domain/record/summary.ts';
import { languageIn } from '../languages-named.ts';
import { dates } from './dates.ts';
import { meeting } from './meeting.ts';
import { plain } from './plain.ts';
import { capital } from '../named.ts';

/** What the page says beside what every format of it says. */
export interface PageCatalog extends PageWords {
  /** What the page is, for those who hear it. */
  readonly label: string;
  /** Says that what was written stays in its language; used where that may be another than the page's. */
  readonly writtenLine: string;
  readonly threadLabel: (rows: readonly SummaryThreadRow[]) => string;
  readonly team: (summary: Pick<Summary, 'team' | 'attendeesCount' | 'interpreter' | 'language'>) => string;
  /** A role that takes a next step, where it is one of the app's. */
  readonly ownerRole: (role: string) => string;
  readonly heldOn: (held: Summary['held']) => string;
  readonly dueOn: (on: string) => string;
  /** For a message, where words stand in running text. */
  readonly text: {
    readonly quoteBy: (interpreter: boolean) => string;
    readonly kinds: (kinds: NonNullable<Summary['byKind']>) => string;
    readonly links: () => string;
    readonly rowIs: (name: string, words: string) => string;
  };
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `eight people`, `13 people`. */
const people = (count: number): string => `${small[count] ?? String(count)} ${count === 1 ? 'person' : 'people'}`;

const scriptNames: Readonly<Record<Script, string>> = {
  arabic: 'Arabic', chinese: 'Chinese', cyrillic: 'Cyrillic', devanagari: 'Devanagari', emoji: 'picture', greek: 'Greek', hebrew: 'Hebrew',
  japanese: 'Japanese', korean: 'Korean', latin: 'Latin', other: 'other',
};

/** `[3 Chinese characters]`, `[picture]`. */
function missing(script: Script, count: number): string {
  if (script === 'emoji') return count === 1 ? '[picture]' : `[${plain.counted(count, 'picture')}]`;
  return `[${plain.counted(count, `${scriptNames[script]} character`)}]`;
}

/** Roles short enough for a column of the page. */
const shortRoles: Readonly<Record<string, string>> = { 'gen-ed': 'Gen ed teacher', 'advocate-agency': 'Advocate, agency' };

/** `November 12, 2026, 10:00 to 11:04`; where days are left out, `November 2026, 64 minutes`. */
function heldOn({ onDate, month, startedAtMs, endedAtMs, minutes }: Summary['held']): string {
  if (onDate === null) {
    const lasted = minutes === null ? '' : `, ${plain.counted(minutes, 'minute')}`;
    return month === null ? 'No date yet' : `${dates.monthOnly(`${month}-01`)}${lasted}`;
  }
  if (startedAtMs === null) return dates.dayWithYear(onDate);
  const until = endedAtMs === null ? '' : ` to ${dates.pastTime(endedAtMs)}`;
  return `${dates.dayWithYear(onDate)}, ${dates.pastTime(startedAtMs)}${until}`;
}

/** `Grade 3, eight people, Spanish interpreter`. */
function team(summary: Pick<Summary, 'team' | 'attendeesCount' | 'interpreter' | 'language'>): string {
  const parts = [
    summary.team ?? '',
    summary.attendeesCount === 0 ? '' : people(summary.attendeesCount),
    summary.interpreter ? `${languageIn(summary.language, 'es', 'en') || 'with'} interpreter` : '',
  ].filter((part) => part !== '');
  return capital(parts.join(', '));
}

/** A day or, where days are left out, `2026-11` as a month. */
const dueOn = (on: string): string => (on.length === 7 ? dates.monthOnly(`${on}-01`) : dates.dayLong(on));

/** Where a next step stands: `Done`, `Carried over`, or its day; nothing without one. */
function due(step: Pick<SummaryStep, 'done' | 'carried' | 'dueOn'>): string {
  if (step.done) return 'Done';
  if (step.carried) return 'Carried over';
  return step.dueOn === null ? '' : dueOn(step.dueOn);
}

/** `4 of 5`; a dash where nothing counts. */
const count = ({ seen, of }: Seen): string => (of === 0 ? '–' : `${String(seen)} of ${String(of)}`);

/** The marks of the page and their words, in the order of the key. */
const markKey: PageWords['markKey'] = [
  { mark: 'yes', words: 'yes' }, { mark: 'partly', words: 'partly' }, { mark: 'no', words: 'not yet' },
  { mark: 'na', words: 'not applicable' }, { mark: null, words: 'not looked at' },
];

const linkInSentence = (link: ChainLink): string => plain.inSentence(meeting.links[link]);

/** `runs through`, `not yet at impact`. */
function threadRow({ beads }: SummaryThreadRow): string {
  const at = (wanted: Answer | null): string[] => chainLinks.filter((link) => beads[link] === wanted).map(linkInSentence);
  const parts = [
    at('no').length > 0 ? `not yet at ${plain.listed(at('no'))}` : '',
    at('partly').length > 0 ? `partly at ${plain.listed(at('partly'))}` : '',
    at(null).length > 0 ? `not reached at ${plain.listed(at(null))}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'runs through' : parts.join(', ');
}

/** `G1`, or the row of the meeting as a whole. */
const rowName = (row: string): string => (row === 'all' ? 'All' : row.toUpperCase());

export const page: PageCatalog = {
  language: 'en-US',
  name: 'Observation summary',
  kicker: 'Observation summary',
  purposeLine: 'For coaching and system support; not for staff evaluation. Counts are not a score.',
  sample: 'Sample, not a real meeting',
  label: 'The summary',
  written: null,
  writtenLine: 'Notes, quotes and steps: in their own language',
  pageOf: (number, pages) => `Page ${String(number)} of ${String(pages)}`,
  missing,
  labels: { held: 'Held', team: 'Team', observedBy: 'Observed by', lookedAt: 'Looked at' },
  sections: {
    strengths: 'Strengths', growth: 'Growth areas', seen: 'What was seen', byKind: 'By kind',
    thread: 'Does one thing follow from the other?', voice: 'Who spoke', voiceEstimated: 'Who spoke, as estimated', nextSteps: 'Next steps',
  },
  kinds: { role: 'Role clarity', quality: 'Quality', equity: 'Equity' },
  markHeads: ['No.', 'Phase', 'Marks', 'Seen'],
  markKey,
  voiceHeads: ['Role', 'Part of the talk', 'Share'],
  stepHeads: ['What', 'Who', 'By when'],
  title: ({ type, code }) => (code ? `${plain.typeName(type)}, ${code.replaceAll(' ', '\u00a0')}` : plain.typeName(type)),
  held: ({ held }) => heldOn(held),
  heldOn,
  team,
  observedBy: ({ capacity }) => (capacity ? meeting.capacities[capacity] : ''),
  lookedAt: ({ lookedAt, leftEarly }) => `${String(lookedAt.count)} of ${String(lookedAt.of)} items${leftEarly ? ', left early' : ''}`,
  footer: ({ roadmapVersion, revision }) =>
    `Roadmap version ${roadmapVersion}, ${revision === 0 ? 'not finished yet' : `revision ${String(revision)} of this summary`}`,
  quote: (words) => (/^[“"«]/u.test(words) ? words : `“${words.trim()}”`),
  quoteBy: ({ interpreter }) => (interpreter ? 'Family, through the interpreter' : 'Family'),
  count,
  marks: (marks) => markKey
    .map(({ mark, words }) => ({ words, times: marks.filter((answer) => answer === mark).length }))
    .filter(({ times }) => times > 0).map(({ words, times }) => `${String(times)} ${words}`).join(', '),
  linkHead: (link) => (link === 'placement' ? 'Place' : meeting.links[link]),
  rowName,
  threadRow,
  threadLabel: (rows) => `Alignment thread. ${rows.map((row) => `${rowName(row.row)}: ${threadRow(row)}.`).join(' ')}`,
  speaker: (role, interpreted) => `${shortRoles[role] ?? meeting.roleName(role)}${interpreted && role === 'family' ? ', interpreted' : ''}`,
  share: (share) => `${String(Math.round(share * 100))}%`,
  owner: (written) => written,
  ownerRole: (role) => meeting.roleName(role),
  due,
  dueOn,
  text: {
    quoteBy: (interpreter) => (interpreter ? 'family, through the interpreter' : 'family'),
    kinds: ({ role, quality, equity }) => `Role clarity ${count(role)}, quality ${count(quality)}, equity ${count(equity)}`,
    links: () => chainLinks.map((link) => meeting.links[link]).join(', '),
    rowIs: (name, words) => `${name} is: ${words}`,
  },
};
