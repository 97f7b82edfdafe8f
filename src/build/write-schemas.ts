/** Writes the published JSON Schemas of the record and the roadmap: `npm run schema`. A test holds the files against the code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { recordJsonSchema } from '#domain/record/json-schema.ts';
import { roadmapJsonSchema } from '#domain/roadmap/json-schema.ts';

/** By file, what is in it. */
export const schemaFiles = {
  'public/schema/record-1.json': recordJsonSchema,
  'public/schema/roadmap-1.json': roadmapJsonSchema,
} as const;

/** The text of a file. */
export const schemaText = (file: keyof typeof schemaFiles): string => `${JSON.stringify(schemaFiles[file](), null, 2)}\n`;

if (import.meta.main) {
  for (const file of Object.keys(schemaFiles) as (keyof typeof schemaFiles)[]) { // its own keys
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, schemaText(file));
  }
}
