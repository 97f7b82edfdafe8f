/** The leader's choice of a roadmap, and what little of it is asked outside of planning; apart from reading whole roadmaps. */
import { limits } from '#domain/roadmap/limits.ts';
import { z } from '#domain/zod.ts';
import type { App } from '../app.ts';

/** A version by its name. */
export interface RoadmapName {
  readonly id: string;
  readonly version: string;
}

/** The setting's name. */
export const roadmapInUseSetting = 'roadmap-in-use';

const nameSchema = z.looseObject({ id: z.string(), version: z.string() });
const monthsSchema = z.looseObject({
  district: z.looseObject({ retentionMonths: z.number().check(z.int(), z.gte(1), z.lte(limits.retentionMonths)) }),
});
/** The row of `sync` that the engine keeps; its signature was checked before it was kept. */
const publishedSchema = z.looseObject({ body: z.looseObject({ roadmap: z.optional(z.unknown()), settings: z.optional(z.unknown()) }) });

/** What the district gave out, as it was signed and not read any further; empty where it gave nothing. */
export async function publishedBody({ store }: Pick<App, 'store'>): Promise<{ readonly roadmap?: unknown; readonly settings?: unknown }> {
  const row = publishedSchema.safeParse(await store.readNamed('sync', 'published'));
  return row.success ? row.data.body : {};
}

/** The leader's choice; null where there is none. */
export async function chosenRoadmap({ store }: Pick<App, 'store'>): Promise<RoadmapName | null> {
  const choice = nameSchema.safeParse(await store.readSetting(roadmapInUseSetting));
  return choice.success ? { id: choice.data.id, version: choice.data.version } : null;
}

/** The id of the roadmap that ships, which is in the app and seldom stored; here to do without reading it. */
export const shippedId = 'collaborative-iep-team-meetings';

/**
 * For how many months after finishing the roadmap in use (`roadmapInUse`) keeps meetings whole;
 * null where it says nothing. One that does not open may have said anything: then the longest.
 */
export async function retentionMonthsInUse(app: Pick<App, 'store'>): Promise<number | null> {
  const choice = await chosenRoadmap(app);
  const stored = choice && await app.store.readRoadmap(choice.id, choice.version);
  if (stored && !stored.ok) return limits.retentionMonths;
  const given = async (): Promise<unknown> => (choice?.id === shippedId ? null : (await publishedBody(app)).roadmap);
  const read = monthsSchema.safeParse(stored?.value ?? await given());
  return read.success ? read.data.district.retentionMonths : null;
}
