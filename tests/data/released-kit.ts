/**
 * Databases as released versions left them. `dumpOf` makes such a file from a store of the
 * code as it stands, `layDown` puts a file back into the browser as that version would have
 * left it. Files under tests/fixtures/released are never made anew once a version is out.
 */
import { assert } from '#domain/result.ts';
import { withRaw } from './store-kit.ts';

/** A whole database: rows as they were sealed, and their key, which is of a test's store only. */
export interface Released {
  readonly nativeVersion: number;
  readonly dataKey: string;
  /** The key path of each table, and of each of its indexes. */
  readonly stores: Readonly<Record<string, { readonly keyPath: string | string[]; readonly indexes: Readonly<Record<string, string | string[]>> }>>;
  readonly rows: Readonly<Record<string, readonly Record<string, unknown>[]>>;
  /** What the store said of itself before it was dumped. */
  readonly told: unknown;
}

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

interface StoredSlot { readonly wrappingKey: CryptoKey; readonly nonce: Uint8Array<ArrayBuffer>; readonly wrapped: Uint8Array<ArrayBuffer> }

const gcmOfSlot = (nonce: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM', iv: nonce, tagLength: 128, additionalData: new TextEncoder().encode('["slot",1,"device","device"]'),
});

const all = (store: IDBObjectStore): Promise<Record<string, unknown>[]> =>
  new Promise((resolve, reject) => {
    const request = store.getAll() as IDBRequest<Record<string, unknown>[]>;
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('no reason')); };
  });

const written = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? { base64: toText(value) } : value]));

const readBack = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => {
    const base64 = typeof value === 'object' && value !== null && 'base64' in value ? value.base64 : null;
    return [name, typeof base64 === 'string' ? toBytes(base64) : value];
  }));

/** The database of that name, whole, with its key taken out of its device slot. */
export const dumpOf = (name: string, told: unknown): Promise<Released> =>
  withRaw(name, async (db) => {
    const names = [...db.objectStoreNames];
    const stores: Record<string, Released['stores'][string]> = {};
    const rows: Record<string, Record<string, unknown>[]> = {};
    for (const table of names) {
      const store = db.transaction(table).objectStore(table);
      const indexes = Object.fromEntries([...store.indexNames].map((index) => [index, store.index(index).keyPath]));
      stores[table] = { keyPath: store.keyPath ?? '', indexes };
      rows[table] = await all(store);
    }
    const slot = rows['slots']?.[0] as unknown as StoredSlot;
    const key = await crypto.subtle.unwrapKey('raw', slot.wrapped, slot.wrappingKey, gcmOfSlot(slot.nonce), 'AES-GCM', true, ['encrypt']);
    const dataKey = toText(new Uint8Array(await crypto.subtle.exportKey('raw', key)));
    delete rows['slots'];
    return { nativeVersion: db.version, dataKey, stores, rows: Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.map(written)])), told };
  });

async function deviceSlot(dataKey: string): Promise<object> {
  const raw = await crypto.subtle.importKey('raw', toBytes(dataKey), 'AES-GCM', true, ['encrypt', 'decrypt']);
  const wrappingKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', raw, wrappingKey, gcmOfSlot(nonce)));
  return { id: 'device', kind: 'device', wrappingKey, nonce, wrapped };
}

/** Lays a released database down under a name that is free. */
export async function layDown(name: string, released: Released): Promise<void> {
  const slot = await deviceSlot(released.dataKey);
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, released.nativeVersion);
    request.onupgradeneeded = () => {
      for (const [table, { keyPath, indexes }] of Object.entries(released.stores)) {
        const store = request.result.createObjectStore(table, { keyPath });
        for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
        for (const row of released.rows[table] ?? []) store.put(readBack(row));
      }
      assert(request.transaction, 'an upgrade has its transaction');
      request.transaction.objectStore('slots').put(slot);
    };
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.onerror = () => { reject(request.error ?? new Error('no reason')); };
  });
}
