import { err } from '#domain/result.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { App } from '../app.ts';
import type { ImportObstacle } from './obstacle.ts';

/**
 * A roadmap version never changes. A file whose version says something else than the one
 * that is here is refused: taking it would change what other meetings ask.
 */
export async function roadmapObstacle(
  app: App,
  { roadmap, meeting }: Pick<MeetingRecord, 'roadmap' | 'meeting'>,
): Promise<{ readonly ok: false; readonly error: ImportObstacle } | null> {
  const { id, version } = roadmap;
  const listed = (await app.store.readMeeting(meeting))?.digest.roadmap;
  if (listed && (listed.id !== id || listed.version !== version)) return err({ type: 'RoadmapDiffers', id, version });
  const stored = await app.store.readRoadmap(id, version);
  const shipped = defaultRoadmap();
  const known = stored.ok && stored.value ? stored.value : shipped.id === id && shipped.version === version ? shipped : null;
  return known && canonical(known) !== canonical(roadmap) ? err({ type: 'RoadmapDiffers', id, version }) : null;
}

/** True when two roadmaps say the same. */
export const saysTheSame = (a: Roadmap, b: Roadmap): boolean => canonical(a) === canonical(b);

/** The same text for the same content, whatever the order of keys and whichever defaults were spelled out. */
function canonical(roadmap: Roadmap): string {
  const parsed = parseRoadmap(roadmap);
  return JSON.stringify(sorted(parsed.ok ? parsed.value : roadmap));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
