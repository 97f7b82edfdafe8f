import { parseMeetingId } from '#domain/ids.ts';
import { agreement, type Agreement } from '#domain/patterns/paired.ts';
import { roadmapKey } from '#domain/patterns/roadmap-facts.ts';
import { mergeRecords } from '#domain/record/merge-records.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { wholeRecord } from '#domain/sync/sent-record.ts';
import type { App } from '../app.ts';
import type { MeetingMissing } from '../errors.ts';

/** Two records of what may be one meeting, side by side. */
export interface Comparison {
  readonly first: MeetingRecord;
  readonly second: MeetingRecord;
  readonly agreement: Agreement;
}

/** Compares two finished meetings of this device, or of those that the hub gave. `MeetingMissing` when one is not here. */
export async function compareMeetings(app: App, firstId: string, secondId: string): Promise<Result<Comparison, MeetingMissing>> {
  const [first, second] = await Promise.all([recordOf(app, firstId), recordOf(app, secondId)]);
  return first && second ? ok({ first, second, agreement: agreement(first, second) }) : err({ type: 'MeetingMissing' });
}

async function recordOf(app: App, id: string): Promise<MeetingRecord | null> {
  const meeting = parseMeetingId(id);
  if (!meeting) return null;
  const own = await app.store.readRecord(meeting);
  if (own.ok && own.value) return own.value;
  const replicas = await app.store.readReplicas({ record: meeting });
  const shipped = defaultRoadmap();
  const whole = await Promise.all(replicas.map(async ({ kind, content }) => {
    if (kind !== 'record' || !content) return null;
    if (roadmapKey(shipped) === roadmapKey(content.roadmap)) return wholeRecord(content, shipped);
    const stored = await app.store.readRoadmap(content.roadmap.id, content.roadmap.version);
    return stored.ok && stored.value ? wholeRecord(content, stored.value) : null;
  }));
  return mergeRecords(whole.filter((record) => record !== null));
}
