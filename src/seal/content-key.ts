/**
 * Content keys: AES-256 keys of a member for a period. A new one is made when any member is
 * revoked, when the district's identity changes, and after a year; older ones stay in the
 * keyring, so that what they sealed still opens.
 *
 *   | scope  | who can open what it seals      |
 *   | record | the member and the district     |
 *   | draft  | the member alone                |
 */
import { isUuid } from '#domain/ids.ts';
import { z } from '#domain/zod.ts';
import { fromBase64Url, toBase64Url } from '#wire/base64url.ts';

export const keyScopes = ['record', 'draft'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** One key; `key` is 32 bytes, base64url. */
export interface ContentKey {
  readonly keyId: string;
  readonly key: string;
  readonly madeAtMs: number;
  readonly scope: KeyScope;
}

export const contentKeySchema = z.object({
  keyId: z.string().check(z.refine(isUuid)),
  key: z.string().check(z.refine((text) => fromBase64Url(text)?.length === 32)),
  madeAtMs: z.number().check(z.gte(0), z.lte(8.64e15)),
  scope: z.enum(keyScopes),
});

/** After this a new key is due, ms: a year. Far fewer than 2^32 sealings come together in it. */
export const keyLifeMs = 365 * 86_400_000;

/** A new key, at random. */
export const makeContentKey = (scope: KeyScope, keyId: string, nowMs: number): ContentKey =>
  ({ keyId, key: toBase64Url(crypto.getRandomValues(new Uint8Array(32))), madeAtMs: nowMs, scope });

/** The key that seals now: the latest of its scope; null when there is none. */
export const presentKey = (keys: readonly ContentKey[], scope: KeyScope): ContentKey | null =>
  keys.filter((key) => key.scope === scope).reduce<ContentKey | null>((latest, key) => (latest && latest.madeAtMs >= key.madeAtMs ? latest : key), null);

/**
 * True when a new key is due: none is there, a year is over, or somebody was revoked or the
 * district's identity changed (`sinceMs`) after the present one was made.
 */
export function isKeyDue(keys: readonly ContentKey[], scope: KeyScope, { nowMs, sinceMs }: { readonly nowMs: number; readonly sinceMs: number }): boolean {
  const present = presentKey(keys, scope);
  return !present || present.madeAtMs + keyLifeMs <= nowMs || present.madeAtMs < sinceMs;
}

/** The key as WebCrypto takes it, and the key that nonces are drawn by. */
export interface WorkingKey {
  readonly aes: CryptoKey;
  readonly nonces: CryptoKey;
}

const working = new WeakMap<ContentKey, Promise<WorkingKey>>();

/** Makes a key ready for use; once for each key. Throws when it was not parsed or made here. */
export function workingKeyOf(key: ContentKey): Promise<WorkingKey> {
  const known = working.get(key);
  if (known) return known;
  const made = makeWorking(key);
  working.set(key, made);
  return made;
}

async function makeWorking({ key }: ContentKey): Promise<WorkingKey> {
  const raw = fromBase64Url(key);
  if (raw?.length !== 32) throw new Error('Broken invariant: a content key was parsed');
  const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;
  const parent = await crypto.subtle.importKey('raw', raw, hmac, false, ['sign']);
  const nonceKey = await crypto.subtle.sign('HMAC', parent, new TextEncoder().encode('quiet-checkpoint/v1/nonce'));
  return {
    aes: await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
    nonces: await crypto.subtle.importKey('raw', nonceKey, hmac, false, ['sign']),
  };
}
