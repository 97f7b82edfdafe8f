/**
 * The table `items`: how each item was answered over many meetings, by roadmap. Items that a later
 * version merged count as the one that they are there, in a meeting as the lower of their marks;
 * what was split stays a row of its own (`roadmap/continuity.ts`).
 */
import type { Meeting } from '../entry.ts';
import { answerOf } from '../meeting/mark.ts';
import { conditionsOf } from '../meeting/plan.ts';
import { askedItems, askedPhases } from '../roadmap/asked-items.ts';
import { successorOf, versionNumber } from '../roadmap/continuity.ts';
import type { Item, Roadmap } from '../roadmap/roadmap.ts';
import type { MeetingRecord } from './record.ts';
import { leastShown, shownParts, shownWhole } from './small-counts.ts';
import { tableOf, type Column, type Table, type TableKind } from './table.ts';

const columnsOf = ['yes', 'partly', 'no', 'na', 'unmarked'] as const;
type Part = (typeof columnsOf)[number];

interface Counted {
  readonly roadmap: string;
  /** As the newest version has it. */
  readonly item: Item;
  readonly asked: number;
  readonly parts: Readonly<Record<Part, number>>;
}

/** What is kept of the meetings under one version: a sign for each item of it, and no words. */
interface Version {
  readonly roadmap: Roadmap;
  readonly meetings: string[];
}

const signs: Readonly<Record<Part, string>> = { yes: 'y', partly: 'p', no: 'n', na: 'x', unmarked: '.' };
const notAsked = '-';
/** Of several marks that count for one item in a meeting the first of these is taken, as in patterns. */
const lowest: readonly Part[] = ['no', 'partly', 'yes', 'na', 'unmarked'];

const none: Counted['parts'] = { yes: 0, partly: 0, no: 0, na: 0, unmarked: 0 };

/** Counts record by record. Samples are for the caller to leave out: they are never counted. */
export function itemCounts(kind: TableKind): { readonly add: (record: MeetingRecord, meeting: Meeting) => void; readonly table: () => Table } {
  const versions = new Map<string, Version>();
  return {
    add({ roadmap }, meeting) {
      const key = `${roadmap.id} ${roadmap.version}`;
      const version = versions.get(key) ?? { roadmap, meetings: [] };
      versions.set(key, version);
      const asked = askedItems(askedPhases(roadmap, conditionsOf(meeting)));
      version.meetings.push(version.roadmap.items.map(({ id }) => (asked.has(id) ? signs[answerOf(meeting, id) ?? 'unmarked'] : notAsked)).join(''));
    },
    table: () => itemsTable(kind, countedIn([...versions.values()]).map((counted) => shownOf(kind, counted))),
  };
}

/** Roadmaps as they were added, each with its items in the order of its newest version. */
function countedIn(versions: readonly Version[]): Counted[] {
  const ids = new Set(versions.map(({ roadmap }) => roadmap.id));
  return [...ids].flatMap((id) => countedOf(id, versions
    .filter(({ roadmap }) => roadmap.id === id)
    .toSorted((a, b) => versionNumber(b.roadmap.version) - versionNumber(a.roadmap.version))));
}

/** The items of one roadmap that were asked, its newest version first. */
function countedOf(roadmap: string, versions: readonly Version[]): Counted[] {
  const { successor } = successorOf(versions.map((version) => version.roadmap));
  const items = new Map<string, Item>();
  for (const version of versions) for (const item of version.roadmap.items) if (!items.has(item.id)) items.set(item.id, item);
  const counts = new Map<string, Counted['parts']>();
  for (const { roadmap: { items: asked }, meetings } of versions) {
    const counted = asked.map(({ id }) => successor.get(id) ?? id);
    for (const [item, part] of meetings.flatMap((marks) => [...toldOnce(marks, counted)])) {
      const known = counts.get(item) ?? none;
      counts.set(item, { ...known, [part]: known[part] + 1 });
    }
  }
  return [...items].flatMap(([id, item]): Counted[] => {
    const parts = counts.get(id);
    return parts ? [{ roadmap, item, parts, asked: columnsOf.reduce((sum, part) => sum + parts[part], 0) }] : [];
  });
}

/** The marks of a meeting by the item that they count for; `counted` has that of each sign. */
function toldOnce(marks: string, counted: readonly string[]): ReadonlyMap<string, Part> {
  const told = new Map<string, Part>();
  for (const [at, item] of counted.entries()) {
    const part = lowest.find((known) => signs[known] === marks[at]);
    const known = told.get(item);
    if (part && (!known || lowest.indexOf(part) < lowest.indexOf(known))) told.set(item, part);
  }
  return told;
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
    { name: 'item', means: 'id of the item, the same in every version of a roadmap; one that was merged into a later item counts there', value: ({ item }) => item.id },
    { name: 'label', means: 'its words', value: ({ item }) => item.label },
    { name: 'stage', means: 'before, during or after', value: ({ item }) => item.stage },
    { name: 'phase', means: 'id of the phase', value: ({ item }) => item.phase },
    { name: 'kind', means: 'role clarity, quality indicator or equity check', value: ({ item }) => item.kind },
    { name: 'asked', type: 'count', means: `meetings that asked it, samples left aside${suffix}`, value: ({ asked }) => asked },
    ...columnsOf.map((part, at): Column<Shown> => ({ name: part, type: 'count', means: `${meaning[part]}${suffix}`, value: ({ parts }) => parts[at] ?? null })),
  ]);
}
