/** Roadmap versions that meetings were begun with. The key is a hash, since a district's roadmap may name it. */
import { ok, type Result } from '#domain/result.ts';
import { isOwnRoadmap, type Roadmap } from '#domain/roadmap/roadmap.ts';
import { openRow, sealRow, type Place } from '#seal/row.ts';
import type { Database, RoadmapRow } from '../database.ts';
import { hashed } from '../hashed-key.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';
import { misfit } from './opened.ts';

const table = 'roadmaps';
const placeOf = (key: string): Place => ({ table, key });

/** The key of a version; made before the transaction, since hashing waits. */
export const roadmapKey = (id: string, version: string): Promise<string> => hashed(JSON.stringify([id, version]));

/** The sealed row of a roadmap. */
export async function sealRoadmap(key: CryptoKey, roadmap: Roadmap): Promise<SealedRow> {
  const rowKey = await roadmapKey(roadmap.id, roadmap.version);
  const row: RoadmapRow = { key: rowKey, sealed: await sealRow(key, placeOf(rowKey), roadmap) };
  return { table, key: rowKey, row };
}

/** The roadmap of a row; `DamagedRow` when it does not open or does not hold together. */
export async function openRoadmap(key: CryptoKey, row: RoadmapRow): Promise<Result<Roadmap, DamagedRow>> {
  const inside = await openRow(key, placeOf(row.key), row.sealed);
  if (!inside.ok) return inside;
  return isOwnRoadmap(inside.value) ? ok(inside.value) : misfit(placeOf(row.key));
}

/** The row of a key. */
export const roadmapRow = (db: Database, key: string): PromiseLike<RoadmapRow | undefined> => db.roadmaps.get(key);
