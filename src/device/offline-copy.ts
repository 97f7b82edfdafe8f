/**
 * Whether the tablet holds the whole app. The worker only tells which files belong to its
 * version; whether they are there is looked up in Cache Storage, file by file: a worker may
 * be active over an empty cache, and a browser may evict a part.
 */
import { askWorker } from './ask-worker.ts';
import type { OfflineCopy } from './shell.ts';

const answerLimitMs = 3_000;
const mendLimitMs = 120_000;

/** Looks at the copy that belongs to the active worker; 'checking' while there is none. */
export async function lookAtOfflineCopy(registration: ServiceWorkerRegistration): Promise<OfflineCopy> {
  if (!('caches' in self)) return { kind: 'impossible' };
  if (!registration.active) return { kind: 'checking' };
  const wanted = readFiles(await askWorker(registration.active, { type: 'LIST_FILES' }, answerLimitMs));
  return wanted ? compareCopy(wanted, await storedAddresses()) : { kind: 'checking' };
}

/** Has the worker fetch what is missing; resolves when it has tried. */
export async function mendOfflineCopy(registration: ServiceWorkerRegistration): Promise<void> {
  if (registration.active) await askWorker(registration.active, { type: 'MEND_FILES' }, mendLimitMs);
}

/** The state of a copy that should hold `wanted` and does hold `stored`. */
export function compareCopy(wanted: readonly string[], stored: ReadonlySet<string>): OfflineCopy {
  const missing = wanted.filter((address) => !stored.has(address)).length;
  const files = wanted.length;
  return missing === 0 && files > 0 ? { kind: 'whole', files } : { kind: 'incomplete', missing, files };
}

async function storedAddresses(): Promise<ReadonlySet<string>> {
  const stored = new Set<string>();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) stored.add(request.url);
  }
  return stored;
}

function readFiles(answer: unknown): readonly string[] | null {
  if (typeof answer !== 'object' || answer === null || !('cacheKeys' in answer)) return null;
  const keys: unknown = answer.cacheKeys;
  return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : null;
}
