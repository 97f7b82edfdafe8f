/** Words of a roadmap's items as they are asked in a meeting, in Spanish. */
import type { ItemKind } from '#domain/roadmap/roadmap.ts';
import type { items as en } from '../en/items.ts';

const kinds: Readonly<Record<ItemKind, string>> = { role: 'Claridad de roles', quality: 'Indicador de calidad', equity: 'Mirada de equidad' };

export const items: typeof en = {
  kinds,
  lookFor: 'Qué observar:',
  ifNotYet: 'Si aún no:',
  addNote: (item) => `Agregar una nota a ${item}`,
  notes: (item) => `Notas de ${item}`,
  held: 'en espera',
  heldMark: 'En espera, aún sin guardar',
};
