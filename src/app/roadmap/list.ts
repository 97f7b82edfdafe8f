/** All roadmaps of this device: versions with their use, and drafts. */
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { inVersionOrder } from '#domain/roadmap/version-order.ts';
import type { ListedMeeting } from '#data/store.ts';
import type { App } from '../app.ts';
import { listDrafts, type ListedDraft } from './drafts.ts';
import { districtRoadmap, roadmapInUse, type RoadmapInUse } from './in-use.ts';

export type { ListedDraft, RoadmapInUse };

export interface ListedRoadmap {
  readonly roadmap: Roadmap;
  /** `own`: published here, brought in, or come along with a meeting. */
  readonly from: 'shipped' | 'district' | 'own';
  /** Meetings of this device that were begun with it, samples left aside. */
  readonly meetings: number;
  /** The earliest day of them, `YYYY-MM-DD`; null where none has a day. */
  readonly since: string | null;
  /** True for the one that new meetings are begun with. */
  readonly inUse: boolean;
}

export interface Roadmaps {
  /** The one in use first; then by title, the versions of a roadmap from the newest. */
  readonly versions: readonly ListedRoadmap[];
  readonly drafts: readonly ListedDraft[];
  readonly inUse: RoadmapInUse;
}

const nameOf = ({ id, version }: { readonly id: string; readonly version: string }): string => `${id}\n${version}`;

/** All versions and drafts as they are now. */
export async function readRoadmaps(app: App): Promise<Roadmaps> {
  const [stored, district, inUse, drafts, { meetings }] = await Promise.all([
    app.store.readRoadmaps(), districtRoadmap(app), roadmapInUse(app), listDrafts(app), app.store.readMeetings(),
  ]);
  const shipped = defaultRoadmap();
  const all = new Map<string, Pick<ListedRoadmap, 'roadmap' | 'from'>>();
  for (const roadmap of stored) all.set(nameOf(roadmap), { roadmap, from: 'own' });
  if (district) all.set(nameOf(district), { roadmap: district, from: 'district' });
  all.set(nameOf(shipped), { roadmap: shipped, from: 'shipped' });
  const used = usesOf(meetings);
  const current = nameOf(inUse.roadmap);
  const versions = [...all].map(([name, { roadmap, from }]): ListedRoadmap =>
    ({ roadmap, from, meetings: 0, since: null, ...used.get(name), inUse: name === current }));
  return { versions: versions.sort(inOrder), drafts, inUse };
}

/** The stored versions, the later ones of a roadmap last; for their words in other languages. */
export const storedRoadmaps = async (app: App): Promise<readonly Roadmap[]> =>
  [...await app.store.readRoadmaps()].sort((a, b) => inVersionOrder(a.version, b.version));

function inOrder(a: ListedRoadmap, b: ListedRoadmap): number {
  if (a.inUse !== b.inUse) return a.inUse ? -1 : 1;
  const [one, other] = [a.roadmap, b.roadmap];
  if (one.id !== other.id) return one.title.localeCompare(other.title) || (one.id < other.id ? -1 : 1);
  return inVersionOrder(other.version, one.version);
}

function usesOf(meetings: readonly ListedMeeting[]): ReadonlyMap<string, Pick<ListedRoadmap, 'meetings' | 'since'>> {
  const uses = new Map<string, { meetings: number; since: string | null }>();
  for (const { digest } of meetings) {
    if (digest.sample) continue;
    const name = nameOf(digest.roadmap);
    const use = uses.get(name) ?? { meetings: 0, since: null };
    const { onDate } = digest;
    uses.set(name, { meetings: use.meetings + 1, since: onDate !== null && (use.since === null || onDate < use.since) ? onDate : use.since });
  }
  return uses;
}

/** Calls at once and whenever roadmaps, drafts, their use or the choice change, in this tab or another. Returns the way to stop. */
export function watchRoadmaps(app: App, on: (roadmaps: Roadmaps) => void): () => void {
  let stopped = false;
  let asked = 0;
  const look = (): void => {
    const mine = (asked += 1);
    void readRoadmaps(app).then((roadmaps) => { if (!stopped && mine === asked) on(roadmaps); });
  };
  const stops = [app.store.watchRoadmaps(look), app.store.watchMeetings(look), app.store.watchNamed('sync', look)];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}
