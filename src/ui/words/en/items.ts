/** Words of a roadmap's items as they are asked in a meeting, in English. */
import type { ItemKind } from '#domain/roadmap/roadmap.ts';

const kinds: Readonly<Record<ItemKind, string>> = { role: 'Role clarity', quality: 'Quality indicator', equity: 'Equity check' };

export const items = {
  kinds,
  lookFor: 'Look for',
  ifNotYet: 'If not yet',
  addNote: (item: string): string => `Add a note to ${item}`,
  notes: (item: string): string => `Notes on ${item}`,
  held: 'held',
  heldMark: 'Held, not yet stored',
};
