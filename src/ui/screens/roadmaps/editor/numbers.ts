/** The numbers that items have in a roadmap when all of them are asked. */
import type { Item, Phase, Roadmap } from '#domain/roadmap/roadmap.ts';
import { grouped } from '../grouped.ts';

export interface Numbering {
  /** 1, 2, 3 of the phases that are walked through. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** What stands before the point, and how many items of the same sign come before those of the phase. */
  readonly byPhase: ReadonlyMap<string, { readonly sign: string; readonly before: number }>;
}

export type ItemsByPhase = ReadonlyMap<string, readonly Item[]>;

const signs = { before: 'b', during: 'w', after: 'a' } as const;

/** Items by the id of their phase, in the roadmap's order. */
export const itemsByPhase = ({ items }: Pick<Roadmap, 'items'>): ItemsByPhase => grouped(items, ({ phase }) => phase);

export function numberingOf(phases: readonly Phase[], items: ItemsByPhase): Numbering {
  const ordinals = new Map(phases.filter(({ stage, pinned }) => stage === 'during' && !pinned).map(({ id }, at) => [id, at + 1] as const));
  const counts = new Map<string, number>();
  return {
    ordinals,
    byPhase: new Map(phases.map(({ id, stage }) => {
      const ordinal = ordinals.get(id);
      const sign = ordinal === undefined ? signs[stage] : String(ordinal);
      const before = counts.get(sign) ?? 0;
      counts.set(sign, before + (items.get(id)?.length ?? 0));
      return [id, { sign, before }] as const;
    })),
  };
}

/** True where both give every item the same number. */
export const sameNumbering = (a: Numbering, b: Numbering): boolean => JSON.stringify([...a.byPhase]) === JSON.stringify([...b.byPhase]);

/** `3.4`, for the item at this place of its phase. */
export function numberAt({ byPhase }: Numbering, phase: Phase['id'], at: number): string {
  const { sign = '', before = 0 } = byPhase.get(phase) ?? {};
  return `${sign}.${String(before + at + 1)}`;
}

/** Numbers by the id of the item. */
export function numbersOf(roadmap: Roadmap): ReadonlyMap<string, string> {
  const items = itemsByPhase(roadmap);
  const numbering = numberingOf(roadmap.phases, items);
  return new Map([...items].flatMap(([phase, all]) => all.map(({ id }, at) => [id, numberAt(numbering, phase, at)] as const)));
}
