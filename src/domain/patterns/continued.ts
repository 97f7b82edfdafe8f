/**
 * Rows and facts of older versions, told in the items that the newer ones go on with
 * (`roadmap/continuity.ts`). Versions without merged items are left as they are.
 */
import { successorOf, versionNumber } from '../roadmap/continuity.ts';
import type { DerivedMeeting } from './derived.ts';
import type { ItemFacts, RoadmapFacts } from './roadmap-facts.ts';

export interface Continued {
  /** By version: the id that each of its marks counts for, in the order of its marks. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Versions with the items that they count for, each once. */
  readonly facts: ReadonlyMap<string, RoadmapFacts>;
  readonly rows: readonly DerivedMeeting[];
  /** By the id of a part of a split item: what it was split from, whose marks are not counted for it. */
  readonly earlier: ReadonlyMap<string, readonly ItemFacts[]>;
}

const roadmapOf = ({ key, version }: RoadmapFacts): string => key.slice(0, -version.length - 1);

/** The versions in use, with those between them that no meeting was held with: an item may have gone on there. */
function versionsOf(rows: readonly DerivedMeeting[], facts: ReadonlyMap<string, RoadmapFacts>): RoadmapFacts[] {
  const newest = new Map<string, number>();
  const keys = new Set(rows.map(({ roadmap }) => roadmap));
  for (const key of keys) {
    const version = facts.get(key);
    if (version) newest.set(roadmapOf(version), Math.max(versionNumber(version.version), newest.get(roadmapOf(version)) ?? 0));
  }
  return [...facts.values()].filter((version) => keys.has(version.key) || versionNumber(version.version) < (newest.get(roadmapOf(version)) ?? 0));
}

/** The newest first: roadmaps by their last use, versions of one by their number. */
function newestFirst(rows: readonly DerivedMeeting[], facts: ReadonlyMap<string, RoadmapFacts>): RoadmapFacts[] {
  const lastUse = new Map<string, string>();
  const used = versionsOf(rows, facts);
  const idOf = new Map(used.map((version) => [version.key, roadmapOf(version)]));
  for (const { roadmap, day } of rows) {
    const id = idOf.get(roadmap) ?? roadmap;
    const known = lastUse.get(id) ?? '';
    if (known <= (day ?? '')) lastUse.set(id, day ?? '');
  }
  return used.sort((a, b) => {
    const [one, other] = [roadmapOf(a), roadmapOf(b)];
    if (one === other) return versionNumber(b.version) - versionNumber(a.version) || (a.key < b.key ? 1 : -1);
    const [then, later] = [lastUse.get(one) ?? '', lastUse.get(other) ?? ''];
    return then === later ? (one < other ? 1 : -1) : then < later ? 1 : -1;
  });
}

/** Rows and facts as the newest versions tell them. */
export function continued(rows: readonly DerivedMeeting[], facts: ReadonlyMap<string, RoadmapFacts>): Continued {
  const versions = newestFirst(rows, facts);
  const { successor, parts } = successorOf(versions);
  const columns = new Map(versions.map(({ key, items }) => [key, items.map(({ id }) => successor.get(id) ?? id)]));
  const items = new Map<string, ItemFacts>();
  for (const version of versions) for (const item of version.items) if (!items.has(item.id)) items.set(item.id, item);
  const earlier = new Map<string, ItemFacts[]>();
  for (const [split, ids] of parts) {
    const item = items.get(split);
    for (const part of ids) earlier.set(part, [...(earlier.get(part) ?? []), ...(item ? [item] : [])]);
  }
  if (successor.size === 0) return { columns, facts, rows, earlier };
  const goesOn = new Set(versions.filter((version) => version.items.some(({ id }) => successor.has(id))).map(({ key }) => key));
  const told = new Map(facts);
  for (const key of goesOn) {
    const version = facts.get(key);
    if (version) told.set(key, { ...version, items: [...new Set(columns.get(key))].flatMap((id) => items.get(id) ?? []) });
  }
  return { columns, facts: told, rows: rows.map((row) => (goesOn.has(row.roadmap) ? withVerified(row, successor) : row)), earlier };
}

const weight = { done: 0, open: 1, gap: 2 } as const;

/** What was verified of merged items counts for the one that they are now: the least settled of them, unless it was told of that one itself. */
function withVerified(row: DerivedMeeting, successor: ReadonlyMap<string, string>): DerivedMeeting {
  const verify: DerivedMeeting['verify'] = {};
  for (const [item, state] of Object.entries(row.verify)) {
    const next = successor.get(item) ?? item;
    const known = verify[next];
    const own = row.verify[next];
    if (own) verify[next] = own;
    else if (!known || weight[state.state] > weight[known.state]) verify[next] = state;
  }
  return { ...row, verify };
}
