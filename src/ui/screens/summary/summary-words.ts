/** Words of the summary page. */
import { chainLinks, type Answer, type ChainLink } from '#domain/entry.ts';
import type { Seen, Summary, SummaryStep, SummaryThreadRow } from '#domain/record/summary.ts';
import { pastTime, dayLong, dayWithYear, monthOnly } from '#ui/words/dates.ts';
import { counted, inSentence, linkName, listed, roleName, typeName } from '#ui/words/meeting-words.ts';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `eight people`, `13 people`. */
export const people = (count: number): string => `${small[count] ?? String(count)} ${count === 1 ? 'person' : 'people'}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Roles short enough for a column of the page. */
const shortRoles: Readonly<Record<string, string>> = {
  'gen-ed': 'Gen ed teacher', 'advocate-agency': 'Advocate, agency', facilitator: 'Facilitator',
};

/** A role beside its bar; what was interpreted counts for the family. */
export const speakerName = (role: string, interpreted: boolean): string =>
  `${shortRoles[role] ?? roleName(role)}${interpreted && role === 'family' ? ', interpreted' : ''}`;

/** `Place` is short enough for a column head. */
export const linkHead = (link: ChainLink): string => (link === 'placement' ? 'Place' : linkName(link));

/** A day or, where days are left out, `2026-11` as a month. */
export const dueWords = (on: string): string => (on.length === 7 ? monthOnly(`${on}-01`) : dayLong(on));

/** Where a next step stands: `Done`, `Carried over`, or its day; nothing without one. */
export function stepWords({ done, carried, dueOn }: Pick<SummaryStep, 'done' | 'carried' | 'dueOn'>): string {
  if (done) return 'Done';
  if (carried) return 'Carried over';
  return dueOn === null ? '' : dueWords(dueOn);
}

/** `November 12, 2026, 10:00 to 11:04`; where days are left out, `November 2026, 64 minutes`. */
export function heldWords({ onDate, month, startedAtMs, endedAtMs, minutes }: Summary['held']): string {
  if (onDate === null) {
    const lasted = minutes === null ? '' : `, ${counted(minutes, 'minute')}`;
    return month === null ? 'No date yet' : `${monthOnly(`${month}-01`)}${lasted}`;
  }
  if (startedAtMs === null) return dayWithYear(onDate);
  const until = endedAtMs === null ? '' : ` to ${pastTime(endedAtMs)}`;
  return `${dayWithYear(onDate)}, ${pastTime(startedAtMs)}${until}`;
}

/** `Grade 3, eight people, Spanish interpreter`. */
export function teamWords(summary: Pick<Summary, 'team' | 'attendeesCount' | 'interpreter' | 'language'>): string {
  const parts = [
    summary.team ?? '',
    summary.attendeesCount === 0 ? '' : people(summary.attendeesCount),
    summary.interpreter ? `${summary.language || 'with'} interpreter` : '',
  ].filter((part) => part !== '');
  return capital(parts.join(', '));
}

/** What the page is called where no code may stand. */
export const summaryName = 'Observation summary';
export const sampleMark = 'Sample, not a real meeting';
export const purposeLine = 'For coaching and system support; not for staff evaluation. Counts are not a score.';

/** `52 of 55 items`. */
export const lookedAtWords = ({ lookedAt, leftEarly }: Pick<Summary, 'lookedAt' | 'leftEarly'>): string =>
  `${String(lookedAt.count)} of ${String(lookedAt.of)} items${leftEarly ? ', left early' : ''}`;

/** `4 of 5`; a dash where nothing counts. */
export const seenWords = ({ seen, of }: Seen): string => (of === 0 ? '–' : `${String(seen)} of ${String(of)}`);

/** `34%` of a share from 0 to 1. */
export const shareWords = (share: number): string => `${String(Math.round(share * 100))}%`;

/** Whose words are quoted. */
export const familyName = (interpreter: boolean): string => (interpreter ? 'Family, through the interpreter' : 'Family');

/** `Annual review, R-14`; without a code the type alone. */
export const titleWords = (summary: Pick<Summary, 'type' | 'code'>): string =>
  (summary.code ? `${typeName(summary.type)}, ${summary.code.replaceAll(' ', '\u00a0')}` : typeName(summary.type));

/** The marks of the page and their words, in the order of the key. */
export const markKey = [
  { answer: 'yes', word: 'yes' }, { answer: 'partly', word: 'partly' }, { answer: 'no', word: 'not yet' },
  { answer: 'na', word: 'not applicable' }, { answer: null, word: 'not looked at' },
] as const satisfies readonly { readonly answer: Answer | null; readonly word: string }[];

/** A row of marks for those who hear it: `4 yes, 1 partly, 1 not looked at`. */
export const marksWords = (marks: readonly (Answer | null)[]): string =>
  markKey
    .map(({ answer, word }) => ({ word, count: marks.filter((mark) => mark === answer).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${String(count)} ${word}`)
    .join(', ');

/** The thread for those who hear it: `G1: runs through. G3: open at impact.` */
export const threadWords = (rows: readonly SummaryThreadRow[]): string =>
  rows.map((row) => `${rowName(row.row)}: ${threadRowWords(row)}.`).join(' ');

/** `runs through`, `not yet at impact`. */
export function threadRowWords({ beads }: SummaryThreadRow): string {
  const at = (wanted: Answer | null): string[] => chainLinks.filter((link) => beads[link] === wanted).map((link) => inSentence(linkName(link)));
  const parts = [
    at('no').length > 0 ? `not yet at ${listed(at('no'))}` : '',
    at('partly').length > 0 ? `partly at ${listed(at('partly'))}` : '',
    at(null).length > 0 ? `not reached at ${listed(at(null))}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'runs through' : parts.join(', ');
}

/** `G1`, or the row of the meeting as a whole. */
export const rowName = (row: string): string => (row === 'all' ? 'All' : row.toUpperCase());

/** The last line at the right: `Roadmap version 2, revision 1 of this summary`. */
export function revisionWords({ roadmapVersion, revision }: Pick<Summary, 'roadmapVersion' | 'revision'>): string {
  const of = revision === 0 ? 'not finished yet' : `revision ${String(revision)} of this summary`;
  return `Roadmap version ${roadmapVersion}, ${of}`;
}

/** What was said, in quotation marks unless it was written with them. */
export const quoted = (words: string): string => (/^[“"«]/u.test(words) ? words : `“${words.trim()}”`);

/** `One page, US Letter.` */
export const pagesWords = (pages: number, paper: 'letter' | 'a4'): string =>
  `${pages === 1 ? 'One page' : `${capital(small[pages] ?? String(pages))} pages`}, ${paper === 'a4' ? 'A4' : 'US Letter'}.`;
