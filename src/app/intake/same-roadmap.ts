import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';

/** True when two roadmaps say the same. */
export const saysTheSame = (a: Roadmap, b: Roadmap): boolean => canonicalRoadmap(a) === canonicalRoadmap(b);

/** The same text for the same content, whatever the order of keys and whichever defaults were spelled out. */
export function canonicalRoadmap(roadmap: Roadmap): string {
  const parsed = parseRoadmap(roadmap);
  return JSON.stringify(sorted(parsed.ok ? parsed.value : roadmap));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
