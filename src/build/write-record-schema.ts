/** Writes the published JSON Schema of the record: `npm run schema`. A test holds the file against the code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { recordJsonSchema } from '#domain/record/json-schema.ts';

export const schemaFile = 'public/schema/record-1.json';

/** The text of the file. */
export const schemaText = (): string => `${JSON.stringify(recordJsonSchema(), null, 2)}\n`;

if (import.meta.main) {
  mkdirSync(dirname(schemaFile), { recursive: true });
  writeFileSync(schemaFile, schemaText());
}
