/**
 * Which of a list kept their order: the longest run of places that still rise, all others
 * having moved. So one that is dragged over ten is told as one that moved, not as ten.
 *
 * @param places where each of the list stood before, in the order of now; each once
 */
export function fixedPlaces(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []; // by length: at which index the run with the smallest end ends
  const before: number[] = [];
  for (const [index, place] of places.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const fixed = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) fixed.add(places[index] ?? -1);
  return fixed;
}
