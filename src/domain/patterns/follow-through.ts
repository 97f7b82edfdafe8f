/** What was promised and what was due after the meetings: in time, late, open. */
import { leastForRate, levelFor, type Level } from './evidence.ts';
import type { View } from './filter.ts';
import { wilson, type Interval } from './interval.ts';
import { afterDates, dateSign, dueTasks, isLate } from './rules/follow-through-slippage.ts';

export interface Kept {
  readonly inTime: number;
  readonly late: number;
  /** Was due and is not done. */
  readonly open: number;
  /** Not due yet, without a day, or without a limit. */
  readonly coming: number;
  readonly level: Level;
  /** Wilson's 95 % of those in time; null under three. */
  readonly interval: Interval | null;
  /** In time of those that were due; null under five. */
  readonly rate: number | null;
}

export interface FollowThrough {
  readonly tasks: Kept;
  readonly dates: readonly { readonly name: string; readonly kept: Kept }[];
}

const keptOf = (inTime: number, late: number, open: number, coming: number): Kept => {
  const of = inTime + late + open;
  return { inTime, late, open, coming, level: levelFor(of), interval: of < 3 ? null : wilson(inTime, of), rate: of < leastForRate ? null : inTime / of };
};

/** Tasks and tracked dates of a view. Tasks that a later meeting took over count there. */
export function followThrough({ set, at, today }: View): FollowThrough {
  const rows = at.flatMap((position) => set.rows[position] ?? []);
  const due = rows.flatMap((row) => dueTasks(row, today));
  const all = rows.reduce((sum, { tasks }) => sum + tasks.filter(({ carried }) => !carried).length, 0);
  const open = due.filter(({ doneOn }) => doneOn === null).length;
  const late = due.filter((task) => task.doneOn !== null && isLate(task)).length;
  return {
    tasks: keptOf(due.length - open - late, late, open, all - due.length),
    dates: afterDates.map((name) => {
      const signs = rows.map((row) => ({ row, sign: dateSign(row, name, today) }));
      const beyond = signs.filter(({ sign }) => sign.state === 'fired');
      const noted = beyond.filter(({ row }) => row.dates[name] !== undefined).length;
      const within = signs.filter(({ sign }) => sign.state === 'quiet').length;
      return { name, kept: keptOf(within, noted, beyond.length - noted, rows.length - within - beyond.length) };
    }),
  };
}
