import { valueSchemas } from '#domain/entry-schemas.ts';
import { parseRecord, type MeetingRecord, type RecordObstacle } from '#domain/record/record.ts';
import { err, type Result } from '#domain/result.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import { driftLimitMs, isStamp, readStamp } from '#domain/stamp.ts';
import { recordLimitBytes, revisionLimit } from './limits.ts';
import type { ClockAhead, OneRecordObstacle } from './obstacles.ts';
import { readJson } from './read-json.ts';
import { readText, type FileBytes } from './read-text.ts';

/**
 * A file as a record, or the first thing that is in the way. All or nothing.
 *
 * Beyond the record's own rules: its roadmap holds together, its revision leaves room for more,
 * and no stamp is later than
 * `nowMs` (epoch ms) by more than the clock's drift limit, since no edit made here could
 * win over it.
 */
export async function readRecord(
  file: FileBytes,
  { nowMs, limitBytes = recordLimitBytes }: { readonly nowMs: number; readonly limitBytes?: number },
): Promise<Result<MeetingRecord, OneRecordObstacle>> {
  const text = await readText(file, limitBytes);
  if (!text.ok) return text;
  const json = readJson(text.value);
  if (!json.ok) return json;
  const record = parseRecord(json.value);
  if (!record.ok) return record;
  const obstacle = misplaced(record.value) ?? ahead(record.value, nowMs);
  return obstacle ? err(obstacle) : record;
}

function misplaced(record: MeetingRecord): RecordObstacle | null {
  const roadmap = parseRoadmap(record.roadmap);
  if (!roadmap.ok) return { type: 'NotARecord', at: `roadmap.${roadmap.error.at}` };
  if (record.revision > revisionLimit) return { type: 'NotARecord', at: 'revision' };
  const at = record.entries.findIndex(({ kind, value }) => {
    const finish = kind === 'finish' ? valueSchemas.finish.safeParse(value) : null;
    return finish?.success === true && finish.data.revision > revisionLimit;
  });
  return at === -1 ? null : { type: 'NotARecord', at: `entries.${String(at)}.value` };
}

function ahead(record: MeetingRecord, nowMs: number): ClockAhead | null {
  let latestMs = 0;
  for (const { stamp } of record.entries) if (isStamp(stamp)) latestMs = Math.max(latestMs, readStamp(stamp).ms);
  return latestMs > nowMs + driftLimitMs ? { type: 'ClockAhead', aheadMs: latestMs - nowMs } : null;
}
