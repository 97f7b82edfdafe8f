/**
 * Counts over groups as they may leave the device without identifiers: none under ten (the
 * modal minimum of NCES 2011-603), and none that can be worked out from the others.
 */

/** From how many on a count is shown. */
export const leastShown = 10;

/**
 * The parts of a whole, null for those left out. The whole is known, so that what is left
 * out together must not be a small count either, and never a single part: the smallest of the
 * others goes with it until that is so. All parts are left out of a whole under ten.
 */
export function shownParts(parts: readonly number[]): (number | null)[] {
  const byFalling = parts.map((count, at) => ({ count, at })).sort((a, b) => b.count - a.count);
  const hidden = byFalling.filter(({ count }) => count > 0 && count < leastShown);
  const shown = byFalling.filter(({ count }) => count >= leastShown);
  while (hidden.length > 0 && shown.length > 0 && (hidden.length === 1 || sumOf(hidden) < leastShown)) {
    const next = shown.pop();
    if (next) hidden.push(next);
  }
  // Zeros beside a count that is left out would tell what remains for it.
  const left = new Set(hidden.length === 0 ? [] : [...hidden, ...byFalling.filter(({ count }) => count === 0)].map(({ at }) => at));
  return parts.map((count, at) => (left.has(at) ? null : count));
}

/** A whole, or null when it is small. Nothing at all is no group. */
export const shownWhole = (count: number): number | null => (count > 0 && count < leastShown ? null : count);

const sumOf = (parts: readonly { readonly count: number }[]): number => parts.reduce((sum, { count }) => sum + count, 0);
