/**
 * Files that came from outside of the page. What was shared with the app lies sealed in Cache
 * Storage (layout in `src/sw/shared-files.ts`) under a key that is in the address alone; what
 * was opened with it comes by the launch queue, where a browser has one (Chromium on desktops).
 */
const cacheName = 'qc-shared';
const fragment = /^#shared=([0-9a-f]{64})$/;

export type Shared = { readonly kind: 'none' } | { readonly kind: 'too-large' } | { readonly kind: 'files'; readonly files: readonly File[] };

/** Takes what the address speaks of, once: it is gone from the storage then. */
export async function takeShared(hash: string): Promise<Shared> {
  if (hash === '#shared-too-large') return { kind: 'too-large' };
  const hex = fragment.exec(hash)?.[1];
  if (hex === undefined || !('caches' in window)) return { kind: 'none' };
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16)), 'AES-GCM', false, ['decrypt']);
  const cache = await caches.open(cacheName);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const kept = await cache.match(request);
    const file = kept ? await opened(key, new Uint8Array(await kept.arrayBuffer())) : null;
    if (file) files.push(file);
  }
  await caches.delete(cacheName);
  return { kind: 'files', files };
}

/** Null for what was sealed under another key: an address from an earlier share. */
async function opened(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<File | null> {
  try {
    const plain = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(0, 12) }, key, bytes.subarray(12)));
    const from = 4 + new DataView(plain.buffer).getUint32(0);
    return new File([plain.subarray(from)], new TextDecoder().decode(plain.subarray(4, from)));
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

interface LaunchQueue {
  setConsumer(consumer: (params: { readonly files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/** Calls with files that the system opened with the app: https://wicg.github.io/web-app-launch/ */
export function onLaunched(listener: (files: readonly File[]) => void): void {
  const { launchQueue } = window as { readonly launchQueue?: LaunchQueue }; // not in the DOM library
  launchQueue?.setConsumer(({ files = [] }) => {
    // A file that cannot be had any more is left out, as if it had not been opened.
    if (files.length > 0) void Promise.allSettled(files.map((handle) => handle.getFile())).then((all) => {
      listener(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
    });
  });
}
