/**
 * The roadmap as screens show it, in a language. Only what is shown: records, digests and
 * exported tables keep the words of the roadmap itself.
 */
import type { Language } from '#app/look.ts';
import type { Item, Phase, Roadmap } from '#domain/roadmap/roadmap.ts';
import { spoken } from './language.svelte.ts';

/** Texts of one version of a roadmap in another language, by id. */
export interface RoadmapTexts {
  /** The version that they were made for, `id@version`; another one may have other texts under the same ids. */
  readonly of: string;
  readonly title: string;
  readonly phases: Readonly<Record<string, Pick<Phase, 'title' | 'shortTitle' | 'purpose'>>>;
  readonly items: Readonly<Record<string, Pick<Item, 'label' | 'lookFor' | 'coachingMove'>>>;
}

/** A roadmap in a language; what has no text in it stays in the roadmap's own. */
export function roadmapIn(language: Language, roadmap: Roadmap): Roadmap {
  const texts = spoken.roadmapTexts(language);
  if (texts?.of !== `${roadmap.id}@${roadmap.version}`) return roadmap;
  return {
    ...roadmap,
    title: texts.title,
    phases: roadmap.phases.map((phase) => ({ ...phase, ...texts.phases[phase.id] })),
    items: roadmap.items.map((item) => ({ ...item, ...texts.items[item.id] })),
  };
}

/** A roadmap in the language of the screens. */
export const shownRoadmap = (roadmap: Roadmap): Roadmap => roadmapIn(spoken.language, roadmap);
