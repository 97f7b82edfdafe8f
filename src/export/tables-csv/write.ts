import { addedCounts } from '#domain/record/row-counts.ts';
import { ok } from '#domain/result.ts';
import type { Write, WriteTables } from '../format.ts';
import { gathering, zipInPieces } from '../zip-pieces.ts';
import { csvFiles, csvFilesOf, type CsvFile } from './files.ts';

/** A zip of one CSV file per table and a read-me. */
export const write: Write = async (records, options) => {
  const files = await csvFiles(records, options);
  if (!files.ok) return files;
  return ok({ bytes: await zipped(files.value, options.signal), rows: files.value.map(({ rows }) => rows).reduce(addedCounts, {}) });
};

/** The same of tables that come from no record. */
export const writeTables: WriteTables = (tables, readMe) => zipped(csvFilesOf(readMe, tables));

async function zipped(files: readonly CsvFile[], signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { sink, whole } = gathering();
  const zip = zipInPieces(sink);
  for (const { name, pieces } of files) await zip.file(name, pieces, signal);
  zip.end();
  return whole();
}
