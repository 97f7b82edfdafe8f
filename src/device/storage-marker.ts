/**
 * A marker beside the database: that this browser has kept pages, since when, and whether
 * there was a meeting among them. No count, no name. It lies in two places, since a browser
 * may clear one and not the other.
 */
import { remember, remembered } from './remember.ts';

const key = 'qc.kept';
const cacheName = 'qc-kept';
const address = '/kept-marker';

/** The marker's text from either place; null when it is in neither. */
export async function readMarker(): Promise<string | null> {
  const near = remembered(key);
  if (near !== null) return near;
  const answer = await (await cacheOf())?.match(address);
  return (await answer?.text()) ?? null;
}

/** Writes the marker to both places; where one is barred, to the other. */
export async function writeMarker(text: string): Promise<void> {
  remember(key, text);
  await (await cacheOf())?.put(address, new Response(text, { headers: { 'content-type': 'application/json' } }));
}

export async function removeMarker(): Promise<void> {
  if ('caches' in self) await caches.delete(cacheName).catch(() => false); // barred: then nothing was there
}

async function cacheOf(): Promise<Cache | null> {
  if (!('caches' in self)) return null;
  try {
    return await caches.open(cacheName);
  } catch (error) {
    if (error instanceof DOMException) return null; // private window or barred site data
    throw error;
  }
}
