/** Seals what goes in together. All of it at once, before any transaction. */
import { fetchLater } from './fetch-later.ts';
import type { Bundle } from './store.ts';
import type { SealedRow } from './sealed-rows.ts';
import { sealChange } from './tables/changes.ts';
import { sealListed } from './tables/meetings.ts';
import { sealRoadmap } from './tables/roadmaps.ts';

/** The sealed rows of a bundle. */
export async function sealBundle(key: CryptoKey, { changes = [], listed, record, roadmap, log }: Bundle): Promise<SealedRow[]> {
  const late = record || log ? await fetchLater() : null; // is here: it comes with a meeting's file
  return Promise.all([
    ...changes.map((change) => sealChange(key, change)),
    ...(listed ? [sealListed(key, listed)] : []),
    ...(record && late ? [late.sealRecord(key, record)] : []),
    ...(roadmap ? [sealRoadmap(key, roadmap)] : []),
    ...(log && late ? [late.sealLine(key, log)] : []),
  ]);
}

/** What a bundle counts as among what waits: its changes, or 1 when it has none. */
export const countOf = ({ changes }: Bundle): number => Math.max(changes?.length ?? 0, 1);
