/** Month by month. A month of few meetings has counts and no rate. */
import { itemKinds, type ItemKind } from '../roadmap/roadmap.ts';
import { leastForRate } from './evidence.ts';
import type { View } from './filter.ts';
import { familyShares } from './groups.ts';
import { median, rateOf, wilson, type Counted, type Interval } from './interval.ts';
import { code } from './pattern-set.ts';

export interface MonthRow {
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly meetings: number;
  /** Seen (partly a half) of rated marks, all and by kind. */
  readonly seen: Counted;
  readonly byKind: Readonly<Record<ItemKind, Counted>>;
  /** Null under five meetings. */
  readonly rate: number | null;
  readonly interval: Interval | null;
  /** The middle family share by way of capture; null where nothing can be read. */
  readonly familyTurns: number | null;
  readonly familyPulse: number | null;
}

/** The months of a view, from the first meeting's to the last one's, empty ones among them. Meetings without a day are left out. */
export function months(view: View): MonthRow[] {
  const byMonth = new Map<string, number[]>();
  for (const position of view.at) {
    const month = view.set.rows[position]?.day?.slice(0, 7);
    if (month === undefined) continue;
    const known = byMonth.get(month);
    if (known) known.push(position);
    else byMonth.set(month, [position]);
  }
  const known = [...byMonth.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows: MonthRow[] = [];
  for (let month = first; month <= last && rows.length < 1_200; month = monthAfter(month)) rows.push(monthRow(view, month, byMonth.get(month) ?? []));
  return rows;
}

function monthRow({ set }: View, month: string, at: readonly number[]): MonthRow {
  const width = set.items.length;
  const kinds = set.items.map(({ kind }) => itemKinds.indexOf(kind));
  const halves = [0, 0, 0];
  const rated = [0, 0, 0];
  for (const position of at) {
    for (let item = 0; item < width; item += 1) {
      const found = set.answers[position * width + item];
      if (found !== code.yes && found !== code.partly && found !== code.no) continue;
      const kind = kinds[item] ?? 0;
      rated[kind] = (rated[kind] ?? 0) + 1;
      halves[kind] = (halves[kind] ?? 0) + (found === code.yes ? 2 : found === code.partly ? 1 : 0);
    }
  }
  const of = (kind: ItemKind): Counted => ({ seen: (halves[itemKinds.indexOf(kind)] ?? 0) / 2, of: rated[itemKinds.indexOf(kind)] ?? 0 });
  const byKind = { role: of('role'), quality: of('quality'), equity: of('equity') };
  const seen = itemKinds.reduce((sum, kind) => ({ seen: sum.seen + byKind[kind].seen, of: sum.of + byKind[kind].of }), { seen: 0, of: 0 });
  const share = (mode: 'turns' | 'pulse'): number | null => median(familyShares(set, at, mode).map((position) => set.family[position] ?? 0));
  const isEnough = at.length >= leastForRate;
  return {
    month, meetings: at.length, seen, byKind, rate: isEnough ? rateOf(seen) : null, interval: isEnough ? wilson(seen.seen, seen.of) : null,
    familyTurns: share('turns'), familyPulse: share('pulse'),
  };
}

function monthAfter(month: string): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return at === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(at + 1).padStart(2, '0')}`;
}
