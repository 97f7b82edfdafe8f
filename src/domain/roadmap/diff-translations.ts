/** What changed in the texts in other languages, in the order of the roadmap. */
import type { RoadmapChange } from './change-of-roadmap.ts';
import { translatedAt, type TextPlace } from './draft-texts.ts';
import { languages } from './limits.ts';
import type { Roadmap } from './roadmap.ts';

/** Every place of a roadmap at which a text can be in several languages, in its order. */
export const textPlaces = ({ phases, items, conditions = [] }: Roadmap): TextPlace[] => [
  { kind: 'roadmap', field: 'title' },
  ...conditions.map(({ id }): TextPlace => ({ kind: 'condition', id, field: 'label' })),
  ...phases.flatMap(({ id }) => (['title', 'shortTitle', 'purpose'] as const).map((field): TextPlace => ({ kind: 'phase', id, field }))),
  ...items.flatMap(({ id }) => (['label', 'lookFor', 'coachingMove'] as const).map((field): TextPlace => ({ kind: 'item', id, field }))),
];

/** Of places that `to` has; what went with its item or phase is not told again. */
export function translationChanges(from: Roadmap, to: Roadmap): RoadmapChange[] {
  return languages.flatMap((language) => {
    const [then, now] = [from.translations?.[language], to.translations?.[language]];
    if (!then && !now) return [];
    return textPlaces(to).flatMap((at): RoadmapChange[] => {
      const [before, after] = [translatedAt(then, at), translatedAt(now, at)];
      if (before === after) return [];
      const type = before === undefined ? 'translation-added' : after === undefined ? 'translation-removed' : 'translation-changed';
      return [{ type, language, at, before, after }];
    });
  });
}
