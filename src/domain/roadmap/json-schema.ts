/**
 * The JSON Schema (draft 2020-12) of a roadmap, made from the schema by which roadmaps are
 * read, for other programs. Published as `public/schema/roadmap-1.json`.
 *
 * What it cannot say, and the reader checks besides: ids of phases, items and conditions are
 * each once, and none is that of a retired item or a built-in condition; items name a phase
 * that is there and have its stage; conditions follow from known ones and not in a circle;
 * lengths count UTF-16 units in the reader, characters in a schema.
 */
import { z } from '../zod.ts';
import { roadmapSchema } from './roadmap-schema.ts';

/** Names the schema, also in a roadmap's file; no address that is ever fetched. */
export const roadmapSchemaId = 'urn:quiet-checkpoint:roadmap:1';

/** The schema as a value of JSON. */
export function roadmapJsonSchema(): Record<string, unknown> {
  // As it is written in a file: a field with a default may be missing there.
  const { $schema, ...whole } = z.toJSONSchema(roadmapSchema, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: roadmapSchemaId,
    title: 'Quiet Checkpoint roadmap',
    description: 'A template of phases and items. Ids are each once and stay the same over versions. Fields that are not named here are of a later version, and are kept.',
    ...whole,
  };
}
