import { addedCounts } from '#domain/record/row-counts.ts';
import { ok } from '#domain/result.ts';
import type { Write } from '../format.ts';
import { gathering, zipInPieces } from '../zip-pieces.ts';
import { csvFiles } from './files.ts';

/** A zip of one CSV file per table and a read-me. */
export const write: Write = async (records, options) => {
  const files = await csvFiles(records, options);
  if (!files.ok) return files;
  const { sink, whole } = gathering();
  const zip = zipInPieces(sink);
  for (const { name, pieces } of files.value) await zip.file(name, pieces, options.signal);
  zip.end();
  return ok({ bytes: whole(), rows: files.value.map(({ rows }) => rows).reduce(addedCounts, {}) });
};
