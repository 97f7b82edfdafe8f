/** Phase by meeting: how much of each phase was seen, without a word on what was not looked at. */
import type { View } from './filter.ts';
import { code } from './pattern-set.ts';

export interface HeatCell {
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly na: number;
  readonly blank: number;
}

export interface Heat {
  readonly phases: readonly { readonly id: string; readonly title: string; readonly shortTitle: string; readonly stage: string; readonly pinned: boolean }[];
  /** The latest meetings, oldest first. */
  readonly meetings: readonly { readonly meeting: string; readonly day: string | null; readonly cells: readonly HeatCell[] }[];
  /** Meetings of the view that are not among them. */
  readonly earlier: number;
}

/** The grid of the latest `most` meetings of a view. */
export function heat({ set, at }: View, most = 24): Heat {
  const phases = set.phases.map(({ id, title, shortTitle, stage, pinned }) => ({ id, title, shortTitle, stage, pinned }));
  const phaseAt = new Map(phases.map(({ id }, place) => [id, place]));
  const column = set.items.map(({ phase }) => phaseAt.get(phase) ?? -1);
  const shown = at.slice(-most);
  const meetings = shown.map((position) => {
    const cells = phases.map(() => ({ yes: 0, partly: 0, no: 0, na: 0, blank: 0 }));
    for (const [item, place] of column.entries()) {
      const cell = cells[place];
      if (cell) count(cell, set.answers[position * column.length + item] ?? 0);
    }
    const row = set.rows[position];
    return { meeting: row?.meeting ?? '', day: row?.day ?? null, cells };
  });
  return { phases, meetings, earlier: at.length - shown.length };
}

function count(cell: { -readonly [K in keyof HeatCell]: HeatCell[K] }, found: number): void {
  if (found === code.yes) cell.yes += 1;
  else if (found === code.partly) cell.partly += 1;
  else if (found === code.no) cell.no += 1;
  else if (found === code.na) cell.na += 1;
  else if (found === code.blank) cell.blank += 1;
}
