/**
 * The alignment thread: data, impact, goals, services, placement, as they should follow from
 * each other (34 CFR 300.320(a)(1), (2), (4), (5), (7); 300.116(b)(2)). One row for the whole
 * meeting, or one for each goal.
 */
import { clipLine } from '../clip.ts';
import { chainLinks, type ChainLink, type Edit, type Meeting, type ValueOf } from '../entry.ts';
import { entryIdOf, type EntryId } from '../ids.ts';

export type BeadAnswer = 'yes' | 'partly' | 'no';

export interface Bead {
  /** Null while the link was not reached. */
  readonly answer: BeadAnswer | null;
  readonly words: string;
  /** When it was first touched, epoch milliseconds. */
  readonly firstAtMs: number | null;
}

export interface ThreadRow {
  /** `all`, or the goal: `g1`, `g2` ... */
  readonly row: string;
  readonly words: string;
  readonly beads: Readonly<Record<ChainLink, Bead>>;
  /** The leftmost link that is answered no. */
  readonly firstBroken: ChainLink | null;
}

export const counterNames = ['needsNamed', 'goalsTied', 'concernsRaised', 'concernsAddressed'] as const;
export type CounterName = (typeof counterNames)[number];

/** The row of the whole meeting. */
export const wholeRow = 'all';

const untouched: Bead = { answer: null, words: '', firstAtMs: null };
const countersId = entryIdOf('counters');
const goalEntry = (row: string): EntryId => entryIdOf('goal', row);
const beadEntry = (row: string, link: ChainLink): EntryId => entryIdOf('bead', row, link);
const numberOf = (row: string): number => Number(/^g(\d{1,6})$/.exec(row)?.[1] ?? 0);
const rowOf = (goal: EntryId): string => goal.slice('goal:'.length);
const hasRow = (meeting: Meeting, row: string): boolean => row === wholeRow || meeting.goal.has(goalEntry(row));

function rowWith(meeting: Meeting, row: string, words: string): ThreadRow {
  const bead = (link: ChainLink): Bead => {
    const known = meeting.bead.get(beadEntry(row, link));
    return known ? { answer: known.answer, words: known.words, firstAtMs: known.firstAtMs } : untouched;
  };
  const beads = {
    data: bead('data'), impact: bead('impact'), goal: bead('goal'), service: bead('service'), placement: bead('placement'),
  };
  return { row, words, beads, firstBroken: chainLinks.find((link) => beads[link].answer === 'no') ?? null };
}

/** Goals in order. The row `all` stands alone where there are none, and first where it was used. */
export function threadRows(meeting: Meeting): ThreadRow[] {
  const goals = [...meeting.goal]
    .map(([entry, { words, order }]) => ({ row: rowOf(entry), words, order }))
    .sort((a, b) => a.order - b.order || numberOf(a.row) - numberOf(b.row) || (a.row < b.row ? -1 : 1))
    .map(({ row, words }) => rowWith(meeting, row, words));
  const whole = rowWith(meeting, wholeRow, '');
  const used = chainLinks.some((link) => whole.beads[link].firstAtMs !== null);
  return goals.length === 0 || used ? [whole, ...goals] : goals;
}

/**
 * Answers a link; the same answer again, or null, takes the answer back. A link that is left
 * without answer and words counts as never touched. Nothing for a row that is not there.
 */
// eslint-disable-next-line max-params -- row and link together name the one bead
export function setBead(meeting: Meeting, row: string, link: ChainLink, answer: BeadAnswer | null, nowMs: number): Edit[] {
  if (!hasRow(meeting, row)) return [];
  const entry = beadEntry(row, link);
  const known = meeting.bead.get(entry) ?? newBead(nowMs);
  return beadEdits(meeting, entry, { ...known, answer: known.answer === answer ? null : answer });
}

/** Writes a few words to a link; blank words take them away. Cut to what an entry holds. */
// eslint-disable-next-line max-params -- as above
export function setBeadWords(meeting: Meeting, row: string, link: ChainLink, words: string, nowMs: number): Edit[] {
  if (!hasRow(meeting, row)) return [];
  const entry = beadEntry(row, link);
  const known = meeting.bead.get(entry) ?? newBead(nowMs);
  return beadEdits(meeting, entry, { ...known, words: words.trim() === '' ? '' : clipLine(words) });
}

const newBead = (nowMs: number): ValueOf<'bead'> => ({ answer: null, words: '', firstAtMs: nowMs });

function beadEdits(meeting: Meeting, entry: EntryId, next: ValueOf<'bead'>): Edit[] {
  const known = meeting.bead.get(entry);
  if ((known?.answer ?? null) === next.answer && (known?.words ?? '') === next.words) return [];
  const isEmpty = next.answer === null && next.words === '';
  return [{ kind: 'bead', entry, value: isEmpty ? null : next }];
}

/** Adds a goal under the next number. A number is not given twice, also after its goal was removed. */
export function addGoal(meeting: Meeting, words: string): Edit[] {
  let number = Math.max(highestGoal(meeting), meeting.counters.get(countersId)?.goalsEver ?? 0) + 1;
  // Beyond what numberOf reads, which only a file from elsewhere reaches.
  while (meeting.goal.has(goalEntry(`g${String(number)}`))) number += 1;
  return [{ kind: 'goal', entry: goalEntry(`g${String(number)}`), value: { words: clipLine(words), order: number } }];
}

const highestGoal = (meeting: Meeting): number =>
  [...meeting.goal.keys()].reduce((highest, entry) => Math.max(highest, numberOf(rowOf(entry))), 0);

/** Says a goal in other words. */
export function renameGoal(meeting: Meeting, goal: string, words: string): Edit[] {
  const entry = goalEntry(goal);
  const known = meeting.goal.get(entry);
  const kept = clipLine(words);
  return !known || known.words === kept ? [] : [{ kind: 'goal', entry, value: { ...known, words: kept } }];
}

/** Removes a goal with its beads, and remembers that its number was given. */
export function removeGoal(meeting: Meeting, goal: string): Edit[] {
  const entry = goalEntry(goal);
  if (!meeting.goal.has(entry)) return [];
  const beads = chainLinks
    .map((link) => beadEntry(goal, link))
    .filter((bead) => meeting.bead.has(bead))
    .map((bead): Edit => ({ kind: 'bead', entry: bead, value: null }));
  const counters = meeting.counters.get(countersId);
  const goalsEver = Math.max(highestGoal(meeting), counters?.goalsEver ?? 0);
  return [
    { kind: 'goal', entry, value: null }, ...beads,
    { kind: 'counters', entry: countersId, value: { ...noCounters, ...counters, goalsEver } },
  ];
}

/** How the thread runs between two neighbouring links: `open` where one is answered no, `none` where one was not reached. */
export function strand(a: BeadAnswer | null, b: BeadAnswer | null): 'whole' | 'thin' | 'open' | 'none' {
  if (a === null || b === null) return 'none';
  if (a === 'no' || b === 'no') return 'open';
  return a === 'partly' || b === 'partly' ? 'thin' : 'whole';
}

/** Links in the order in which they were first touched over all rows; untouched ones are left out. */
export function touchOrder(meeting: Meeting): ChainLink[] {
  const rows = threadRows(meeting);
  const firstAtMs = (link: ChainLink): number => Math.min(...rows.map(({ beads }) => beads[link].firstAtMs ?? Infinity));
  return chainLinks
    .filter((link) => Number.isFinite(firstAtMs(link)))
    .sort((a, b) => firstAtMs(a) - firstAtMs(b) || chainLinks.indexOf(a) - chainLinks.indexOf(b));
}

/** True when placement was touched and no goal before it: a sign by itself. */
export function placementBeforeGoals(meeting: Meeting): boolean {
  const order = touchOrder(meeting);
  const placement = order.indexOf('placement');
  const goal = order.indexOf('goal');
  return placement >= 0 && (goal < 0 || placement < goal);
}

const noCounters = { needsNamed: 0, goalsTied: 0, concernsRaised: 0, concernsAddressed: 0 };

/** The four counters; 0 where nothing was counted. */
export function countersOf(meeting: Meeting): Readonly<Record<CounterName, number>> {
  const { needsNamed, goalsTied, concernsRaised, concernsAddressed } = meeting.counters.get(countersId) ?? noCounters;
  return { needsNamed, goalsTied, concernsRaised, concernsAddressed };
}

/** Sets a counter to a whole number from 0 to 99. */
export function setCounter(meeting: Meeting, name: CounterName, value: number): Edit[] {
  if (!Number.isFinite(value)) return [];
  const whole = Math.min(Math.max(Math.round(value), 0), 99);
  const known = meeting.counters.get(countersId) ?? noCounters;
  return known[name] === whole ? [] : [{ kind: 'counters', entry: countersId, value: { ...known, [name]: whole } }];
}
