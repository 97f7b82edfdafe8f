/**
 * Which roadmap new meetings are begun with: the leader's choice, else the district's, else
 * the shipped one. Meetings keep the version that they were begun with.
 */
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { App } from '../app.ts';
import { saysTheSame } from '#app/intake/same-roadmap.ts';
import { chosenRoadmap, publishedBody, roadmapInUseSetting, type RoadmapName } from './chosen.ts';

export type { RoadmapName };

/** Whoever gives a version its number waits for all others who do (`inTurn`). */
export const versionsTurn = 'qc.roadmaps';

/** A roadmap and who says that it is to be used. */
export interface RoadmapInUse {
  readonly roadmap: Roadmap;
  readonly by: 'leader' | 'district' | 'shipped';
}

/** Keeps the leader's choice, from the next plan on; null goes back to the district's or the shipped one. Resolves at the commit. */
export const useForNewMeetings = (app: App, choice: RoadmapName | null): Promise<void> =>
  app.store.writeSetting(roadmapInUseSetting, choice && { id: choice.id, version: choice.version });

/** A version that is known here: stored, shipped, or given out by the district; null for any other. */
export async function knownRoadmap(app: App, { id, version }: RoadmapName): Promise<Roadmap | null> {
  const stored = await app.store.readRoadmap(id, version);
  if (stored.ok && stored.value) return stored.value;
  const shipped = defaultRoadmap();
  if (shipped.id === id && shipped.version === version) return shipped;
  const given = await givenRoadmap(app);
  return given?.id === id && given.version === version ? given : null;
}

async function givenRoadmap(app: App): Promise<Roadmap | null> {
  const { roadmap } = await publishedBody(app);
  const given = roadmap === undefined ? null : parseRoadmap(roadmap);
  return given?.ok ? given.value : null;
}

/**
 * The roadmap that the district gave out; null where it gave none. A version never changes:
 * where one of the same name is here with other content, that one stays in its place.
 */
export async function districtRoadmap(app: App): Promise<Roadmap | null> {
  const given = await givenRoadmap(app);
  if (!given) return null;
  const known = await knownRoadmap(app, given);
  return known && !saysTheSame(known, given) ? known : given;
}

/** The roadmap in use for new meetings, and by whose choice. A choice that is not here any more does not count. */
export async function roadmapInUse(app: App): Promise<RoadmapInUse> {
  const choice = await chosenRoadmap(app);
  const chosen = choice && await knownRoadmap(app, choice);
  if (chosen) return { roadmap: chosen, by: 'leader' };
  const given = await districtRoadmap(app);
  return given ? { roadmap: given, by: 'district' } : { roadmap: defaultRoadmap(), by: 'shipped' };
}

/** The roadmap that new meetings are begun with. */
export const roadmapForNewMeetings = async (app: App): Promise<Roadmap> => (await roadmapInUse(app)).roadmap;
