/**
 * The roadmap as screens show it, in a language. Only what is shown: records, digests and
 * exported tables keep the words of the roadmap itself.
 */
import type { Language } from '#app/look.ts';
import { localized } from '#domain/roadmap/localized.ts';
import type { Roadmap, Translation } from '#domain/roadmap/roadmap.ts';
import { spoken } from './language.svelte.ts';

/** Texts of the roadmap that ships, with the version that they were made for, `id@version`: another one may have other texts under the same ids. */
export type RoadmapTexts = Translation & { readonly of: string };

/** A roadmap in a language; what has no text in it stays in the roadmap's own. */
export function roadmapIn(language: Language, roadmap: Roadmap): Roadmap {
  const shipped = spoken.roadmapTexts(language);
  return localized(roadmap, language, shipped?.of === `${roadmap.id}@${roadmap.version}` ? shipped : undefined);
}

/** A roadmap in the language of the screens. */
export const shownRoadmap = (roadmap: Roadmap): Roadmap => roadmapIn(spoken.language, roadmap);
