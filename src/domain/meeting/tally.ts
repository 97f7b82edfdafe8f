/**
 * Counts of marks. What was not looked at counts for nothing: it is never "not yet".
 *
 *   | answer | seen | rated | looked at |
 *   | yes    | 1    | yes   | yes       |
 *   | partly | –    | yes   | yes       |
 *   | no     | –    | yes   | yes       |
 *   | na     | –    | –     | yes       |
 *   | none   | –    | –     | –         |
 */
import type { Meeting } from '../entry.ts';
import type { AskedItem, AskedPhase } from '../roadmap/asked-items.ts';
import type { ItemKind } from '../roadmap/roadmap.ts';
import { answerOf } from './mark.ts';

export interface Tally {
  readonly asked: number;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly na: number;
  readonly unmarked: number;
  readonly lookedAt: number;
}

/** From how many rated items on a share may be given in percent (PRODUCT 3). */
export const leastRated = 5;

/** Counts the answers to `items`. */
export function tally(items: Iterable<AskedItem>, meeting: Meeting): Tally {
  const counts = { asked: 0, yes: 0, partly: 0, no: 0, na: 0, unmarked: 0 };
  for (const { item } of items) {
    counts.asked += 1;
    counts[answerOf(meeting, item.id) ?? 'unmarked'] += 1;
  }
  return { ...counts, lookedAt: counts.asked - counts.unmarked };
}

/** How many were rated: yes, partly or not yet. */
export const ratedOf = ({ yes, partly, no }: Tally): number => yes + partly + no;

/** "6 of 7": those seen (yes) of those rated. Not applicable and not looked at are left out. */
export const seenOf = (counts: Tally): { seen: number; of: number } => ({ seen: counts.yes, of: ratedOf(counts) });

/** The rating rate in whole percent, partly worth a half (DOMAIN 2.1); null under five rated items. */
export function sharePercent(counts: Tally): number | null {
  const rated = ratedOf(counts);
  return rated < leastRated ? null : Math.round((100 * (counts.yes + counts.partly / 2)) / rated);
}

/** Counts by the kind of the items. */
export function byKind(items: Iterable<AskedItem>, meeting: Meeting): Record<ItemKind, Tally> {
  const all = [...items];
  const of = (kind: ItemKind): Tally => tally(all.filter(({ item }) => item.kind === kind), meeting);
  return { role: of('role'), quality: of('quality'), equity: of('equity') };
}

/** Counts by lens; an item under both lenses counts in both. */
export function byLens(items: Iterable<AskedItem>, meeting: Meeting): Record<'compliance' | 'instruction', Tally> {
  const all = [...items];
  const of = (lens: 'compliance' | 'instruction'): Tally =>
    tally(all.filter(({ item }) => item.lens.includes(lens)), meeting);
  return { compliance: of('compliance'), instruction: of('instruction') };
}

/** The items of an observation: before and during stage. What follows after it is not observed. */
export const observedItems = (phases: readonly AskedPhase[]): AskedItem[] =>
  phases.filter(({ phase }) => phase.stage !== 'after').flatMap(({ items }) => items);
