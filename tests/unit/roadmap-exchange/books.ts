/** Workbooks by an unrelated writer, and files of roadmaps read back. */
import { deflateSync, strToU8, unzipSync, zipSync } from 'fflate';
import { utils, write as writeBook } from '@e965/xlsx';
import { write as writeCsv } from '#export/roadmap-csv/write.ts';
import type { FormWords, WriteRoadmap } from '#export/roadmap-format.ts';
import { write as writeJson } from '#export/roadmap-json/write.ts';
import { write as writeXlsform } from '#export/roadmap-xlsform/write.ts';
import { fileOfBytes } from '#intake/sliced-file.ts';
import type { ReadRoadmapObstacle, ReadRoadmapOptions, RoadmapPreview } from '#intake/roadmap/preview.ts';
import { readRoadmap } from '#intake/roadmap/read-roadmap.ts';
import type { Language } from '#domain/roadmap/limits.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { Result } from '#domain/result.ts';

export { deflateSync, strToU8, unzipSync, zipSync };

export const formWords: Readonly<Record<Language, FormWords>> = {
  en: { answers: { yes: 'Yes', partly: 'Partly', no: 'Not yet', na: 'N/A' }, yes: 'Yes', no: 'No', conditions: 'About this meeting', conditionName: (id) => `The condition ${id}` },
  es: { answers: { yes: 'Sí', partly: 'En parte', no: 'Aún no', na: 'N/C' }, yes: 'Sí', no: 'No', conditions: 'Sobre esta reunión', conditionName: (id) => `La condición ${id}` },
};

type Cells = readonly (readonly (string | number | boolean | null)[])[];

/** A workbook of these sheets, heads first. */
export function bookOf(sheets: Readonly<Record<string, Cells>>, options: { readonly bookSST?: boolean } = {}): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(cells.map((row) => [...row])), name);
  return new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx', compression: true, ...options }) as ArrayBuffer);
}

export const read = (bytes: Uint8Array<ArrayBuffer>, options?: ReadRoadmapOptions): Promise<Result<RoadmapPreview, ReadRoadmapObstacle>> => readRoadmap(fileOfBytes(bytes), options);

/** The preview of a file that must be in order. */
export async function previewOf(bytes: Uint8Array<ArrayBuffer>, options?: ReadRoadmapOptions): Promise<RoadmapPreview> {
  const preview = await read(bytes, options);
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  return preview.value;
}

export async function obstacleOf(bytes: Uint8Array<ArrayBuffer>): Promise<ReadRoadmapObstacle> {
  const preview = await read(bytes);
  if (preview.ok) throw new Error('it was read');
  return preview.error;
}

const writers: Readonly<Record<'json' | 'csv' | 'xlsform', WriteRoadmap>> = { json: writeJson, csv: writeCsv, xlsform: writeXlsform };

/** The roadmap after it left in a form and came back. */
export const thereAndBack = async (roadmap: Roadmap, form: keyof typeof writers): Promise<RoadmapPreview> => previewOf(await writers[form](roadmap, formWords));

/** What tables and forms carry of a roadmap, in the order in which they do. */
export function carried(roadmap: Roadmap): Roadmap {
  const items = roadmap.phases.flatMap(({ id }) => roadmap.items.filter(({ phase }) => phase === id));
  const left = new Set(['retired', 'district', 'basedOn', 'publishedOn']);
  return { ...roadmap, items, ...Object.fromEntries([...left].map((key) => [key, undefined])) };
}
