import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import { roadmapSchemaId } from '#domain/roadmap/json-schema.ts';
import { assert } from '#domain/result.ts';
import type { WriteRoadmap } from '../roadmap-format.ts';

/** The roadmap as indented JSON that names its schema. */
export const write: WriteRoadmap = (roadmap) => {
  assert(parseRoadmap(roadmap).ok, 'what leaves can be read back');
  return Promise.resolve(new TextEncoder().encode(`${JSON.stringify({ $schema: roadmapSchemaId, ...roadmap }, null, 2)}\n`));
};
