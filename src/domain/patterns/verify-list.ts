/** What is to be verified: must-happen items marked "not yet". No rates, and no other words. */
import type { View } from './filter.ts';
import { code } from './pattern-set.ts';

export interface VerifyRow {
  readonly meeting: string;
  readonly day: string | null;
  readonly owner: string;
  readonly item: string;
  readonly label: string;
  readonly citation: string;
  readonly state: 'open' | 'done' | 'gap';
  readonly onDate: string | null;
}

/** All tasks of a view, open ones first, then the latest meeting first. */
export function verifyList({ set, at }: View): VerifyRow[] {
  const width = set.items.length;
  const musts = set.items.map((item, place) => ({ item, place })).filter(({ item }) => item.force === 'must-happen');
  const rows = at.toReversed().flatMap((position) => {
    const row = set.rows[position];
    if (!row) return [];
    return musts.filter(({ place }) => set.answers[position * width + place] === code.no).map(({ item }): VerifyRow => ({
      meeting: row.meeting, day: row.day, owner: row.owner, item: item.id, label: item.label, citation: item.citation,
      state: row.verify[item.id]?.state ?? 'open', onDate: row.verify[item.id]?.onDate ?? null,
    }));
  });
  const order = { open: 0, gap: 1, done: 2 } as const;
  return rows.map((row, place) => ({ row, place })).sort((a, b) => order[a.row.state] - order[b.row.state] || a.place - b.place).map(({ row }) => row);
}
