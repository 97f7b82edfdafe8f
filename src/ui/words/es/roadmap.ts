/** The roadmap that ships, in Spanish: a file of its own, since only screens need it. A bilingual reader of special education must check it. */
import texts from '#domain/roadmap/default-roadmap.es.json' with { type: 'json' };
import type { RoadmapTexts } from '../roadmap-words.ts';

export const shippedRoadmap: RoadmapTexts = texts;
