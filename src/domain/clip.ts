/**
 * Text cut to what an entry may hold (see `entry.ts`), so that a pasted book is no reason
 * for a refused change. Cuts between characters, never inside one.
 */

const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
};

/** At most 2,000 UTF-16 units: codes, roles, goals, rooms. */
export const clipLine = (text: string): string => cut(text, 2_000);

/** At most 1,000,000 UTF-16 units: notes, reflections, follow-ups. */
export const clipLong = (text: string): string => cut(text, 1_000_000);

/** At most 120 UTF-16 units: ids of the roadmap and other keys. */
export const clipWord = (text: string): string => cut(text, 120);
