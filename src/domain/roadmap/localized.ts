/** A roadmap in another of its languages, and what it lacks there. For showing: what is stored and given out keeps its own words. */
import { textPlaces } from './diff-translations.ts';
import { translatedAt, type TextPlace } from './draft-texts.ts';
import type { Language } from './limits.ts';
import type { Roadmap, Translation } from './roadmap.ts';

/**
 * The roadmap with its texts in this language, each from its own translation, else from
 * `pack` (texts that ship with the app and are not stored, such as the Spanish of the shipped
 * roadmap), else as they are. What has no other text is shared.
 */
export function localized(roadmap: Roadmap, language: Language, pack?: Translation): Roadmap {
  const own = roadmap.translations?.[language];
  if (language === (roadmap.language ?? 'en') || !(own ?? pack)) return roadmap;
  const { title, phases, items, conditions } = roadmap;
  return {
    ...roadmap,
    title: textOf(own?.title) ?? textOf(pack?.title) ?? title,
    phases: phases.map((phase) => said(phase, ['title', 'shortTitle', 'purpose'], [own?.phases?.[phase.id], pack?.phases?.[phase.id]])),
    items: items.map((item) => said(item, ['label', 'lookFor', 'coachingMove'], [own?.items?.[item.id], pack?.items?.[item.id]])),
    ...(conditions ? { conditions: conditions.map((condition) => said(condition, ['label'], [own?.conditions?.[condition.id], pack?.conditions?.[condition.id]])) } : {}),
  };
}

const textOf = (text: unknown): string | undefined => (typeof text === 'string' && text.trim() !== '' ? text : undefined);

type Texts = Readonly<Record<string, unknown>> | undefined;

/** A short title is one of the language: where there is only the long one, that stands in its place. */
function said<T extends object>(one: T, fields: readonly string[], [own, pack]: readonly [Texts, Texts]): T {
  if (!own && !pack) return one;
  const texts = fields.flatMap((field) => {
    const text = textOf(own?.[field]) ?? textOf(pack?.[field]);
    return text === undefined ? [] : [[field, text] as const];
  });
  if (texts.length === 0) return one;
  const said = Object.fromEntries(texts);
  return { ...one, ...said, ...('shortTitle' in one && 'title' in said && !('shortTitle' in said) ? { shortTitle: said['title'] } : {}) };
}

/** Places whose text has no counterpart in this language, in the roadmap's order; none in its own language. */
export function untranslated(roadmap: Roadmap, language: Language, pack?: Translation): TextPlace[] {
  if (language === (roadmap.language ?? 'en')) return [];
  const own = roadmap.translations?.[language];
  const main: Translation = mainTexts(roadmap);
  return textPlaces(roadmap).filter((at) =>
    textOf(translatedAt(main, at)) !== undefined && (textOf(translatedAt(own, at)) ?? textOf(translatedAt(pack, at))) === undefined);
}

/** The roadmap's own texts in the shape of a translation. */
const mainTexts = ({ title, phases, items, conditions = [] }: Roadmap): Translation => ({
  title,
  phases: Object.fromEntries(phases.map((phase) => [phase.id, { title: phase.title, shortTitle: phase.shortTitle, purpose: phase.purpose }])),
  items: Object.fromEntries(items.map((item) => [item.id, { label: item.label, lookFor: item.lookFor, coachingMove: item.coachingMove }])),
  conditions: Object.fromEntries(conditions.map(({ id, label }) => [id, { label }])),
});
