/** Texts of the shipped roadmap in other languages. They ship with the app and are in no record. */
import spanish from '#domain/roadmap/default-roadmap.es.json' with { type: 'json' };
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Language } from '#domain/roadmap/limits.ts';
import type { Roadmap, Translation } from '#domain/roadmap/roadmap.ts';

/** True for the version that ships with this app. */
export function isShipped({ id, version }: Pick<Roadmap, 'id' | 'version'>): boolean {
  const shipped = defaultRoadmap();
  return shipped.id === id && shipped.version === version;
}

/** What `localized` takes as a pack for this roadmap; undefined for one that is not the shipped one, and in its own language. */
export function shippedTexts(roadmap: Pick<Roadmap, 'id' | 'version'>, language: Language): Translation | undefined {
  if (language !== 'es' || !isShipped(roadmap)) return undefined;
  const { title, phases, items } = spanish;
  return { title, phases, items };
}
