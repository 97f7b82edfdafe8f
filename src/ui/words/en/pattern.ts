/** Words of the patterns screen, in English. Counts first; a rate only where there is enough to give one. */
import type { CaptureMode, ChainLink } from '#domain/entry.ts';
import type { HeatCell } from '#domain/patterns/heat.ts';
import type { Interval } from '#domain/patterns/interval.ts';
import type { MeetingName } from '#domain/patterns/look.ts';
import type { Agreement } from '#domain/patterns/paired.ts';
import type { Traced } from '#domain/patterns/trace.ts';
import type { VoiceByMode, VoiceRow } from '#domain/patterns/voice.ts';
import { cellPercent, monthsIn, percent, points } from '../figures.ts';
import { dates } from './dates.ts';
import { meeting } from './meeting.ts';
import { plain } from './plain.ts';

const { counted, inSentence, typeName } = plain;
const modes: Record<CaptureMode, string> = { pulse: 'by samples', turns: 'by turns', estimate: 'as estimated' };
const meetings = (count: number): string => counted(count, 'meeting');

/** `likely between 1 and 6 in 10`. */
function likely({ low, high }: Interval): string {
  const [from, to] = [Math.round(low * 10), Math.round(high * 10)];
  return from === to ? `likely about ${String(from)} in 10` : `likely between ${String(from)} and ${String(to)} in 10`;
}

/** `A-12, annual review, Thursday`. */
const meetingWords = ({ code, type, day }: MeetingName, today: string): string =>
  [code === '' ? typeName(type) : `${code}, ${inSentence(typeName(type))}`, day === null ? '' : dates.nearDay(day, today)].filter((part) => part !== '').join(', ');

/** What stands behind a figure, of one meeting. Labels of items by id. */
function reason(one: Traced['because'][number], labels: Readonly<Record<string, string>>): string {
  const label = (item: string): string => labels[item] ?? item;
  switch (one.type) {
    case 'mark': return `${label(one.item)}: ${meeting.answerName(one.answer)}`;
    case 'not-looked-at': return `${label(one.item)}: ${meeting.answerName(null)}`;
    case 'bead': case 'blank': return `${meeting.links[one.link]}: ${one.type === 'bead' ? meeting.answerName('no') : 'left blank'}`;
    case 'share': return `${meeting.roleName(one.role)}: ${percent(one.share)}${one.margin === null ? '' : ` ± ${points(one.margin)}`}`;
    case 'silent': return `${meeting.roleName(one.role)} was there and was not heard`;
    case 'date': return `${meeting.dateName(one.name)}${one.onDate === null ? ': no day noted' : `: ${dates.dayShort(one.onDate)}`}${one.limitOn === '' ? '' : `, local limit ${dates.dayShort(one.limitOn)}`}`;
    case 'task': return one.doneOn === null ? `A next step was due ${dates.dayShort(one.dueOn)}` : `A next step, due ${dates.dayShort(one.dueOn)}, was done ${dates.dayShort(one.doneOn)}`;
  }
}

export const pattern = {
  likely, meetingWords, reason,
  page: {
    title: 'Patterns · Quiet Checkpoint',
    head: 'Patterns',
    reading: 'Reading the meetings',
    readingOf: (done: number, of: number): string => `Reading ${String(done)} of ${meetings(of)}`,
    readingMore: (done: number, of: number): string => `Reading ${String(done)} of ${meetings(of)} more`,
    nothing: 'Nothing is finished yet. Patterns come from finished meetings on this tablet; the sample is never counted.',
    repeats: 'What repeats',
    repeatsNote: 'Each mark is one meeting, oldest first. Unmarked items are left out.',
    noneRepeats: 'Nothing repeats surely enough to say so.',
    showMore: (count: number): string => `Show ${counted(count, 'more finding')}, in single schools, teams or types too`,
    narrower: (count: number): string => `${counted(count, 'more finding')} in single schools, teams or types: choose one above.`,
    watch: 'Worth a look',
    watchNote: 'Too few, or not surely more than chance',
    heat: 'Phase by meeting',
    heatNote: (latest: number | null): string => `Percent seen, of the items looked at${latest === null ? '' : `; the latest ${String(latest)}`}`,
    months: 'Month by month',
    monthsNote: 'Percent seen, between lines at 0 and 100. Open point: fewer than 3 meetings',
    items: 'Item by item',
    itemsNote: 'Counts of answers; a tap shows the meetings',
    twice: 'Marked by two',
    twiceNote: 'Meetings that two leaders may both have marked',
    compareTwo: (name: string): string => `${name}: compare the two`,
    purpose: 'For coaching and system support; not for staff evaluation. Nothing here ranks a team or names a person.',
  },
  /** The sentence that chooses: words before each choice, and the choices. */
  sentence: {
    from: 'Meetings from', in: 'in', by: 'by', of: 'of', with: 'with', roadmap: 'by',
    labels: { days: 'Days', school: 'School', team: 'Team', type: 'Type', condition: 'Condition', roadmap: 'Roadmap' },
    all: { school: 'all schools', team: 'all teams', type: 'any type', condition: 'any condition', roadmap: 'any roadmap' },
    firstToToday: (day: string | null): string => (day === null ? 'the first one to today' : `${day} to today`),
    schoolYear: 'this school year', twelveMonths: 'the last 12 months', ninetyDays: 'the last 90 days', thirtyDays: 'the last 30 days',
    without: (condition: string): string => `not: ${condition}`,
    finished: (count: number): string => `${counted(count, 'finished meeting')}.`,
  },
  see: {
    meetings: 'See the meetings', marks: 'See the marks',
    meetingsOf: (what: string): string => `. ${what}. See the meetings`,
    meetingsAfter: '. See the meetings', marksAfter: '. See the marks',
    marksOf: (what: string): string => `${what}. See the marks`,
  },
  /** The row of marks for those who hear it. */
  dots: ({ tellsSeen, of, full, half }: { readonly tellsSeen: boolean; readonly of: number; readonly full: number; readonly half: number }): string =>
    `Of ${meetings(of)}, oldest first: ${tellsSeen ? 'seen' : 'the sign stands'} in ${String(full)}${half > 0 ? `, partly in ${String(half)}` : ''}`,
  dotKey: { yes: 'Seen, or the sign stands', partly: 'Partly', no: 'Not yet, or no sign' },
  finding: {
    how: 'How this is told, and what others found',
    around: (system: string): string => `Around the team: ${system}`,
    coaching: 'Suggested coaching',
    follow: 'Make it a follow-up',
    followed: (name: string): string => `It is a next step of ${name} now. Give it an owner and a date there.`,
    noPlace: 'None of these meetings is on this tablet, so the next step has no place. Write it into a meeting of yours.',
  },
  traced: {
    close: 'Close', nothing: 'Nothing stands behind this figure.',
    earlier: (count: number): string => `And ${counted(count, 'earlier one')}.`,
  },
  heat: {
    steps: ['under 40', '40 to 59', '60 to 74', '75 to 89', '90 and more'],
    few: '– fewer than 3 items looked at',
    region: 'Phase by meeting, the grid',
    caption: 'Percent seen of the items looked at, by phase and meeting, the oldest meeting first',
    cell(phase: string, name: string, cell: HeatCell): string {
      const seen = cellPercent(cell);
      const of = counted(cell.yes + cell.partly + cell.no, 'item');
      return `${phase}, ${name}: ${seen === null ? `${of} looked at, too few for a share` : `${String(seen)}% seen of ${of} looked at`}`;
    },
  },
  months: {
    monthName: monthsIn('en-US'),
    line: (name: string, months: readonly string[], all: readonly { readonly share: number | null; readonly meetings: number }[]): string =>
      `${name}: ${all.flatMap(({ share, meetings: of }, at) => (share === null ? [] : [`${months[at] ?? ''} ${percent(share)} (${meetings(of)})`])).join(', ')}`,
    asTable: 'The same as a table', region: 'Month by month, the table', phase: 'Phase', few: ', fewer than 3 meetings',
  },
  items: {
    region: 'Item by item, the table', caption: 'Item by item: how often each answer was given', item: 'Item', rate: 'Seen of rated',
    of: (seen: number, rated: number): string => `${String(seen)} of ${String(rated)}`,
    cell: (label: string, answer: string, count: number): string => `${label}, ${answer}: ${String(count)}. See the marks`,
    tooFew: 'too few to call it a pattern',
    earlier: (labels: readonly string[]): string => `Before it was split: a part of ${plain.listed(labels.map((label) => `“${label}”`))}. Those marks stand there.`,
  },
  tooFew: {
    head: 'Too few to call it a pattern',
    meetings: (count: number): string => `${meetings(count)}: single events are listed, and no rates. Five meetings are the least for a rate, ten for a pattern.`,
    groups: ([a, b]: readonly [number, number], [withWords, without]: readonly [string, string]): string =>
      `${meetings(a)} ${withWords}, ${String(b)} ${without}. A comparison waits for five of each.`,
  },
  voice: {
    head: (mode: CaptureMode): string => `Who speaks, ${modes[mode]}`,
    basis: ({ mode, meetings: of, count }: VoiceByMode): string =>
      `${meetings(of)}${mode === 'pulse' ? `, ${counted(count, 'sample')}` : mode === 'turns' ? `, ${counted(count, 'turn')}` : ''}`,
    figure: ({ pooled, middle, marginPoints }: VoiceRow): string =>
      (pooled !== null ? `${percent(pooled)}${marginPoints === null ? '' : ` ± ${points(marginPoints)}`}` : middle !== null ? percent(middle) : ''),
    says({ role, pooled, middle, middleHalf, marginPoints, reference }: VoiceRow): string {
      const found = reference === null ? '' : `; found in the study: ${percent(reference.share)}`;
      if (pooled !== null) return `${meeting.roleName(role)}: ${percent(pooled)}${marginPoints === null ? '' : `, give or take ${points(marginPoints)} points`}${found}`;
      const half = middleHalf === null ? '' : `, the middle half of the meetings from ${percent(middleHalf.low)} to ${percent(middleHalf.high)}`;
      return `${meeting.roleName(role)}: ${middle === null ? 'estimated' : `${percent(middle)} in the middle meeting`}${half}${found}`;
    },
    levels: ({ levels }: VoiceRow): string =>
      [[levels.lot, 'a lot'], [levels.some, 'some'], [levels.none, 'none']].filter(([count]) => count !== 0).map(([count, word]) => `${String(word)} in ${String(count)}`).join(', '),
    source: 'Upright line: what was found in 2006 in 109 secondary meetings (Martin and others). Not a target. Talk comes in runs, so the true margins are wider.',
    middle: 'The middle share of these meetings; turns are not put together with samples.',
    estimate: 'How many meetings had each estimate. Estimates have an order and no measure.',
  },
  kept: {
    head: 'Follow-through', steps: 'Next steps',
    count: (of: number): string => counted(of, 'next step'),
    inTime: 'Done by the due date', late: 'Done later', open: 'Open, due date passed',
    coming: (of: number): string => (of > 0 ? `${String(of)} not due yet, or without a date. ` : ''),
    rate: (interval: Interval | null): string => (interval === null ? 'Too few that were due for a rate.' : `In time: ${likely(interval)}.`),
    none: 'No next steps were agreed.',
    dates: 'Dates with a local limit',
    heads: { date: 'Date', within: 'Within', after: 'After', notNoted: 'Not noted' },
    figure: (name: string, state: 'within' | 'beyond'): string => `${meeting.dateName(name)}: ${state === 'within' ? 'within' : 'after'} the local limit`,
  },
  thread: {
    head: 'Where the thread breaks first', unit: 'Meetings',
    broke: (link: ChainLink, count: number): string => `${meeting.links[link]}: the chain broke here first in ${meetings(count)}`,
    whole: (whole: number, read: number): string => `${String(whole)} of ${meetings(read)} held from data to placement.`,
    rate: (interval: Interval | null): string => (interval === null ? ' Too few to call it a pattern.' : ` A break: ${likely(interval)}.`),
    placementFirst: (count: number, of: number): string => `In ${String(count)} of ${meetings(of)} placement came up before goals.`,
    needs: (tied: number, named: number): string => `${String(tied)} of ${counted(named, 'need')} named had a goal.`,
    concerns: (addressed: number, raised: number): string => `${String(addressed)} of ${counted(raised, 'family concern')} raised were taken up. One study of 88 plans found about two thirds.`,
  },
  equity: {
    head: 'Side by side', note: 'From five meetings in each group; never by race or disability',
    caption: ([a, b]: readonly [number, number], [withWords, without]: readonly [string, string]): string => `${String(a)} meetings ${withWords}, ${String(b)} ${without}`,
    item: 'Item', between: 'Points between, likely range',
    share: (mode: CaptureMode): string => `Family’s share of talk, ${mode === 'pulse' ? 'samples' : 'turns'}, middle meeting`,
    shareTraced: 'The family’s share of talk',
    of: (seen: number, rated: number): string => `${String(seen)} of ${String(rated)}`,
    range: (low: string, high: string): string => `${low} to ${high}`,
  },
  verify: {
    head: 'To verify',
    note: (open: number, total: number): string => `${String(open)} open of ${String(total)}; you may not have seen the paper`,
    item: (label: string): string => `Verify: ${label}`,
    states: { open: 'To verify', done: 'Verified, was done', gap: 'Confirmed gap' },
    more: (count: number): string => `And ${counted(count, 'more', 'more')}.`,
  },
  groups: {
    schools: 'Schools', teams: 'Teams', note: 'By name, from five meetings; no ranking',
    meetings: 'Meetings', low: 'Seldom seen', bright: 'Reliably seen',
    tooFew: (count: number): string => `${meetings(count)}: too few to show`,
  },
  own: {
    head: 'What your own meetings cover',
    meetings,
    covers: ({ kinds, schools, teams, leftEarly, quick }: { readonly kinds: readonly string[]; readonly schools: number; readonly teams: number; readonly leftEarly: number; readonly quick: number }): string =>
      `By type: ${plain.listed(kinds)}. ${counted(schools, 'school')}, ${counted(teams, 'team')}.${leftEarly > 0 ? ` You left ${meetings(leftEarly)} early.` : ''}${quick > 0 ? ` ${meetings(quick)} in quick mode.` : ''}`,
  },
  handOver: {
    head: 'Hand over', note: 'What the sentence above chooses',
    without: (isFew: boolean): string => `No code, day, school or team. Counts of fewer than 10 are left out.${isFew ? ' Of fewer than 10 meetings nothing else is told.' : ''}`,
    with: 'Schools and teams by name, and all counts. Still no code and no day.',
    onPaper: 'On paper this screen has the codes and days of meetings, and small counts. The PDF has neither.',
  },
  compare: {
    title: 'Marked by two · Quiet Checkpoint', head: 'Marked by two', back: 'Patterns', comparing: 'Comparing',
    gone: 'One of the two meetings is not on this tablet any more. Nothing was changed.',
    agreed: ({ agreed, both, onlyFirst, onlySecond }: Agreement): string =>
      `Alike in ${String(agreed)} of ${counted(both, 'item')} that both looked at.${onlyFirst + onlySecond > 0 ? ` ${String(onlyFirst)} only the first looked at, ${String(onlySecond)} only the second.` : ''}`,
    agreement: (interval: Interval): string => ` Agreement: ${likely(interval)}.`,
    floor: ({ meetsFloor }: Agreement): string =>
      (meetsFloor === null ? 'Too few items for a share.' : meetsFloor ? 'That is over 80%, the usual floor for two observers.' : 'That is under 80%, the usual floor for two observers. The items below are worth a talk.'),
    kappa({ kappa, kappaCaution }: Agreement): string {
      if (kappaCaution === 'few-items') return 'Cohen’s kappa takes chance out of it; it needs ten items at least.';
      if (kappa === null) return 'Cohen’s kappa cannot be told, since nearly all marks are the same.';
      const value = `Cohen’s kappa, which takes chance out of it: ${kappa.toFixed(2)}.`;
      return kappaCaution === 'mostly-alike' ? `${value} It falls when most marks are alike, so read the items rather than the number.` : value;
    },
    talk: 'To talk about', talkNote: 'The widest apart first; perhaps the item needs other words',
    heads: { item: 'Item', first: 'First', second: 'Second', alike: 'Alike' },
    all: 'Item by item', allNote: (count: number): string => `${String(count)} items`, show: 'Show all items',
    alike: 'alike', notAlike: 'not alike',
    purpose: 'This compares two readings of one meeting, so that the words of the roadmap get clearer. It says nothing about who reads better.',
  },
};
