/** What this app keeps beside its database: a few words in localStorage and sessionStorage, and the marker. */
import { removeMarker } from './storage-marker.ts';

const prefix = 'qc.';

/** Removes all of it. The app's program files stay. */
export async function eraseTraces(): Promise<void> {
  await removeMarker();
  for (const storage of [storageOf('localStorage'), storageOf('sessionStorage')]) {
    if (!storage) continue;
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
    for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key);
  }
}

/** Null where site data is barred: touching it throws there. */
function storageOf(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return self[name];
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
