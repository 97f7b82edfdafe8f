/** The commands of a draft that are about conditions of its own, texts in another language, and the district's settings. */
import { changed, freeId, withOne } from './draft-lists.ts';
import type { RoadmapDraft } from './draft.ts';
import type { Language } from './limits.ts';
import type { District, OwnCondition, Roadmap, Translation } from './roadmap.ts';

/** What can be said of a condition; `of` as undefined makes it one that the plan asks. */
export type ConditionFields = Partial<Pick<OwnCondition, 'label' | 'match' | 'of'>>;

export type ConditionCommand =
  | { readonly type: 'add-condition'; readonly change: ConditionFields }
  | { readonly type: 'set-condition'; readonly condition: string; readonly change: ConditionFields }
  /** What asks for it is left: whoever writes decides what it asks for instead, which the faults of the draft name. */
  | { readonly type: 'remove-condition'; readonly condition: string };

/** Where a text stands that can be in several languages. */
export type TextPlace =
  | { readonly kind: 'roadmap'; readonly field: 'title' }
  | { readonly kind: 'phase'; readonly id: string; readonly field: 'title' | 'shortTitle' | 'purpose' }
  | { readonly kind: 'item'; readonly id: string; readonly field: 'label' | 'lookFor' | 'coachingMove' }
  | { readonly kind: 'condition'; readonly id: string; readonly field: 'label' };

export type DistrictFields = Partial<Pick<District, 'purpose' | 'codePattern' | 'timeLimits' | 'retentionMonths'>>;

export type TextCommand =
  /** An empty text takes it away. */
  | { readonly type: 'set-translation'; readonly language: Language; readonly at: TextPlace; readonly text: string }
  | { readonly type: 'set-district'; readonly change: DistrictFields };

type Of<T extends (ConditionCommand | TextCommand)['type']> = Extract<ConditionCommand | TextCommand, { readonly type: T }>;

/** A condition more. */
export function addCondition(draft: RoadmapDraft, { change }: Of<'add-condition'>, newId: string): Roadmap {
  const condition = changed<OwnCondition>({ id: freeId(draft, newId), label: '' }, change);
  return { ...draft.roadmap, conditions: [...(draft.roadmap.conditions ?? []), condition] };
}

/** A condition with other fields. */
export function setCondition(roadmap: Roadmap, { condition: id, change }: Of<'set-condition'>): Roadmap {
  const { conditions = [] } = roadmap;
  const next = withOne(conditions, id, (condition) => changed(condition, change));
  return next === conditions ? roadmap : { ...roadmap, conditions: [...next] };
}

/** Without a condition. */
export function removeCondition(roadmap: Roadmap, { condition: id }: Of<'remove-condition'>): Roadmap {
  const { conditions = [] } = roadmap;
  const left = conditions.filter((condition) => condition.id !== id);
  if (left.length === conditions.length) return roadmap;
  return changed(roadmap, { conditions: left.length > 0 ? left : undefined });
}

/** The district's settings with other fields; none at all where the last one goes. */
export function setDistrict(roadmap: Roadmap, { change }: Of<'set-district'>): Roadmap {
  const district = changed<District>(roadmap.district ?? {}, change);
  return changed(roadmap, { district: Object.keys(district).length > 0 ? district : undefined });
}

/** The text that a translation has at a place; undefined where it has none. */
export function translatedAt(translation: Translation | undefined, at: TextPlace): string | undefined {
  switch (at.kind) {
    case 'roadmap': return translation?.title;
    case 'phase': return translation?.phases?.[at.id]?.[at.field];
    case 'item': return translation?.items?.[at.id]?.[at.field];
    case 'condition': return translation?.conditions?.[at.id]?.label;
  }
}

/** A text in another language; one in the roadmap's own is nowhere shown. */
export function setTranslation(roadmap: Roadmap, { language, at, text }: Of<'set-translation'>): Roadmap {
  const translation = roadmap.translations?.[language];
  if ((translatedAt(translation, at) ?? '') === text || (at.kind !== 'roadmap' && !isThere(roadmap, at))) return roadmap;
  const next = withText(translation ?? {}, at, text === '' ? undefined : text);
  const translations = changed(roadmap.translations ?? {}, { [language]: isEmpty(next) ? undefined : next });
  return changed(roadmap, { translations: isEmpty(translations) ? undefined : translations });
}

const isThere = ({ phases, items, conditions = [] }: Roadmap, at: Exclude<TextPlace, { readonly kind: 'roadmap' }>): boolean =>
  (at.kind === 'phase' ? phases : at.kind === 'item' ? items : conditions).some(({ id }) => id === at.id);

const isEmpty = (fields: object): boolean => Object.keys(fields).length === 0;

function withText(translation: Translation, at: TextPlace, text: string | undefined): Translation {
  switch (at.kind) {
    case 'roadmap': return changed(translation, { title: text });
    case 'phase': return changed(translation, { phases: withField(translation.phases, at, text) });
    case 'item': return changed(translation, { items: withField(translation.items, at, text) });
    case 'condition': return changed(translation, { conditions: withField(translation.conditions, at, text) });
  }
}

type Texts<T> = Record<string, T>;

function withField<T extends object>(texts: Texts<T> | undefined, { id, field }: { readonly id: string; readonly field: string }, text: string | undefined): Texts<T> | undefined {
  const one = changed<object>(texts?.[id] ?? {}, { [field]: text }) as T; // the fields of T may all be missing
  const next = changed<Texts<T>>(texts ?? {}, {});
  if (isEmpty(one)) Reflect.deleteProperty(next, id);
  else next[id] = one;
  return isEmpty(next) ? undefined : next;
}
