/** From a draft to an immutable version. */
import { assert, err, ok, type Result } from '../result.ts';
import { changed } from './draft-lists.ts';
import { faultsOf, type DraftFault } from './draft-faults.ts';
import type { RoadmapDraft } from './draft.ts';
import { languages } from './limits.ts';
import { parseRoadmap } from './parse-roadmap.ts';
import type { Roadmap, Translation } from './roadmap.ts';

/**
 * The version as it is stored and given out; it passes `parseRoadmap`. Texts in other
 * languages of what is not there any more, and empty ones, are left out.
 *
 * @returns the faults that stand in the way, those of severity `must`
 */
export function publishedFrom(draft: RoadmapDraft, { version, onDate }: { readonly version: string; readonly onDate: string }): Result<Roadmap, DraftFault[]> {
  const faults = faultsOf(draft).filter(({ severity }) => severity === 'must');
  if (faults.length > 0) return err(faults);
  const translations = presentTranslations(draft.roadmap);
  const parsed = parseRoadmap(changed(draft.roadmap, { version, publishedOn: onDate, translations }));
  assert(parsed.ok, `a draft without faults is a roadmap${parsed.ok ? '' : `: ${parsed.error.why} at ${parsed.error.at}`}`);
  return ok(parsed.value);
}

function presentTranslations(roadmap: Roadmap): Roadmap['translations'] {
  const { translations } = roadmap;
  if (!translations) return undefined;
  let present = translations;
  for (const language of languages) {
    const translation = translations[language];
    if (translation) present = changed(present, { [language]: presentTranslation(roadmap, translation) });
  }
  return Object.keys(present).length > 0 ? present : undefined;
}

function presentTranslation({ phases, items, conditions = [] }: Roadmap, translation: Translation): Translation | undefined {
  const next = changed(translation, {
    title: translation.title === '' ? undefined : translation.title,
    phases: presentTexts(translation.phases, phases),
    items: presentTexts(translation.items, items),
    conditions: presentTexts(translation.conditions, conditions),
  });
  return Object.keys(next).length > 0 ? next : undefined;
}

function presentTexts<T extends object>(texts: Record<string, T> | undefined, list: readonly { readonly id: string }[]): Record<string, T> | undefined {
  const here = new Set(list.map(({ id }) => id));
  const kept = Object.entries(texts ?? {}).filter(([id, fields]) => here.has(id) && Object.keys(fields).length > 0);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** `1`, `2`, `3` ...: one more than the highest number at the end of an existing version. */
export function nextVersion(existing: readonly string[]): string {
  const numbers = existing.map((version) => Number(/(\d{1,9})$/.exec(version)?.[1] ?? 0));
  let next = Math.max(0, ...numbers) + 1;
  while (existing.includes(String(next))) next += 1; // beyond nine digits
  return String(next);
}
