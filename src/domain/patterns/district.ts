/**
 * Schools and teams of a district, by name and never by rate: no ranking, and no person. A
 * group is shown from five meetings on; whatever is exported has no cell of fewer than ten.
 */
import { floor, groupGates, leastExported, target } from './evidence.ts';
import { narrowed, type View } from './filter.ts';
import { itemTable, type ItemRow } from './items.ts';

export interface GroupRow {
  readonly school: string;
  /** Empty for a whole school. */
  readonly team: string;
  readonly meetings: number;
  /** Empty under five meetings. */
  readonly items: readonly ItemRow[];
  readonly shown: boolean;
  readonly exported: boolean;
}

/** Schools, then teams, each by name. Meetings without a school or team are in none. */
export function bySchoolAndTeam(view: View): { schools: GroupRow[]; teams: GroupRow[] } {
  return { schools: groups(view, view.set.schoolKeys, false), teams: groups(view, view.set.teamKeys, true) };
}

function groups(view: View, keys: readonly string[], isTeam: boolean): GroupRow[] {
  const byKey = new Map<string, number[]>();
  for (const position of view.at) {
    const key = keys[position] ?? '';
    if (key === '') continue;
    const known = byKey.get(key);
    if (known) known.push(position);
    else byKey.set(key, [position]);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, at]): GroupRow => {
    const row = view.set.rows[at.at(-1) ?? -1];
    const shown = at.length >= groupGates.show;
    return {
      school: row?.school ?? '', team: isTeam ? (row?.team ?? '') : '', meetings: at.length,
      items: shown ? itemTable(narrowed(view, at)) : [], shown, exported: at.length >= groupGates.export,
    };
  });
}

/** A number for a file: null, a blank cell, under ten. Zero is told, since nobody stands behind it. */
export const exportedCell = (count: number): number | null => (count === 0 || count >= leastExported ? count : null);

/** A rate as a file may tell it where its counts are small: at the target, between it and the floor, or under that. */
export type RateBand = 'at-target' | 'between' | 'under-floor';

export interface ExportedItem {
  readonly item: string;
  readonly yes: number | null;
  readonly partly: number | null;
  readonly no: number | null;
  readonly na: number | null;
  readonly blank: number | null;
  readonly rated: number | null;
  readonly rate: number | null;
  readonly band: RateBand | null;
}

/**
 * An item's row for a file. With fewer than ten rated nothing but the item; with any small
 * cell no cell and no exact rate, since the small one could be worked out from the others.
 */
export function exportedItem({ item, yes, partly, no, na, blank, rated, rate }: ItemRow): ExportedItem {
  const isSmall = rated < leastExported;
  const isClosed = isSmall || [yes, partly, no, na, blank].some((count) => exportedCell(count) === null);
  const cell = <T>(value: T): T | null => (isClosed ? null : value);
  const band = isSmall || rate === null ? null : rate >= target ? 'at-target' : rate >= floor ? 'between' : 'under-floor';
  return {
    item: item.id, yes: cell(yes), partly: cell(partly), no: cell(no), na: cell(na), blank: cell(blank),
    rated: isSmall ? null : rated, rate: cell(rate), band,
  };
}
