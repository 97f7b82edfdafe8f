/** Names of places in a draft: `item.<id>.label`, `roadmap.title`, `condition.<id>.es.label`. Fields carry them as `data-place`. */
import type { TextPlace } from '#domain/roadmap/draft-texts.ts';
import type { FaultPlace } from '#domain/roadmap/fault.ts';

export const placeOf = ({ kind, id, field }: FaultPlace): string => (kind === 'roadmap' ? `roadmap.${field}` : `${kind}.${id}.${field}`);

/** The place of a text in another language: `item.<id>.es.label`; in the roadmap's own with an empty language. */
export const textPlace = (at: TextPlace, language: string): string =>
  [at.kind, ...(at.kind === 'roadmap' ? [] : [at.id]), ...(language === '' ? [] : [language]), at.field].join('.');

/** Where one stands among all others when it is to be the `to`th of those of a kind. */
export function indexAmong<T extends { readonly id: string }>(all: readonly T[], id: string, isOfKind: (one: T) => boolean, to: number): number {
  const others = all.filter((one) => one.id !== id);
  const kind = others.filter(isOfKind);
  const next = kind[to];
  if (next) return others.indexOf(next);
  const last = kind.at(-1);
  return last ? others.indexOf(last) + 1 : others.length;
}
