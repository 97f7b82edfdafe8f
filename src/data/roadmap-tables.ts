/** What the store says of all roadmap versions and drafts at once; part of what comes later (`later.ts`). */
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { Guard } from './guard.ts';
import { live } from './live.ts';
import { openDraft } from './tables/drafts.ts';
import { openAll } from './tables/opened.ts';
import { openRoadmap } from './tables/roadmaps.ts';

/** All stored roadmap versions that open, in no order. */
export async function readRoadmaps(guard: Guard, key: CryptoKey): Promise<readonly Roadmap[]> {
  return (await openAll(await guard.read((db) => db.roadmaps.toArray()), (row) => openRoadmap(key, row))).values;
}

/** All drafts that open, by the key of their row, which for some is a hash. */
export async function readDrafts(guard: Guard, key: CryptoKey): Promise<ReadonlyMap<string, unknown>> {
  const rows = await guard.read((db) => db.drafts.toArray());
  const opened = await Promise.all(rows.map(async (row) => [row.id, await openDraft(key, row)] as const));
  return new Map(opened.flatMap(([id, draft]) => (draft.ok ? [[id, draft.value] as const] : [])));
}

/** Calls at once and whenever any tab changes a roadmap, a draft or a setting. Returns the way to stop. */
export function watchRoadmaps(guard: Guard, on: () => void): () => void {
  let stopped = false;
  const stop = live(guard, (db) => Promise.all([db.roadmaps.toArray(), db.drafts.toArray(), db.settings.toArray()]), () => {
    if (!stopped) on();
    return Promise.resolve();
  });
  return () => {
    stopped = true;
    stop();
  };
}
