/** Seals what goes in together. All of it at once, before any transaction. */
import type { MeetingRecord } from '#domain/record/record.ts';
import type { Bundle } from './store.ts';
import type { SealedRow } from './sealed-rows.ts';
import { sealChange } from './tables/changes.ts';
import { sealLine } from './tables/log.ts';
import { sealListed } from './tables/meetings.ts';
import { sealRoadmap } from './tables/roadmaps.ts';

/** The sealed rows of a bundle. */
export const sealBundle = (key: CryptoKey, bundle: Bundle): Promise<SealedRow[]> =>
  Promise.all([
    ...(bundle.changes ?? []).map((change) => sealChange(key, change)),
    ...(bundle.listed ? [sealListed(key, bundle.listed)] : []),
    ...(bundle.record ? [sealLateRecord(key, bundle.record)] : []),
    ...(bundle.roadmap ? [sealRoadmap(key, bundle.roadmap)] : []),
    ...(bundle.log ? [sealLine(key, bundle.log)] : []),
  ]);

/** Its file comes with a meeting's (build/chunks.ts): whoever finishes one has it. */
async function sealLateRecord(key: CryptoKey, record: MeetingRecord): Promise<SealedRow> {
  const { sealRecord } = await import('./tables/records.ts');
  return sealRecord(key, record);
}

/** What a bundle counts as among what waits: its changes, or 1 when it has none. */
export const countOf = ({ changes }: Bundle): number => Math.max(changes?.length ?? 0, 1);
