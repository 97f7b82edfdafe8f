/** What was promised or is due after the meeting comes late. */
import { target } from '../evidence.ts';
import { wilson } from '../interval.ts';
import { isDateName } from '../../meeting/date-name.ts';
import { limitDay, limitStatus } from '../../meeting/time-limits.ts';
import { dayAfter } from '../../local-day.ts';
import type { DerivedMeeting } from '../derived.ts';
import type { View } from '../filter.ts';
import { answerAt, type PatternSet } from '../pattern-set.ts';
import { finding, guarded, mostInStrip, recurring, remembered, stripMark, threeOfFive } from '../recur.ts';
import type { Finding, Look, Reason, Rule, Sign } from '../rule.ts';
import { anySign, fired, quiet, rowAt, unknown } from '../signs.ts';
import { sources } from '../sources.ts';
import { scopeKinds, type ScopeView } from '../window.ts';

/** Tracked dates after the meeting whose items must happen. */
export const afterDates = ['copy-given', 'pwn-sent', 'staff-informed', 'services-start'] as const;
const leastTasks = 10;
/** Ours: ten school days, counted as week days, since the app has no school calendar. */
const startGrace = 10;

/** The day so many week days after `day`. */
function weekDaysAfter(day: string, days: number): string {
  let at = day;
  for (let left = days; left > 0;) {
    at = dayAfter(at, 1);
    const weekday = new Date(`${at}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

/** Whether the step of a tracked date was late in a meeting, read once for each day. */
export const lateAt = (view: View, name: string): ((position: number) => Sign) =>
  remembered(view, `late ${name}`, (look) => dateSign(rowAt(look), name, look.today));

/** Whether a tracked date is past its local limit; unknown without a limit or while it is still coming. */
export function dateSign({ day, dates, limits }: DerivedMeeting, name: string, today: string): Sign {
  const limitDays = limits[name] ?? null;
  if (!isDateName(name) || limitDays === null || day === null) return unknown;
  const onDate = dates[name] ?? null;
  const status = limitStatus(name, { meetingOn: day, onDate, limitDays, today });
  if (status === 'within') return quiet;
  if (status !== 'beyond' && status !== 'was-due') return unknown;
  return fired([{ type: 'date', name, onDate, limitOn: limitDay(name, day, limitDays) ?? day }]);
}

/** A service whose planned start is ten school days past and that was not marked as started. */
function startSign(look: Look): Sign {
  const planned = rowAt(look).dates['services-start'];
  if (planned === undefined) return unknown;
  const answer = answerAt(look.set, look.position, 'services-started');
  if (answer === 'yes' || answer === 'na') return quiet;
  const limitOn = weekDaysAfter(planned, startGrace);
  return look.today > limitOn ? fired([{ type: 'date', name: 'services-start', onDate: planned, limitOn }]) : unknown;
}

type Task = DerivedMeeting['tasks'][number];
type Timed = Task & { readonly dueOn: string };

/** Tasks whose day has come, or that are done: carried over ones count where they went. */
export const dueTasks = ({ tasks }: DerivedMeeting, today: string): Timed[] =>
  tasks.filter((task): task is Timed => task.dueOn !== null && !task.carried && (task.doneOn !== null || task.dueOn < today));

interface Due {
  readonly today: string;
  readonly byPosition: (readonly Timed[] | undefined)[];
}
const dueBySet = new WeakMap<PatternSet, Due>();

/** The due tasks of a meeting, read once for each day. */
export function dueAt({ set, today }: Pick<Look, 'set' | 'today'>, position: number): readonly Timed[] {
  let known = dueBySet.get(set);
  if (known?.today !== today) dueBySet.set(set, (known = { today, byPosition: [] }));
  return (known.byPosition[position] ??= dueTasks(rowAt({ set, position }), today));
}

export const isLate = ({ dueOn, doneOn }: Timed): boolean => doneOn === null || doneOn > dueOn;

const taskReason = ({ entry, dueOn, doneOn }: Timed): Reason => ({ type: 'task', entry, dueOn, doneOn });

function taskSign(look: Look): Sign {
  const due = dueTasks(rowAt(look), look.today);
  const open = due.filter(({ doneOn }) => doneOn === null);
  if (open.length > 0) return fired(open.map(taskReason));
  return due.length > 0 ? quiet : unknown;
}

const lateSign = (look: Look, name: string): Sign =>
  anySign([dateSign(rowAt(look), name, look.today), ...(name === 'services-start' ? [startSign(look)] : [])]);

const signIn = (look: Look): Sign => anySign([...afterDates.map((name) => lateSign(look, name)), taskSign(look)]);

/** Tasks of the twelve months: closed on time, of those that were due. */
function tasksClosed(view: ScopeView): Finding[] {
  const late: number[] = [];
  let [count, of] = [0, 0];
  for (const position of view.at) {
    const due = dueAt(view, position);
    if (due.length === 0) continue;
    const lateOnes = due.reduce((sum, task) => sum + Number(isLate(task)), 0);
    of += due.length;
    count += due.length - lateOnes;
    if (lateOnes > 0) late.push(position);
  }
  if (of < leastTasks || count / of >= target) return [];
  const interval = wilson(count, of);
  return [finding({
    rule: 'follow-through-slippage', scope: view.scope, about: { type: 'tasks' }, ...guarded(of, interval.high < target), count, of, interval,
    at: late.slice(-mostInStrip), leftOut: 0,
  }, (position) => stripMark({ ...view, position }, 'for', dueAt(view, position).filter(isLate).map(taskReason)))];
}

export const followThroughSlippage: Rule = {
  id: 'follow-through-slippage',
  title: 'Follow-through slips',
  sign: 'A step after the meeting is past its local limit, a service has no start ten school days after its planned date, or a promised task was due.',
  pattern: 'Fewer than 85 % of ten or more tasks were closed in time, or the same step was late in three of the last five meetings.',
  caution: 'Late writing down looks like late doing. Ask before you flag.',
  coaching: ['Go through who, what and when once a week.', 'One owner for copies and notices.'],
  system: ['IEP at a glance with a sign-off.', 'Take repeated staffing delays to the director.'],
  references: [sources.tips, sources.carriedOut, sources.vanDuyn],
  scopes: scopeKinds,
  signIn,
  find: (view) => [
    ...tasksClosed(view),
    ...afterDates.flatMap((name) => recurring(view, { rule: 'follow-through-slippage', about: { type: 'date', name }, ...threeOfFive, sign: (look) => lateSign(look, name) })),
  ],
};
