import { basicsOf } from '#domain/meeting/plan.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { App } from '../app.ts';
import { ImportPlan, type EntryCounts, type PlannedRecord, type Standing } from './import-plan.ts';
import type { ImportFile } from './read-import-file.ts';
import type { ImportObstacle } from './obstacle.ts';

export type { EntryCounts, Standing } from './import-plan.ts';

/** One record of a file, as the preview lists it. */
export interface RecordLine {
  readonly key: string;
  readonly meeting: MeetingId;
  readonly code: string;
  readonly meetingType: string;
  readonly onDate: string | null;
  readonly revision: number;
  readonly sample: boolean;
  readonly standing: Standing;
  readonly entries: EntryCounts;
}

export interface RefusedFile {
  readonly name: string;
  readonly obstacle: ImportObstacle;
}

/** What the chosen files would bring. Nothing has been written. */
export interface ImportPreview {
  readonly lines: readonly RecordLine[];
  /** Refused whole, each with its reason; the others can be added without them. */
  readonly refused: readonly RefusedFile[];
  /** Entries of zips that are no records. */
  readonly others: number;
  /** Meetings that would change; 0 when all of it is here. */
  readonly meetings: number;
}

/** Compares files that were read with what is here and with each other. Rejects with an AbortError when called off. */
export async function compareImport(app: App, files: readonly ImportFile[], signal?: AbortSignal): Promise<ImportPreview> {
  const plan = new ImportPlan(app);
  const lines: RecordLine[] = [];
  const refused: RefusedFile[] = [];
  let others = 0;
  for (const [at, file] of files.entries()) {
    if (file.kind === 'refused') refused.push({ name: file.name, obstacle: file.obstacle });
    if (file.kind !== 'records') continue;
    const planned = await plan.take(file.records, signal);
    if ('type' in planned) {
      refused.push({ name: file.name, obstacle: planned });
      continue;
    }
    others += file.others;
    lines.push(...planned.map((one, row) => lineOf(one, `${String(at)} ${String(row)}`)));
  }
  return { lines, refused, others, meetings: plan.meetings };
}

function lineOf({ record, standing, entries }: PlannedRecord, key: string): RecordLine {
  const { code, type, onDate } = basicsOf(meetingOfRecord(record));
  const { meeting, revision, sample } = record;
  return { key, meeting, code, meetingType: type, onDate, revision, sample, standing, entries };
}
