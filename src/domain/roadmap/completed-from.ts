import { limits } from './limits.ts';
import type { RetiredItem, Roadmap } from './roadmap.ts';

/**
 * A version that came by a table or a form, with what those have no place for taken from the
 * version here that it goes on from: the district's settings, retired items, texts in its own
 * language. Items that are not there any more are retired, so that their ids stay theirs.
 */
export function completedFrom(came: Roadmap, here: Roadmap): Roadmap {
  const ids = new Set(came.items.map(({ id }) => id));
  const gone = here.items.map(({ id, label }): RetiredItem => ({ id, label, version: here.version }));
  const retired = [...(here.retired ?? []), ...gone].filter(({ id }) => !ids.has(id)).slice(-limits.retired);
  const { language = 'en' } = came;
  const own = here.translations?.[language];
  return {
    ...came, basedOn: { id: here.id, version: here.version },
    ...(here.district ? { district: here.district } : {}),
    ...(retired.length > 0 ? { retired } : {}),
    ...(own ? { translations: { ...came.translations, [language]: own } } : {}),
  };
}
