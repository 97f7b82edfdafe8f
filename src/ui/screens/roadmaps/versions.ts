/** What the addresses of the roadmap screens name: a version, a draft, or two of them to compare. */
import type { App } from '#app/app.ts';
import { openDraft, type RoadmapDraft } from '#app/roadmap/drafts.ts';
import { knownRoadmap } from '#app/roadmap/in-use.ts';
import { versionsOf } from '#app/roadmap/publish-draft.ts';
import { shippedTexts } from '#app/roadmap/shipped-texts.ts';
import { nextVersion } from '#domain/roadmap/publish.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { inVersionOrder } from '#domain/roadmap/version-order.ts';

export interface Shown {
  readonly roadmap: Roadmap;
  /** Of a draft, the one that it will be. */
  readonly version: string;
  /** Where one came from: the draft's editor, or the list. */
  readonly back: string;
}

export interface Pair {
  readonly from: Roadmap;
  readonly to: Roadmap;
  readonly fromVersion: string;
  readonly toVersion: string;
  /** All versions of the roadmap, oldest first; none for a draft. */
  readonly versions: readonly string[];
  readonly back: string;
  readonly isDraft: boolean;
}

/** The version that a draft of this roadmap will be. */
export const comingVersion = async (app: App, id: string): Promise<string> => nextVersion(await versionsOf(app, id));

/** A draft with what it was made from; the shipped one with its Spanish, which a copy of it has too. */
export async function draftAt(app: App, id: string): Promise<RoadmapDraft | null> {
  const draft = await openDraft(app, id);
  const es = draft?.base ? shippedTexts(draft.base, 'es') : undefined;
  return draft?.base && es ? { ...draft, base: { ...draft.base, translations: { ...draft.base.translations, es } } } : draft;
}

/** The roadmap of `?draft=` or `?id=&version=`; null when it is not here. */
export async function roadmapAt(app: App, query: URLSearchParams): Promise<Shown | null> {
  const draftId = query.get('draft');
  if (draftId !== null) {
    const draft = await draftAt(app, draftId);
    return draft && { roadmap: draft.roadmap, version: await comingVersion(app, draft.roadmap.id), back: `/roadmaps/edit?id=${draftId}` };
  }
  const version = query.get('version') ?? '';
  const roadmap = await knownRoadmap(app, { id: query.get('id') ?? '', version });
  return roadmap && { roadmap, version, back: '/roadmaps' };
}

/** The two of `?draft=` (with what it was made from) or `?id=&from=&to=`; null when one is not here. */
export async function pairAt(app: App, query: URLSearchParams): Promise<Pair | null> {
  const draftId = query.get('draft');
  if (draftId !== null) {
    const draft = await draftAt(app, draftId);
    if (!draft?.base) return null;
    const toVersion = await comingVersion(app, draft.roadmap.id);
    return { from: draft.base, to: draft.roadmap, fromVersion: draft.base.version, toVersion, versions: [], back: `/roadmaps/edit?id=${draftId}`, isDraft: true };
  }
  const [id, fromVersion, toVersion] = ['id', 'from', 'to'].map((name) => query.get(name) ?? '');
  if (id === undefined || fromVersion === undefined || toVersion === undefined) return null;
  const [from, to, versions] = await Promise.all([knownRoadmap(app, { id, version: fromVersion }), knownRoadmap(app, { id, version: toVersion }), versionsOf(app, id)]);
  return from && to && { from, to, fromVersion, toVersion, versions: versions.toSorted(inVersionOrder), back: '/roadmaps', isDraft: false };
}
