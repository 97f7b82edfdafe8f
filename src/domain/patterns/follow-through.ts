/** What was promised and what was due after the meetings: in time, late, open. */
import { leastForRate, levelFor, type Level } from './evidence.ts';
import type { View } from './filter.ts';
import { wilson, type Interval } from './interval.ts';
import { afterDates, dueAt, isLate, lateAt } from './rules/follow-through-slippage.ts';

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
  readonly dates: readonly { readonly name: (typeof afterDates)[number]; readonly kept: Kept }[];
}

const keptOf = (inTime: number, late: number, open: number, coming: number): Kept => {
  const of = inTime + late + open;
  return { inTime, late, open, coming, level: levelFor(of), interval: of < 3 ? null : wilson(inTime, of), rate: of < leastForRate ? null : inTime / of };
};

/** Tasks and tracked dates of a view. Tasks that a later meeting took over count there. */
export function followThrough(view: View): FollowThrough {
  let [inTime, late, open, coming] = [0, 0, 0, 0];
  for (const position of view.at) {
    const due = dueAt(view, position);
    const lateOnes = due.filter(isLate).length;
    const openOnes = due.filter(({ doneOn }) => doneOn === null).length;
    inTime += due.length - lateOnes;
    late += lateOnes - openOnes;
    open += openOnes;
    coming += (view.set.rows[position]?.tasks.filter(({ carried }) => !carried).length ?? 0) - due.length;
  }
  return { tasks: keptOf(inTime, late, open, coming), dates: afterDates.map((name) => ({ name, kept: dateKept(view, name) })) };
}

function dateKept(view: View, name: string): Kept {
  const read = lateAt(view, name);
  let [inTime, late, open] = [0, 0, 0];
  for (const position of view.at) {
    const { state } = read(position);
    if (state === 'quiet') inTime += 1;
    else if (state === 'fired') { if (view.set.rows[position]?.dates[name] === undefined) open += 1; else late += 1; }
  }
  return keptOf(inTime, late, open, view.at.length - inTime - late - open);
}
