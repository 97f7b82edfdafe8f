/**
 * Files that another app shares with this one (Web Share Target). The share arrives as a POST
 * that no server sees: the files are sealed and kept until the page takes them, and the page
 * opens. The key is in the fragment of the address that opens, and nowhere else, so what lies
 * in Cache Storage says nothing: a share that nobody takes is gone with its address.
 *
 * Layout, read by `src/device/shared-files.ts`: cache `qc-shared`, entries `/shared-files/0` and
 * on; each is 12 bytes of nonce and AES-256-GCM of the name's length (4 bytes), name, content.
 * The next share takes the place of one that was not taken.
 */
const cacheName = 'qc-shared';
const limitBytes = 64_000_000;
const limitFiles = 20;

/** Where the manifest sends a share. */
export const sharePath = '/shared-files';
const screen = '/tablet/bring-in';

/** Keeps what was shared, and answers with the address of the page that takes it. */
export async function keepShared(request: Request): Promise<Response> {
  await caches.delete(cacheName);
  const form = await request.formData();
  const files = form.getAll('files').filter((part) => part instanceof File);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length === 0) return Response.redirect(screen, 303);
  if (bytes > limitBytes || files.length > limitFiles) return Response.redirect(`${screen}#shared-too-large`, 303);
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const cache = await caches.open(cacheName);
  for (const [at, file] of files.entries()) await cache.put(`${sharePath}/${String(at)}`, new Response(await sealed(key, file)));
  return Response.redirect(`${screen}#shared=${[...raw].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`, 303);
}

async function sealed(key: CryptoKey, file: File): Promise<Blob> {
  const name = new TextEncoder().encode(file.name);
  const plain = new Uint8Array(4 + name.length + file.size);
  new DataView(plain.buffer).setUint32(0, name.length);
  plain.set(name, 4);
  plain.set(new Uint8Array(await file.arrayBuffer()), 4 + name.length);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return new Blob([iv, await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)]);
}
