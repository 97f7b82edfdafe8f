/** A vault for each test, and a derivation that takes no time. */
import { onTestFinished } from 'vitest';
import { assert } from '#domain/result.ts';
import { lockOn, openVault, unlockVault, type OpenOptions, type Secret } from '#data/vault.ts';
import type { Store } from '#data/store.ts';
import type { Kdf } from '#seal/kdf.ts';
import { quick, rawRows, storeAt, withRaw } from './store-kit.ts';

/** Not Argon2id, but like it: other passphrase or parameters, other bytes. */
export const quickKdf: Kdf = async (passphrase, params) => {
  const text = JSON.stringify([Array.from(passphrase), { ...params, salt: Array.from(params.salt) }]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
};

export const passphrase = 'four plain words here';
export const bySecret = (text: string): Secret => ({ way: 'passphrase', text });

export const optionsAt = (name: string, more: Partial<OpenOptions> = {}): OpenOptions =>
  ({ nowMs: () => Date.now(), name, timing: quick, kdf: quickKdf, ...more });

/** An open store with no lock. */
export const openAt = (name: string, more: Partial<OpenOptions> = {}): Promise<Store> => storeAt(name, { kdf: quickKdf, ...more });

/** An open store with the lock just turned on. */
export async function lockedAt(name: string, recoveryKey: string | null = null, more: Partial<OpenOptions> = {}): Promise<Store> {
  const store = await openAt(name, more);
  const locked = await lockOn(store, passphrase, recoveryKey);
  assert(locked.ok, 'the lock turns on');
  return store;
}

export async function unlockedAt(name: string, secret: Secret = bySecret(passphrase), more: Partial<OpenOptions> = {}): Promise<Store> {
  const store = await unlockVault(optionsAt(name, more), secret);
  assert(store.ok, `it unlocks: ${store.ok ? '' : JSON.stringify(store.error)}`);
  onTestFinished(() => { store.value.close(); });
  return store.value;
}

/** What the unlocking says no with; null when it opens. */
export async function refusalOf(name: string, secret: Secret, more: Partial<OpenOptions> = {}): Promise<unknown> {
  const store = await unlockVault(optionsAt(name, more), secret);
  if (store.ok) store.value.close();
  return store.ok ? null : store.error;
}

export async function kindAt(name: string): Promise<unknown> {
  const vault = await openVault(optionsAt(name));
  if (vault.ok && vault.value.kind === 'open') vault.value.store.close();
  return vault.ok ? vault.value.kind : vault.error;
}

/** Every row of every table but the slots, in bytes. */
export async function allRows(name: string): Promise<string> {
  const tables = await withRaw(name, (db) => Promise.resolve([...db.objectStoreNames].filter((table) => table !== 'slots')));
  const rows = await Promise.all(tables.map(async (table) => [table, await rawRows(name, table)]));
  return JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? Array.from(value).join(' ') : value));
}

export const slotKinds = async (name: string): Promise<string[]> =>
  (await rawRows(name, 'slots')).map((row) => String(row['kind'])).sort();
