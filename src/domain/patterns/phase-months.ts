/** Month by month, phase by phase: the share seen of what was looked at. */
import type { View } from './filter.ts';
import { code } from './pattern-set.ts';

export interface PhaseMonths {
  /** 'YYYY-MM', the oldest first; months without a meeting between them are there too. */
  readonly months: readonly string[];
  readonly lines: readonly {
    readonly phase: string;
    readonly title: string;
    /** One per month. Share (partly a half) is null where nothing was rated; `meetings` counts those with a rated item. */
    readonly points: readonly { readonly share: number | null; readonly meetings: number }[];
  }[];
}

const worth: Readonly<Partial<Record<number, number>>> = { [code.yes]: 1, [code.partly]: 0.5, [code.no]: 0 };

/** The latest `most` months of a view. Meetings without a day are in none; phases without a rated item have no line. */
export function phaseMonths({ set, at }: View, most = 12): PhaseMonths {
  const months = monthsUpTo(at.flatMap((position) => set.rows[position]?.day?.slice(0, 7) ?? []), most);
  const monthAt = new Map(months.map((month, place) => [month, place]));
  const phaseAt = new Map(set.phases.map(({ id }, place) => [id, place]));
  const column = set.items.map(({ phase }) => phaseAt.get(phase) ?? -1);
  const cells = set.phases.map(() => months.map(() => ({ seen: 0, of: 0, meetings: 0, last: -1 })));
  for (const position of at) {
    const month = monthAt.get(set.rows[position]?.day?.slice(0, 7) ?? '');
    if (month === undefined) continue;
    for (const [item, phase] of column.entries()) {
      const value = worth[set.answers[position * column.length + item] ?? 0];
      const cell = cells[phase]?.[month];
      if (value === undefined || !cell) continue;
      cell.seen += value;
      cell.of += 1;
      if (cell.last !== position) cell.meetings += 1;
      cell.last = position;
    }
  }
  const lines = set.phases.map(({ id, title }, place) => ({
    phase: id, title,
    points: (cells[place] ?? []).map(({ seen, of, meetings }) => ({ share: of > 0 ? seen / of : null, meetings })),
  }));
  return { months, lines: lines.filter(({ points }) => points.some(({ share }) => share !== null)) };
}

/** Every month up to the last of these, at most `most`, back to the first. */
function monthsUpTo(known: readonly string[], most: number): string[] {
  const sorted = [...new Set(known)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = [last];
  for (let month = last; month > first && months.length < most; months.unshift(month)) month = monthBefore(month);
  return months;
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${String(year - 1).padStart(4, '0')}-12` : `${String(year).padStart(4, '0')}-${String(number - 1).padStart(2, '0')}`;
}
