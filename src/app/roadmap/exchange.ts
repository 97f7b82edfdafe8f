/** Roadmaps that come from elsewhere and that are handed on. Nothing of one is about anybody, so no reason is asked and no line is logged. */
import { inTurn } from '#device/in-turn.ts';
import { saveFile } from '#device/save-file.ts';
import { canShare, shareFile } from '#device/share.ts';
import { completedFrom } from '#domain/roadmap/completed-from.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { differences } from '#domain/roadmap/diff-versions.ts';
import { leftOutOfTables } from '#domain/roadmap/exchange-columns.ts';
import type { Language } from '#domain/roadmap/limits.ts';
import { nextVersion } from '#domain/roadmap/publish.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { roadmapFormats } from '#export/registry.ts';
import type { FormWords, RoadmapFormatId } from '#export/roadmap-format.ts';
import type { ReadRoadmapObstacle, ReadRoadmapOptions, RoadmapPreview } from '#intake/roadmap/preview.ts';
import type { App, StoreObstacle } from '../app.ts';
import { districtRoadmap, knownRoadmap, roadmapForNewMeetings, versionsTurn } from './in-use.ts';
import { shippedTexts } from './shipped-texts.ts';
import type { ExportedFile } from '#app/export/exported-file.ts';
import { fetchWriter, type WriterMissing } from '#app/export/fetch-writer.ts';
import { saysTheSame } from '#app/intake/same-roadmap.ts';

export type { NotFitting, ReadRoadmapObstacle, RoadmapForm, RoadmapPreview, Unfit } from '#intake/roadmap/preview.ts';
export type { FormWords, RoadmapFormatId } from '#export/roadmap-format.ts';
export type { WriterMissing } from '#app/export/fetch-writer.ts';

/** How a roadmap stands to what is here. */
export interface RoadmapStanding {
  /** None of its versions is here; others are; this one is; this version is here and says something else. */
  readonly kind: 'new' | 'other-version' | 'here' | 'differs';
  /** The version that it is compared with: that of the same name, else the latest; null where none is here. */
  readonly against: Roadmap | null;
  /** As it would be kept: under its own version, or under the next one where that is taken. */
  readonly kept: Roadmap;
}

/** What can be in the way of keeping one. Nothing has been changed then. */
export interface RoadmapNotKept {
  readonly type: 'RoadmapNotKept';
  readonly because: StoreObstacle['type'];
}

/** Reads a file of a roadmap; nothing is kept. */
export async function previewRoadmapFile(file: File, options: ReadRoadmapOptions = {}): Promise<Result<RoadmapPreview, ReadRoadmapObstacle>> {
  const { readRoadmap } = await import('#intake/roadmap/read-roadmap.ts');
  return readRoadmap(file, options);
}

/** What stands in an address after `#r=`; null where nothing does. */
export const roadmapInHash = (hash: string): string | null => /^#r=(.+)$/.exec(hash)?.[1] ?? null;

/** Reads a roadmap out of a link; nothing is kept. */
export async function previewRoadmapLink(packed: string): Promise<Result<RoadmapPreview, ReadRoadmapObstacle>> {
  const { readRoadmapLink } = await import('#intake/roadmap/read-link.ts');
  return readRoadmapLink(packed);
}

type Came = Pick<RoadmapPreview, 'roadmap' | 'from'>;

/** How it stands to the versions of the same roadmap that are here. */
export async function standingOfRoadmap(app: App, { roadmap, from }: Came): Promise<RoadmapStanding> {
  const here = await versionsHere(app, roadmap.id);
  const same = here.find(({ version }) => version === roadmap.version) ?? null;
  const against = same ?? here.at(-1) ?? null;
  const isWhole = from === 'json' || from === 'link';
  if (same && (isWhole ? saysTheSame(same, roadmap) : [same, withShippedTexts(same)].some((one) => isAsInTables(one, roadmap)))) return { kind: 'here', against: same, kept: same };
  const whole = isWhole || !against ? roadmap : completedFrom(roadmap, against);
  if (same) return { kind: 'differs', against, kept: { ...whole, version: nextVersion(here.map(({ version }) => version)) } };
  return { kind: against ? 'other-version' : 'new', against, kept: whole };
}

/** True where nothing differs but what a table has no place for. */
const isAsInTables = (here: Roadmap, came: Roadmap): boolean => differences(here, completedFrom(came, here)).length === 0;

/** Keeps it as a version of its own, whole or not at all. Compared anew: another tab may have kept it meanwhile. */
export const keepRoadmap = (app: App, came: Came): Promise<Result<Roadmap, RoadmapNotKept>> => inTurn(versionsTurn, () => keepNow(app, came));

async function keepNow(app: App, came: Came): Promise<Result<Roadmap, RoadmapNotKept>> {
  const { kind, kept } = await standingOfRoadmap(app, came);
  if (kind === 'here') return ok(kept);
  const written = await app.store.writeEverything({ roadmaps: [kept] });
  return written.ok ? ok(kept) : err({ type: 'RoadmapNotKept', because: written.error.type });
}

/** The versions of a roadmap that are here, the latest last. */
async function versionsHere(app: App, id: string): Promise<readonly Roadmap[]> {
  const all = [defaultRoadmap(), ...[await districtRoadmap(app)].flatMap((given) => given ?? []), ...await app.store.readRoadmaps()];
  const byVersion = new Map(all.filter((roadmap) => roadmap.id === id).map((roadmap) => [roadmap.version, roadmap]));
  return [...byVersion.values()].sort((a, b) => Number(nextVersion([a.version])) - Number(nextVersion([b.version])));
}

/** The roadmap of an address; the one for new meetings where none is named; null where it is not here. */
export const roadmapNamed = (app: App, id: string | null, version: string | null): Promise<Roadmap | null> =>
  (id === null || version === null ? roadmapForNewMeetings(app) : knownRoadmap(app, { id, version }));

/** The shipped roadmap with its Spanish, which stands beside it in the app and has no place there in other tools. */
function withShippedTexts(roadmap: Roadmap): Roadmap {
  const es = shippedTexts(roadmap, 'es');
  return es ? { ...roadmap, translations: { es } } : roadmap;
}

/** A file of it, ready to be saved or shared. Named by its id: no roadmap says anything of anybody. */
export async function prepareRoadmap(roadmap: Roadmap, form: RoadmapFormatId, words: Readonly<Record<Language, FormWords>>): Promise<Result<ExportedFile, WriterMissing>> {
  const { meta: { extension, mediaType, whole }, load } = roadmapFormats[form];
  const writer = await fetchWriter(load);
  if (!writer.ok) return writer;
  const name = `${whole ? 'roadmap' : `roadmap-${form === 'roadmap-csv' ? 'table' : 'form'}`}-${roadmap.id.slice(0, 60)}-${roadmap.version.replaceAll(/[^a-z0-9]+/giu, '-').slice(0, 20)}.${extension}`;
  return ok({ name, mediaType, bytes: await writer.value.write(whole ? roadmap : withShippedTexts(roadmap), words) });
}

/** What a form has no place for. */
export const leftOutOf = (roadmap: Roadmap, form: RoadmapFormatId): ReturnType<typeof leftOutOfTables> => (roadmapFormats[form].meta.whole ? [] : leftOutOfTables(roadmap));

export const canShareRoadmap = (form: RoadmapFormatId): boolean => {
  const { extension, mediaType } = roadmapFormats[form].meta;
  return canShare({ name: `roadmap.${extension}`, mediaType });
};

/** Hands the file to the browser's download. Call it from the handler of a tap. */
export const saveRoadmap = (file: ExportedFile): void => { saveFile(file); };

/** Opens the share sheet. Call it from the handler of a tap, with the file ready. */
export const shareRoadmap = (file: ExportedFile): ReturnType<typeof shareFile> => shareFile(file);

/** A code with more signs is too fine for the cameras of some tablets. A code of the largest kind holds 2,953. */
const mostInCode = 1_600;

/** The link that carries the whole roadmap, and whether a code can show it. */
export async function roadmapLink(roadmap: Roadmap, origin: string): Promise<Result<{ readonly link: string; readonly fits: boolean }, WriterMissing>> {
  const pack = await fetchWriter(() => import('#export/roadmap-link/pack.ts'));
  if (!pack.ok) return pack;
  const link = `${origin}/roadmaps/bring-in#r=${pack.value.packedRoadmap(roadmap)}`;
  return ok({ link, fits: link.length <= mostInCode });
}
