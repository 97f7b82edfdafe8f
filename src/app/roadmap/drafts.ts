/**
 * Roadmaps being written. Each is one row among the drafts, under a random id, overwritten at
 * each pause of typing. What a draft was made from is kept by its name: versions do not change.
 */
import { isUuid } from '#domain/ids.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { draftFrom, emptyDraft, type RoadmapDraft } from '#domain/roadmap/draft.ts';
import { isOwnRoadmap, type Roadmap } from '#domain/roadmap/roadmap.ts';
import { z } from '#domain/zod.ts';
import type { App } from '../app.ts';
import { knownRoadmap, type RoadmapName } from './in-use.ts';
import { isShipped, shippedTexts } from './shipped-texts.ts';

export type { RoadmapDraft } from '#domain/roadmap/draft.ts';

/** What tells a roadmap's row from a note that is being typed. */
const kind = 'roadmap-draft';
const rowSchema = z.looseObject({
  kind: z.literal(kind), keptAtMs: z.number(),
  roadmap: z.custom<Roadmap>(isOwnRoadmap),
  base: z.nullable(z.looseObject({ id: z.string(), version: z.string() })),
});

/** A draft as a list names it. */
export interface ListedDraft {
  readonly id: string;
  readonly title: string;
  readonly phases: number;
  readonly items: number;
  /** The version that it was made from; null when it was begun empty. */
  readonly basedOn: RoadmapName | null;
  readonly keptAtMs: number;
}

/** True for the row of a roadmap's draft, whatever came of it. */
export const isRoadmapDraft = (row: unknown): boolean => rowSchema.safeParse(row).success;

/** Where a new draft begins: nothing but a title, or a version. The shipped one and those of others are copied under an id of their own. */
export type DraftBeginning =
  | { readonly title: string }
  | { readonly from: Roadmap; readonly asCopy: boolean };

/** Begins a draft and keeps it; resolves with its id at the commit. The shipped roadmap is always copied, with its Spanish. */
export async function beginDraft(app: App, beginning: DraftBeginning): Promise<{ readonly id: string; readonly draft: RoadmapDraft }> {
  const draft = begun(app, beginning);
  return { id: await addDraft(app, draft), draft };
}

function begun(app: App, beginning: DraftBeginning): RoadmapDraft {
  const newId = `own-${app.newId()}`;
  if ('title' in beginning) return emptyDraft(newId, beginning.title);
  const { from, asCopy } = beginning;
  const draft = draftFrom(from, asCopy || isShipped(from) ? { asCopyWithId: newId } : {});
  const texts = shippedTexts(from, 'es');
  return texts ? { ...draft, roadmap: { ...draft.roadmap, translations: { ...draft.roadmap.translations, es: texts } } } : draft;
}

/**
 * Keeps a draft that came about elsewhere, such as one from a file, with the version that it
 * was made from; resolves with its new id. One that goes under the shipped roadmap's name gets
 * a name of its own: what ships is never continued here.
 */
export async function addDraft(app: App, draft: RoadmapDraft): Promise<string> {
  const id = app.newId();
  const { base, roadmap } = draft;
  if (base && !(await isStored(app, base))) await app.store.write({ roadmap: base });
  await keepDraft(app, id, roadmap.id === defaultRoadmap().id ? { base, roadmap: { ...roadmap, id: `own-${app.newId()}` } } : draft);
  return id;
}

const isStored = async (app: App, { id, version }: RoadmapName): Promise<boolean> => {
  const stored = await app.store.readRoadmap(id, version);
  return stored.ok && stored.value !== null;
};

/** Keeps what was written; resolves at the commit, never rejects (the store keeps trying). */
export const keepDraft = (app: App, id: string, { roadmap, base }: RoadmapDraft): Promise<void> =>
  app.store.writeDraft(id, { kind, roadmap, base: base && { id: base.id, version: base.version }, keptAtMs: app.nowMs() });

/** The kept draft; null where there is none. Its base is null too where that version does not open. */
export async function openDraft(app: App, id: string): Promise<RoadmapDraft | null> {
  const row = isUuid(id) ? rowSchema.safeParse(await app.store.readDraft(id)) : null;
  if (!row?.success) return null;
  const { roadmap, base } = row.data;
  return { roadmap, base: base && await knownRoadmap(app, base) };
}

/** Takes a draft away; resolves at the commit. */
export const dropDraft = (app: App, id: string): Promise<void> => app.store.writeDraft(id, null);

/** All drafts, the latest kept first. */
export async function listDrafts(app: App): Promise<ListedDraft[]> {
  return [...await app.store.readDrafts()].flatMap(([id, value]): ListedDraft[] => {
    const row = rowSchema.safeParse(value);
    if (!row.success) return [];
    const { roadmap, base, keptAtMs } = row.data;
    return [{ id, title: roadmap.title, phases: roadmap.phases.length, items: roadmap.items.length, basedOn: base && { id: base.id, version: base.version }, keptAtMs }];
  }).sort((a, b) => b.keptAtMs - a.keptAtMs);
}
