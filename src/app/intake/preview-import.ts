import type { Change } from '#domain/change.ts';
import type { ActId, MeetingId } from '#domain/ids.ts';
import { replicaOf } from '#domain/merge.ts';
import { basicsOf } from '#domain/meeting/plan.ts';
import { changesOfRecord, meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { readRecord } from '#intake/read-record.ts';
import type { App } from '../app.ts';
import type { ImportObstacle } from './obstacle.ts';
import { roadmapObstacle } from './same-roadmap.ts';
import { takenStamp } from './taken-stamp.ts';

export type { ImportObstacle } from './obstacle.ts';

/** How the entries of a file stand to those that are here. */
export interface EntryCounts {
  /** Of an entry that is not here at all. */
  readonly fresh: number;
  /** Later than what is here, which they will replace. */
  readonly later: number;
  /** The same change is here. */
  readonly here: number;
  /** What is here is later and stays. */
  readonly earlier: number;
}

/** What a file would bring. Nothing has been written. */
export interface ImportPreview {
  readonly name: string;
  readonly record: MeetingRecord;
  readonly meeting: MeetingId;
  readonly code: string;
  readonly meetingType: string;
  readonly onDate: string | null;
  readonly revision: number;
  readonly sample: boolean;
  /** False when the meeting is on this device already. */
  readonly isNew: boolean;
  readonly entries: EntryCounts;
}

/** Reads a file and compares it with what is here; refuses it whole, naming the place. */
export async function previewImport(app: App, file: Blob, name: string): Promise<Result<ImportPreview, ImportObstacle>> {
  const read = await readRecord(file, { nowMs: app.nowMs() });
  if (!read.ok) return read;
  const record = read.value;
  const obstacle = await roadmapObstacle(app, record);
  if (obstacle) return obstacle;
  const { changes } = await app.store.readJournal(record.meeting);
  const taken = takenStamp(record, changes);
  if (taken) return err(taken);
  const basics = basicsOf(meetingOfRecord(record));
  return ok({
    name, record, meeting: record.meeting,
    code: basics.code, meetingType: basics.type, onDate: basics.onDate,
    revision: record.revision, sample: record.sample,
    isNew: changes.length === 0,
    entries: countsOf(changesOfRecord(record, app.newId() as ActId), changes),
  });
}

function countsOf(incoming: readonly Change[], journal: readonly Change[]): EntryCounts {
  const replica = replicaOf(journal);
  const counts = { fresh: 0, later: 0, here: 0, earlier: 0 };
  for (const { entry, stamp } of incoming) {
    const current = replica.get(entry)?.stamp;
    if (current === undefined) counts.fresh += 1;
    else if (current === stamp) counts.here += 1;
    else if (current < stamp) counts.later += 1;
    else counts.earlier += 1;
  }
  return counts;
}
