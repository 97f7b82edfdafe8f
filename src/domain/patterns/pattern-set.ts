/**
 * All derived rows side by side, laid out so that ten thousand meetings are counted in
 * milliseconds: one byte for each answer, one number for each day, texts as small numbers.
 * Sample meetings are left out. The rows stand by day, so that the order in which they came
 * does not matter. Items that were merged in a later version count as the one that they are there.
 */
import type { Answer } from '../entry.ts';
import { continued } from './continued.ts';
import type { DerivedMeeting } from './derived.ts';
import { familyHeard } from './talk.ts';
import type { ItemFacts, PhaseFacts, RoadmapFacts } from './roadmap-facts.ts';

/** Codes of {@link PatternSet.answers}. */
export const code = { notAsked: 0, blank: 1, yes: 2, partly: 3, no: 4, na: 5 } as const;

const codeByLetter: Readonly<Record<string, number>> = {
  '-': code.notAsked, '.': code.blank, y: code.yes, p: code.partly, n: code.no, x: code.na,
};
const answerByCode: readonly (Answer | null)[] = [null, null, 'yes', 'partly', 'no', 'na'];

export interface PatternSet {
  /** By day, those without a day first. A row's place in this list is its position. */
  readonly rows: readonly DerivedMeeting[];
  readonly positions: ReadonlyMap<string, number>;
  readonly facts: ReadonlyMap<string, RoadmapFacts>;
  /** Items of all versions; those that a later version has too with its words, merged ones as one. */
  readonly items: readonly ItemFacts[];
  /** By the id of a part of a split item: what it was split from, which is an item of its own here. */
  readonly earlier: ReadonlyMap<string, readonly ItemFacts[]>;
  readonly itemAt: ReadonlyMap<string, number>;
  readonly phases: readonly PhaseFacts[];
  /** `rows.length` times `items.length` codes. */
  readonly answers: Uint8Array;
  /** School and team by position, as keys that are equal where the words are. */
  readonly schoolKeys: readonly string[];
  readonly teamKeys: readonly string[];
  /** The family's share, NaN where it cannot be read, and whether a pulse or turns told it. */
  readonly family: Float64Array;
  readonly familyByPulse: Uint8Array;
}

const plain = (words: string): string => words.trim().toLowerCase();

/** The key of a school; empty where none was named. */
export const schoolKeyOf = ({ school }: Pick<DerivedMeeting, 'school'>): string => plain(school);

/** The key of a team: the same word in two schools is two teams. Empty where none was named. */
export const teamKeyOf = ({ school, team }: Pick<DerivedMeeting, 'school' | 'team'>): string =>
  plain(team) === '' ? '' : `${plain(school)}\u001f${plain(team)}`;

const byDay = (a: DerivedMeeting, b: DerivedMeeting): number => {
  if (a.day !== b.day) return (a.day ?? '') < (b.day ?? '') ? -1 : 1;
  return a.meeting < b.meeting ? -1 : 1;
};

/** Lays the rows out. Of two rows of one meeting the later finished stays; rows of unknown roadmaps are left out. */
export function patternSetOf(derived: Iterable<DerivedMeeting>, roadmaps: Iterable<RoadmapFacts>): PatternSet {
  const asWritten = new Map([...roadmaps].map((version) => [version.key, version]));
  const latest = new Map<string, DerivedMeeting>();
  for (const row of derived) {
    if (row.sample || !asWritten.has(row.roadmap)) continue;
    const known = latest.get(row.meeting);
    if (!known || row.finishedAtMs > known.finishedAtMs) latest.set(row.meeting, row);
  }
  const { rows, facts, columns, earlier } = continued([...latest.values()].sort(byDay), asWritten);
  const { items, phases } = contents(rows, facts);
  const itemAt = new Map(items.map(({ id }, at) => [id, at]));
  return {
    rows, facts, items, itemAt, phases, earlier,
    positions: new Map(rows.map(({ meeting }, at) => [meeting, at])),
    answers: answersOf(rows, columns, itemAt),
    schoolKeys: rows.map(schoolKeyOf), teamKeys: rows.map(teamKeyOf),
    ...familyOf(rows),
  };
}

function familyOf(rows: readonly DerivedMeeting[]): Pick<PatternSet, 'family' | 'familyByPulse'> {
  const heard = rows.map(familyHeard);
  return { family: Float64Array.from(heard, (one) => one?.share ?? NaN), familyByPulse: Uint8Array.from(heard, (one) => Number(one?.mode === 'pulse')) };
}

/** Items and phases of the versions in use, the most lately used version first. */
function contents(rows: readonly DerivedMeeting[], facts: ReadonlyMap<string, RoadmapFacts>): { items: ItemFacts[]; phases: PhaseFacts[] } {
  const lastUse = new Map<string, string>();
  for (const { roadmap, day } of rows) lastUse.set(roadmap, (lastUse.get(roadmap) ?? '') > (day ?? '') ? (lastUse.get(roadmap) ?? '') : (day ?? ''));
  const versions = [...lastUse].sort(([a, one], [b, other]) => (one === other ? (a < b ? 1 : -1) : one < other ? 1 : -1));
  const items = new Map<string, ItemFacts>();
  const phases = new Map<string, PhaseFacts>();
  for (const [key] of versions) {
    for (const item of facts.get(key)?.items ?? []) if (!items.has(item.id)) items.set(item.id, item);
    for (const phase of facts.get(key)?.phases ?? []) if (!phases.has(phase.id)) phases.set(phase.id, phase);
  }
  return { items: [...items.values()], phases: [...phases.values()] };
}

/** Of several marks that count for one item the lower is taken; one that was rated before one that was not. */
const rank: readonly number[] = [0, 1, 3, 4, 5, 2]; // by code: not asked, blank, N/A, yes, partly, no

function answersOf(rows: readonly DerivedMeeting[], counted: ReadonlyMap<string, readonly string[]>, itemAt: ReadonlyMap<string, number>): Uint8Array {
  const width = itemAt.size;
  const answers = new Uint8Array(rows.length * width);
  const columns = new Map([...counted].map(([key, items]) => [key, items.map((id) => itemAt.get(id) ?? -1)]));
  for (const [position, { roadmap, marks }] of rows.entries()) {
    const places = columns.get(roadmap) ?? [];
    for (const [at, place] of places.entries()) {
      if (place < 0) continue;
      const slot = position * width + place;
      const found = codeByLetter[marks[at] ?? '-'] ?? code.notAsked;
      if ((rank[found] ?? 0) > (rank[answers[slot] ?? 0] ?? 0)) answers[slot] = found;
    }
  }
  return answers;
}

/** The code of an item in a meeting; `notAsked` for an item that no version has. */
export function codeAt(set: PatternSet, position: number, item: string): number {
  const at = set.itemAt.get(item);
  return at === undefined ? code.notAsked : (set.answers[position * set.items.length + at] ?? code.notAsked);
}

/** The answer to an item in a meeting; null where it was not looked at or not asked. */
export const answerAt = (set: PatternSet, position: number, item: string): Answer | null => answerByCode[codeAt(set, position, item)] ?? null;
