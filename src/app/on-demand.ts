/** Parts of the layers below that are fetched on demand. */
import { formats } from '#export/registry.ts';

export { preloadLazy } from '#device/update.ts';

/** Fetches the writers of all formats, so that an export works after this version's files are gone. */
export const preloadWriters = (): Promise<unknown> => Promise.all(Object.values(formats).map(({ load }) => load()));
