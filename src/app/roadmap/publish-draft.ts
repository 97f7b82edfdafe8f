/** From a draft to a version that never changes, and versions that come from outside. */
import { inTurn } from '#device/in-turn.ts';
import { localDay } from '#domain/local-day.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { DraftFault } from '#domain/roadmap/draft-faults.ts';
import type { RoadmapDraft } from '#domain/roadmap/draft.ts';
import { nextVersion, publishedFrom } from '#domain/roadmap/publish.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { App } from '../app.ts';
import { saysTheSame } from '#app/intake/same-roadmap.ts';
import { dropDraft } from './drafts.ts';
import { districtRoadmap, knownRoadmap, versionsTurn } from './in-use.ts';

export type PublishObstacle =
  /** What stands in the way, each at its place. */
  | { readonly type: 'DraftFaults'; readonly faults: readonly DraftFault[] }
  /** Another content of this version is here. */
  | { readonly type: 'RoadmapDiffers'; readonly id: string; readonly version: string };

/** The versions of a roadmap that are known here, in no order. */
export async function versionsOf(app: App, id: string): Promise<string[]> {
  const all = [...await app.store.readRoadmaps(), defaultRoadmap(), ...[await districtRoadmap(app)].flatMap((given) => given ?? [])];
  return [...new Set(all.filter((roadmap) => roadmap.id === id).map(({ version }) => version))];
}

/**
 * Publishes a draft as the next version of its roadmap and takes the draft away; resolves at
 * the commit. One after the other, in all tabs: two of them would take the same number. Meetings keep the versions that they have; new ones take it once it is chosen.
 */
export const publishDraft = (app: App, id: string, draft: RoadmapDraft): Promise<Result<Roadmap, PublishObstacle>> =>
  inTurn(versionsTurn, () => publishNow(app, id, draft));

async function publishNow(app: App, id: string, draft: RoadmapDraft): Promise<Result<Roadmap, PublishObstacle>> {
  const version = nextVersion(await versionsOf(app, draft.roadmap.id));
  const published = publishedFrom(draft, { version, onDate: localDay(app.nowMs()) });
  if (!published.ok) return err({ type: 'DraftFaults', faults: published.error });
  const added = await addRoadmap(app, published.value);
  if (!added.ok) return added;
  await dropDraft(app, id);
  return ok(published.value);
}

/** Stores a version as it is, once; `here` when it is already. A version that is here with another content is refused. */
export async function addRoadmap(app: App, roadmap: Roadmap): Promise<Result<'added' | 'here', PublishObstacle>> {
  const { id, version } = roadmap;
  const known = await knownRoadmap(app, { id, version });
  if (known && !saysTheSame(known, roadmap)) return err({ type: 'RoadmapDiffers', id, version });
  const stored = known === null ? null : await app.store.readRoadmap(id, version);
  if (stored?.ok && stored.value) return ok('here');
  await app.store.write({ roadmap });
  return ok('added');
}
