import { cacheNames } from 'workbox-core';

/** A file of the offline copy: where it comes from, under which address it lies, what it must be. */
export interface Kept {
  readonly url: string;
  readonly cacheKey: string;
  readonly integrity: string | undefined;
}

/**
 * Fetches what is missing of the offline copy. Workbox mends a file only when a page asks
 * for it, which may be first in a room without a network. What cannot be had now, or is of
 * another version by now, stays missing and is told as such.
 */
export async function mendFiles(files: readonly Kept[]): Promise<void> {
  const cache = await caches.open(cacheNames.precache);
  for (const { url, cacheKey, integrity } of files) {
    if (integrity === undefined || (await cache.match(cacheKey))) continue;
    const answer = await fetch(url, { integrity, cache: 'reload', credentials: 'same-origin' }).catch(() => null);
    if (answer?.ok && !answer.redirected) await cache.put(cacheKey, answer);
  }
}
