/** The front door for roadmaps: a file as JSON, as a table or as an XLSForm, told apart by its first bytes. */
import { err, type Result } from '#domain/result.ts';
import { kindOfFile } from '../kind-of-file.ts';
import { readText } from '../read-text.ts';
import type { SlicedFile } from '../sliced-file.ts';
import type { ReadRoadmapObstacle, ReadRoadmapOptions, RoadmapPreview } from './preview.ts';
import { readCsv } from './read-csv.ts';
import { readRoadmapJson } from './read-json.ts';
import { readXlsform } from './xlsform/read-xlsform.ts';

/** 8 MB: 5,000 items whose texts are all as long as they may be, in two languages. */
export const roadmapLimitBytes = 8_000_000;

/** Reads a file. Nothing is kept anywhere. */
export async function readRoadmap(file: SlicedFile & Pick<Blob, 'arrayBuffer'>, options: ReadRoadmapOptions = {}): Promise<Result<RoadmapPreview, ReadRoadmapObstacle>> {
  if (file.size === 0) return err({ type: 'EmptyFile' });
  if (file.size > roadmapLimitBytes) return err({ type: 'TooLarge', limitBytes: roadmapLimitBytes, bytes: file.size });
  const kind = await kindOfFile(file);
  if (kind === null) return err({ type: 'FileUnreadable' });
  if (kind === 'zip') return readXlsform(file, options);
  const text = await readText(file, roadmapLimitBytes);
  if (!text.ok) return text;
  return /^\ufeff?\s*[{[]/u.test(text.value) ? readRoadmapJson(text.value) : readCsv(text.value);
}
