/** Parts of the layers below that are fetched on demand. */
import { fetchLater } from '#data/fetch-later.ts';
import { formats, roadmapFormats } from '#export/registry.ts';
import { fetchDoors } from './vault/fetch-doors.ts';

export { preloadLazy } from '#device/update.ts';

/** Fetches the writers of all formats, the seal and the zip, so that an export works after this version's files are gone. */
export const preloadWriters = (): Promise<unknown> => 
  Promise.all([...Object.values({ ...formats, ...roadmapFormats }).map(({ load }) => load()), import('#export/roadmap-link/pack.ts'), import('#export/sealed-file.ts'), import('#export/many.ts'), import('#export/page-of-patterns.ts')]);

/** Fetches what the verbs reach for when they are first called. */
export const preloadVerbs = (): Promise<unknown> => Promise.all([
  fetchLater(), fetchDoors(), import('./storage-memory.ts'), import('#intake/read-records.ts'), import('#intake/calendar/read-calendar.ts'),
  import('#intake/roadmap/read-roadmap.ts'), import('#intake/roadmap/read-link.ts'),
  import('./sync/begin.ts').then(({ fetchDesk }) => fetchDesk()),
]);
