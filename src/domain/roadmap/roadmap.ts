/**
 * A roadmap: the versioned template of phases and items. A version is immutable; meetings
 * keep the one that they were begun with. Item ids are stable over versions.
 */
import type { roadmapSchema, translationSchema } from './roadmap-schema.ts';
import type { z } from '../zod.ts';

export const stages = ['before', 'during', 'after'] as const;
export type Stage = (typeof stages)[number];
export const itemKinds = ['role', 'quality', 'equity'] as const;
export type ItemKind = (typeof itemKinds)[number];
export const legalForces = ['must-happen', 'must-be-in-iep', 'supports', 'none'] as const;
export type LegalForce = (typeof legalForces)[number];

export type Roadmap = z.infer<typeof roadmapSchema>;
export type Phase = Roadmap['phases'][number];
export type Item = Roadmap['items'][number];
export type OwnCondition = NonNullable<Roadmap['conditions']>[number];
export type RetiredItem = NonNullable<Roadmap['retired']>[number];
export type District = NonNullable<Roadmap['district']>;
/** The texts of a roadmap in one more language. */
export type Translation = z.infer<typeof translationSchema>;

/** True for a roadmap that this device sealed itself; one from outside goes through `parseRoadmap`. */
export function isOwnRoadmap(input: unknown): input is Roadmap {
  if (typeof input !== 'object' || input === null) return false;
  const { id, version, title, phases, items } = { ...input } as Partial<Record<string, unknown>>;
  return [id, version, title].every((text) => typeof text === 'string') && Array.isArray(phases) && Array.isArray(items);
}
