/** Seals what goes in together. All of it at once, before any transaction. */
import { fetchLater } from './fetch-later.ts';
import type { Bundle } from './store.ts';
import type { SealedRow } from './sealed-rows.ts';
import { sealChange } from './tables/changes.ts';
import { sealListed } from './tables/meetings.ts';
import { sealRoadmap } from './tables/roadmaps.ts';

/** The sealed rows of a bundle. */
export async function sealBundle(key: CryptoKey, bundle: Bundle): Promise<SealedRow[]> {
  const { changes = [], listed, record, roadmap, log, parts = [] } = bundle;
  const late = record || log || isOfSync(bundle) ? await fetchLater() : null; // is here: it comes with a meeting's file
  const own = await Promise.all([
    ...changes.map((change) => sealChange(key, change)),
    ...(listed ? [sealListed(key, listed)] : []),
    // What patterns keep of the meeting is computed anew from the record.
    ...(record && late ? [late.sealRecord(key, record), goneDerived(record.meeting)] : []),
    ...(roadmap ? [sealRoadmap(key, roadmap)] : []),
    ...(log && late ? [late.sealLine(key, log)] : []),
    ...(late && isOfSync(bundle) ? late.sealSynced(key, bundle) : []),
  ]);
  if (parts.length === 0) return own;
  return [...own, ...(await Promise.all(parts.map((part) => sealBundle(key, part)))).flat()];
}

const goneDerived = (meeting: string): Promise<SealedRow> => Promise.resolve({ table: 'derived', key: meeting, row: null });

const isOfSync = ({ outbox, outboxGone, replicas, receipts, receiptsGone, replicasGone, sync, derived }: Bundle): boolean =>
  [outbox, outboxGone, replicas, receipts, receiptsGone, replicasGone, sync, derived].some((rows) => rows !== undefined);

/** What a bundle counts as among what waits: its changes, or 1 when it has none. */
export const countOf = ({ changes, parts = [] }: Bundle): number =>
  Math.max((changes?.length ?? 0) + parts.reduce((sum, part) => sum + (part.changes?.length ?? 0), 0), 1);
