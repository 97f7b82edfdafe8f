/**
 * Which items are asked in a meeting, and under which number they stand.
 * An item without conditions is always asked; otherwise any one of its conditions asks it,
 * or all of them together where it says so.
 */
import type { ItemId, PhaseId } from '../ids.ts';
import { withOwn } from './own-conditions.ts';
import type { Item, Phase, Roadmap, Stage } from './roadmap.ts';

export interface AskedItem {
  readonly item: Item;
  /** `3.2` in numbered phases, `a.2` for before and after stages, `w.2` for the whole-meeting checks. */
  readonly number: string;
  /** The condition that called the item, for the words after its label; null where it is always asked. */
  readonly calledBy: string | null;
}

export interface AskedPhase {
  readonly phase: Phase;
  /** 1, 2, 3 ... for the ordered phases of the during stage; null for all others. */
  readonly ordinal: number | null;
  readonly items: readonly AskedItem[];
}

/**
 * The condition that switches an item on: null when always asked, undefined when not asked.
 * `conditions` are all in force, those of the roadmap's own among them ({@link withOwn}).
 */
export function calledBy(item: Item, conditions: ReadonlySet<string>): string | null | undefined {
  if (item.appliesWhen.length === 0) return null;
  if (item.match === 'all') return item.appliesWhen.every((condition) => conditions.has(condition)) ? item.appliesWhen[0] : undefined;
  return item.appliesWhen.find((condition) => conditions.has(condition));
}

/**
 * Phases with the items that are asked under `conditions`, in the roadmap's order. What follows
 * from them by conditions of the roadmap's own is added here.
 * Phases that have nothing to ask are kept: the rail never changes under the hand.
 */
export function askedPhases(roadmap: Roadmap, conditions: ReadonlySet<string>): AskedPhase[] {
  const inForce = withOwn(roadmap, conditions);
  let ordinal = 0;
  const lettersByStage: Record<Stage, string> = { before: 'b', during: 'w', after: 'a' };
  const counts = new Map<string, number>();
  return roadmap.phases.map((phase) => {
    const numbered = phase.stage === 'during' && !phase.pinned;
    const own = numbered ? (ordinal += 1) : null;
    const prefix = own === null ? lettersByStage[phase.stage] : String(own);
    const items = roadmap.items.filter((item) => item.phase === phase.id).flatMap((item): AskedItem[] => {
      const condition = calledBy(item, inForce);
      if (condition === undefined) return [];
      const at = (counts.get(prefix) ?? 0) + 1;
      counts.set(prefix, at);
      return [{ item, number: `${prefix}.${String(at)}`, calledBy: condition }];
    });
    return { phase, ordinal: own, items };
  });
}

/** All asked items of a stage, by id. */
export function askedItems(phases: readonly AskedPhase[], stage?: Stage): ReadonlyMap<ItemId, AskedItem> {
  const chosen = stage ? phases.filter(({ phase }) => phase.stage === stage) : phases;
  return new Map(chosen.flatMap(({ items }) => items.map((asked) => [asked.item.id, asked] as const)));
}

/** The phase with this id, if the roadmap has it. */
export const phaseById = (phases: readonly AskedPhase[], id: PhaseId): AskedPhase | undefined =>
  phases.find(({ phase }) => phase.id === id);
