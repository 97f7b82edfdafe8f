/**
 * The JSON Schema (draft 2020-12) of the record, made from the schemas by which records are
 * read and written, for other programs. Published as `public/schema/record-1.json`.
 *
 * What it cannot say, and the reader checks besides: no entry id and no stamp occurs twice;
 * ids of phases and items are each once, and items name a phase that is there; lengths count
 * UTF-16 units in the reader, characters in a schema.
 */
import { entryKinds, singleKinds } from '../entry.ts';
import { valueSchemas } from '../entry-schemas.ts';
import { z } from '../zod.ts';
import { recordSchema, recordVersion } from './record.ts';

/** Without its own `$schema`, for a place inside of another one. */
function partOf(schema: z.ZodMiniType): Record<string, unknown> {
  // As it is written in a file: a field with a default may be missing there.
  const { $schema, ...part } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return $schema === undefined ? {} : part;
}

/** The schema as a value of JSON. */
export function recordJsonSchema(): Record<string, unknown> {
  const whole = partOf(recordSchema);
  const { properties } = whole as { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> }; // of an object, as the record is
  const entries = properties['entries'] ?? {};
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:quiet-checkpoint:record:${String(recordVersion)}`,
    title: 'Quiet Checkpoint record',
    description: 'A finished meeting: its roadmap and its entries, a value of null for what was taken away. No entry id and no stamp occurs twice. Kinds and fields that are not named here are of a later version, and are kept.',
    ...whole,
    properties: { ...properties, entries: { ...entries, items: { ...Object(entries['items']) as object, allOf: entryKinds.map(ofKind) } } },
    $defs: Object.fromEntries(entryKinds.map((kind) => [kind, partOf(valueSchemas[kind])])),
  };
}

/** What an entry of this kind must be besides. */
const ofKind = (kind: (typeof entryKinds)[number]): object => ({
  if: { properties: { kind: { const: kind } }, required: ['kind'] },
  then: {
    properties: {
      id: singleKinds.has(kind) ? { const: kind } : { pattern: `^${kind}:` },
      value: { anyOf: [{ type: 'null' }, { $ref: `#/$defs/${kind}` }] },
    },
  },
});
