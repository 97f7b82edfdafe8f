/** Words of the patterns screen. Counts first; a rate only where there is enough to give one. */
import type { CaptureMode, ChainLink } from '#domain/entry.ts';
import type { HeatCell } from '#domain/patterns/heat.ts';
import type { Interval } from '#domain/patterns/interval.ts';
import type { MeetingName } from '#domain/patterns/look.ts';
import type { Agreement } from '#domain/patterns/paired.ts';
import type { Traced } from '#domain/patterns/trace.ts';
import type { VoiceByMode, VoiceRow } from '#domain/patterns/voice.ts';
import { dayShort, nearDay } from './dates.ts';
import { answerName, counted, dateName, inSentence, linkName, roleName, typeName } from './meeting-words.ts';

export const percent = (share: number): string => `${String(Math.round(share * 100))}%`;
const points = (of: number): string => String(Math.max(1, Math.round(of)));

const shortMonth = new Intl.DateTimeFormat('en-US', { month: 'short' });
const modes: Record<CaptureMode, string> = { pulse: 'by samples', turns: 'by turns', estimate: 'as estimated' };

/** Percent seen of a cell; null where fewer than three items were looked at. */
export function cellPercent({ yes, partly, no }: HeatCell): number | null {
  const of = yes + partly + no;
  return of < 3 ? null : Math.round(((yes + partly / 2) / of) * 100);
}

/** `likely between 1 and 6 in 10`. */
export function likely({ low, high }: Interval): string {
  const [from, to] = [Math.round(low * 10), Math.round(high * 10)];
  return from === to ? `likely about ${String(from)} in 10` : `likely between ${String(from)} and ${String(to)} in 10`;
}

/** `A-12, annual review, Thursday`. */
export const meetingWords = ({ code, type, day }: MeetingName, today: string): string =>
  [code === '' ? typeName(type) : `${code}, ${inSentence(typeName(type))}`, day === null ? '' : nearDay(day, today)].filter((part) => part !== '').join(', ');

/** A meeting in the head of a column: its code, or its day. */
export const meetingHead = ({ code, day }: MeetingName): string => (code === '' ? (day?.slice(5).replace('-', '/') ?? '–') : code);

/** `Aug`. */
export const monthName = (month: string): string => shortMonth.format(new Date(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, 15));

/** A line of months in a sentence. */
export const monthLineWords = (name: string, months: readonly string[], all: readonly { readonly share: number | null; readonly meetings: number }[]): string =>
  `${name}: ${all.flatMap(({ share, meetings }, at) => (share === null ? [] : [`${months[at] ?? ''} ${percent(share)} (${counted(meetings, 'meeting')})`])).join(', ')}`;

export const heatWords = {
  steps: ['under 40', '40 to 59', '60 to 74', '75 to 89', '90 and more'],
  few: '– fewer than 3 items looked at',
  cell(phase: string, meeting: string, cell: HeatCell): string {
    const seen = cellPercent(cell);
    const of = counted(cell.yes + cell.partly + cell.no, 'item');
    return `${phase}, ${meeting}: ${seen === null ? `${of} looked at, too few for a share` : `${String(seen)}% seen of ${of} looked at`}`;
  },
};

export const voicePartWords = {
  head: (mode: CaptureMode): string => `Who speaks, ${modes[mode]}`,
  basis: ({ mode, meetings, count }: VoiceByMode): string =>
    `${counted(meetings, 'meeting')}${mode === 'pulse' ? `, ${counted(count, 'sample')}` : mode === 'turns' ? `, ${counted(count, 'turn')}` : ''}`,
  figure: ({ pooled, middle, marginPoints }: VoiceRow): string =>
    (pooled !== null ? `${percent(pooled)}${marginPoints === null ? '' : ` ± ${points(marginPoints)}`}` : middle !== null ? percent(middle) : ''),
  says({ role, pooled, middle, middleHalf, marginPoints, reference }: VoiceRow): string {
    const found = reference === null ? '' : `; found in the study: ${percent(reference.share)}`;
    if (pooled !== null) return `${roleName(role)}: ${percent(pooled)}${marginPoints === null ? '' : `, give or take ${points(marginPoints)} points`}${found}`;
    const half = middleHalf === null ? '' : `, the middle half of the meetings from ${percent(middleHalf.low)} to ${percent(middleHalf.high)}`;
    return `${roleName(role)}: ${middle === null ? 'estimated' : `${percent(middle)} in the middle meeting`}${half}${found}`;
  },
  levels: ({ levels }: VoiceRow): string =>
    [[levels.lot, 'a lot'], [levels.some, 'some'], [levels.none, 'none']].filter(([count]) => count !== 0).map(([count, word]) => `${String(word)} in ${String(count)}`).join(', '),
  source: 'Upright line: what was found in 2006 in 109 secondary meetings (Martin and others). Not a target. Talk comes in runs, so the true margins are wider.',
  middle: 'The middle share of these meetings; turns are not put together with samples.',
  estimate: 'How many meetings had each estimate. Estimates have an order and no measure.',
};

export const threadWords = {
  broke: (link: ChainLink, count: number): string => `${linkName(link)}: the chain broke here first in ${counted(count, 'meeting')}`,
  whole: (whole: number, read: number): string => `${String(whole)} of ${counted(read, 'meeting')} held from data to placement.`,
  placementFirst: (count: number, of: number): string => `In ${String(count)} of ${counted(of, 'meeting')} placement came up before goals.`,
  needs: (tied: number, named: number): string => `${String(tied)} of ${counted(named, 'need')} named had a goal.`,
  concerns: (addressed: number, raised: number): string => `${String(addressed)} of ${counted(raised, 'family concern')} raised were taken up. One study of 88 plans found about two thirds.`,
};

export const verifyWords = { open: 'To verify', done: 'Verified, was done', gap: 'Confirmed gap' } as const;

/** What stands behind a figure, of one meeting. Labels of items by id. */
export function reasonWords(reason: Traced['because'][number], labels: Readonly<Record<string, string>>): string {
  const label = (item: string): string => labels[item] ?? item;
  switch (reason.type) {
    case 'mark': return `${label(reason.item)}: ${answerName(reason.answer)}`;
    case 'not-looked-at': return `${label(reason.item)}: ${answerName(null)}`;
    case 'bead': case 'blank': return `${linkName(reason.link)}: ${reason.type === 'bead' ? answerName('no') : 'left blank'}`;
    case 'share': return `${roleName(reason.role)}: ${percent(reason.share)}${reason.margin === null ? '' : ` ± ${points(reason.margin)}`}`;
    case 'silent': return `${roleName(reason.role)} was there and was not heard`;
    case 'date': return `${dateName(reason.name)}${reason.onDate === null ? ': no day noted' : `: ${dayShort(reason.onDate)}`}${reason.limitOn === '' ? '' : `, local limit ${dayShort(reason.limitOn)}`}`;
    case 'task': return reason.doneOn === null ? `A next step was due ${dayShort(reason.dueOn)}` : `A next step, due ${dayShort(reason.dueOn)}, was done ${dayShort(reason.doneOn)}`;
  }
}

export const pairedWords = {
  agreed: ({ agreed, both, onlyFirst, onlySecond }: Agreement): string =>
    `Alike in ${String(agreed)} of ${counted(both, 'item')} that both looked at.${onlyFirst + onlySecond > 0 ? ` ${String(onlyFirst)} only the first looked at, ${String(onlySecond)} only the second.` : ''}`,
  floor: ({ meetsFloor }: Agreement): string =>
    meetsFloor === null ? 'Too few items for a share.' : meetsFloor ? 'That is over 80%, the usual floor for two observers.' : 'That is under 80%, the usual floor for two observers. The items below are worth a talk.',
  kappa({ kappa, kappaCaution }: Agreement): string {
    if (kappaCaution === 'few-items') return 'Cohen’s kappa takes chance out of it; it needs ten items at least.';
    if (kappa === null) return 'Cohen’s kappa cannot be told, since nearly all marks are the same.';
    const value = `Cohen’s kappa, which takes chance out of it: ${kappa.toFixed(2)}.`;
    return kappaCaution === 'mostly-alike' ? `${value} It falls when most marks are alike, so read the items rather than the number.` : value;
  },
};
