/**
 * How items go on over versions when they were split or merged. Items that keep their id need
 * nothing; one that `continues` others stands for them.
 *
 *   | an item of before, in none of the later versions | its old marks                             |
 *   | one later item continues it (merged, or one anew) | count for that one, as the lower of several |
 *   | several continue it (split)                      | are not counted for the parts; they are told as where the parts come from |
 *   | none does (retired)                              | stay its own                              |
 */
import type { ItemId } from '../ids.ts';

/** What is needed of a version. */
export interface ContinuedVersion {
  readonly items: readonly { readonly id: ItemId; readonly continues?: readonly ItemId[] | undefined }[];
}

export interface Continuity {
  /** By the id of an item that is gone: the one that its marks count for, as far on as there are versions. */
  readonly successor: ReadonlyMap<ItemId, ItemId>;
  /** By the id of a split item: its parts. */
  readonly parts: ReadonlyMap<ItemId, readonly ItemId[]>;
}

/** `1`, `draft-1`: the number at the end, by which versions of one roadmap follow one another; 0 without one. */
export const versionNumber = (version: string): number => Number(/(\d{1,9})$/.exec(version)?.[1] ?? 0);

/**
 * How the items of these versions go on, the newest version first. An id goes on only to an
 * item of a newer version, so there is no circle, whatever the versions claim.
 */
export function successorOf(versions: readonly ContinuedVersion[]): Continuity {
  const successor = new Map<ItemId, ItemId>();
  const parts = new Map<ItemId, readonly ItemId[]>();
  const newer = new Set<ItemId>();
  const continuers = new Map<ItemId, Set<ItemId>>();
  for (const { items } of versions) {
    for (const { id } of items) {
      if (newer.has(id)) continue;
      const [one, ...others] = new Set([...(continuers.get(id) ?? [])].map((next) => successor.get(next) ?? next));
      if (one === undefined) continue;
      if (others.length === 0) successor.set(id, one);
      else parts.set(id, [one, ...others]);
    }
    for (const { id, continues = [] } of items) {
      newer.add(id);
      for (const old of continues) {
        const known = continuers.get(old);
        if (known) known.add(id);
        else continuers.set(old, new Set([id]));
      }
    }
  }
  return { successor, parts };
}
