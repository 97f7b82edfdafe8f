/** Which meetings a view is about. Days are local, 'YYYY-MM-DD'. */
import { dayAfter } from '../local-day.ts';
import { schoolKeyOf, teamKeyOf, type PatternSet } from './pattern-set.ts';
import type { Sign } from './rule.ts';

export interface Filter {
  /** First and last day; null leaves that end open. Meetings without a day are in only while both are open. */
  readonly from: string | null;
  readonly to: string | null;
  /** Any of these; an empty list leaves it open. */
  readonly schools: readonly string[];
  readonly teams: readonly { readonly school: string; readonly team: string }[];
  readonly types: readonly string[];
  /** All of these conditions, and none of those. */
  readonly withConditions: readonly string[];
  readonly withoutConditions: readonly string[];
  /** Id of a roadmap, any version; null for all. */
  readonly roadmap: string | null;
  /** Own meetings only. */
  readonly ownOnly: boolean;
}

/** Everything. */
export const noFilter: Filter = {
  from: null, to: null, schools: [], teams: [], types: [], withConditions: [], withoutConditions: [], roadmap: null, ownOnly: false,
};

/** What all views take: the meetings, which of them, and the day on which they are looked at. */
export interface View {
  readonly set: PatternSet;
  /** Positions in the set, by day. */
  readonly at: readonly number[];
  /** The local day. */
  readonly today: string;
  /** The last day that is looked at: today, or where the filter ends. */
  readonly asOf: string;
  /** Signs that were read already on this day: a meeting stands in several scopes, and in the view of the next filter. */
  readonly signs: Map<string, (Sign | undefined)[]>;
}

/** The view of a filter. */
export function viewOf(set: PatternSet, filter: Filter, today: string): View {
  const schools = new Set(filter.schools.map((school) => schoolKeyOf({ school })));
  const teams = new Set(filter.teams.map(teamKeyOf));
  const types = new Set(filter.types);
  const at: number[] = [];
  for (const [position, row] of set.rows.entries()) {
    if (filter.from !== null && (row.day === null || row.day < filter.from)) continue;
    if (filter.to !== null && (row.day === null || row.day > filter.to)) continue;
    if (schools.size > 0 && !schools.has(set.schoolKeys[position] ?? '')) continue;
    if (teams.size > 0 && !teams.has(set.teamKeys[position] ?? '')) continue;
    if (types.size > 0 && !types.has(row.type)) continue;
    if (filter.withConditions.some((condition) => !row.conditions.includes(condition))) continue;
    if (filter.withoutConditions.some((condition) => row.conditions.includes(condition))) continue;
    if (filter.roadmap !== null && row.roadmap.slice(0, row.roadmap.lastIndexOf('@')) !== filter.roadmap) continue;
    if (filter.ownOnly && row.owner !== '') continue;
    at.push(position);
  }
  return { set, at, today, asOf: filter.to !== null && filter.to < today ? filter.to : today, signs: signsOn(set, today) };
}

const signsBySet = new WeakMap<PatternSet, { readonly today: string; readonly signs: View['signs'] }>();

function signsOn(set: PatternSet, today: string): View['signs'] {
  const known = signsBySet.get(set);
  if (known?.today === today) return known.signs;
  const signs: View['signs'] = new Map();
  signsBySet.set(set, { today, signs });
  return signs;
}

/** The same view of some of its meetings. */
export const narrowed = (view: View, at: readonly number[]): View => ({ ...view, at });

/** What a filter can be set to: only what occurs, with how many meetings. */
export interface Choices {
  readonly schools: readonly { readonly school: string; readonly meetings: number }[];
  readonly teams: readonly { readonly school: string; readonly team: string; readonly meetings: number }[];
  readonly types: readonly { readonly type: string; readonly meetings: number }[];
  /** With its label, where it is a condition of a roadmap's own. */
  readonly conditions: readonly { readonly condition: string; readonly label?: string | undefined; readonly meetings: number }[];
  readonly roadmaps: readonly { readonly id: string; readonly title: string; readonly meetings: number }[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

const choicesBySet = new WeakMap<PatternSet, Choices>();

/** The choices that a set offers, by name; counted once for each set. */
export function choicesOf(set: PatternSet): Choices {
  const known = choicesBySet.get(set) ?? choicesAmong(set, set.rows.keys());
  choicesBySet.set(set, known);
  return known;
}

/** The choices that occur among some meetings, given by day. */
export function choicesAmong(set: PatternSet, at: Iterable<number>): Choices {
  const schools = new Map<string, { school: string; meetings: number }>();
  const teams = new Map<string, { school: string; team: string; meetings: number }>();
  const types = new Map<string, { type: string; meetings: number }>();
  const conditions = new Map<string, { condition: string; label: string | undefined; meetings: number }>();
  const roadmaps = new Map<string, { id: string; title: string; meetings: number }>();
  const days: string[] = [];
  for (const position of at) {
    const row = set.rows[position];
    if (!row) continue;
    const { school, team, type, conditions: on, roadmap, day } = row;
    if (day !== null) days.push(day);
    if (school !== '') add(schools, set.schoolKeys[position] ?? '', { school });
    if (team !== '') add(teams, set.teamKeys[position] ?? '', { school, team });
    add(types, type, { type });
    for (const condition of on) add(conditions, condition, { condition, label: set.facts.get(roadmap)?.conditions?.find(({ id }) => id === condition)?.label });
    const id = roadmap.slice(0, roadmap.lastIndexOf('@'));
    add(roadmaps, id, { id, title: set.facts.get(roadmap)?.title ?? id });
  }
  const sorted = <T>(found: ReadonlyMap<string, T>): T[] => [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, choice]) => choice);
  return {
    schools: sorted(schools), teams: sorted(teams), types: sorted(types), conditions: sorted(conditions), roadmaps: sorted(roadmaps),
    firstDay: days[0] ?? null, lastDay: days.at(-1) ?? null,
  };
}

function add<T extends object>(found: Map<string, T & { meetings: number }>, key: string, names: T): void {
  const known = found.get(key);
  if (known) known.meetings += 1;
  else found.set(key, { ...names, meetings: 1 });
}

/** The day twelve months before, and a day: the furthest that a window reaches back. */
export const yearBefore = (day: string): string => dayAfter(day, -365);
