/** The table `items`: how each item was answered over many meetings. */
import type { Meeting } from '../entry.ts';
import { answerOf } from '../meeting/mark.ts';
import { conditionsOf } from '../meeting/plan.ts';
import { askedItems, askedPhases } from '../roadmap/asked-items.ts';
import type { Item } from '../roadmap/roadmap.ts';
import type { MeetingRecord } from './record.ts';
import { leastShown, shownParts, shownWhole } from './small-counts.ts';
import { tableOf, type Column, type Table, type TableKind } from './table.ts';

const columnsOf = ['yes', 'partly', 'no', 'na', 'unmarked'] as const;
type Part = (typeof columnsOf)[number];

interface Counted {
  readonly roadmap: string;
  /** As the record that was added last has it. */
  readonly item: Item;
  readonly asked: number;
  readonly parts: Readonly<Record<Part, number>>;
}

const none: Counted['parts'] = { yes: 0, partly: 0, no: 0, na: 0, unmarked: 0 };

/** Counts record by record. Samples are for the caller to leave out: they are never counted. */
export function itemCounts(kind: TableKind): { readonly add: (record: MeetingRecord, meeting: Meeting) => void; readonly table: () => Table } {
  const counts = new Map<string, Counted>();
  return {
    add({ roadmap }, meeting) {
      for (const { item } of askedItems(askedPhases(roadmap, conditionsOf(meeting))).values()) {
        const key = `${roadmap.id} ${item.id}`;
        const known = counts.get(key);
        const part: Part = answerOf(meeting, item.id) ?? 'unmarked';
        const parts = known?.parts ?? none;
        counts.set(key, { roadmap: roadmap.id, item, asked: (known?.asked ?? 0) + 1, parts: { ...parts, [part]: parts[part] + 1 } });
      }
    },
    table: () => itemsTable(kind, [...counts.values()].map((counted) => shownOf(kind, counted))),
  };
}

interface Shown {
  readonly roadmap: string;
  readonly item: Item;
  readonly asked: number | null;
  readonly parts: readonly (number | null)[];
}

function shownOf(kind: TableKind, { roadmap, item, asked, parts }: Counted): Shown {
  const all = columnsOf.map((part) => parts[part]);
  if (kind === 'identified') return { roadmap, item, asked, parts: all };
  return { roadmap, item, asked: shownWhole(asked), parts: shownParts(all) };
}

const meaning: Readonly<Record<Part, string>> = {
  yes: 'meetings in which it was seen', partly: 'in which it was partly seen', no: 'in which it was not yet seen',
  na: 'in which it did not apply', unmarked: 'in which it was not looked at',
};

function itemsTable(kind: TableKind, rows: readonly Shown[]): Table {
  const suffix = kind === 'identified' ? '' : `; empty: left out, since it or what it would tell is under ${String(leastShown)}`;
  return tableOf<Shown>(kind, 'items', rows, [
    { name: 'roadmap', means: 'roadmap that the item is of', value: ({ roadmap }) => roadmap },
    { name: 'item', means: 'id of the item, the same in every version of a roadmap', value: ({ item }) => item.id },
    { name: 'label', means: 'its words', value: ({ item }) => item.label },
    { name: 'stage', means: 'before, during or after', value: ({ item }) => item.stage },
    { name: 'phase', means: 'id of the phase', value: ({ item }) => item.phase },
    { name: 'kind', means: 'role clarity, quality indicator or equity check', value: ({ item }) => item.kind },
    { name: 'asked', type: 'count', means: `meetings that asked it, samples left aside${suffix}`, value: ({ asked }) => asked },
    ...columnsOf.map((part, at): Column<Shown> => ({ name: part, type: 'count', means: `${meaning[part]}${suffix}`, value: ({ parts }) => parts[at] ?? null })),
  ]);
}
