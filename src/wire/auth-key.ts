/**
 * What is derived from a link's secret (16 random bytes) by HKDF-SHA256 (RFC 5869, no salt).
 * The secret itself never leaves the fragment: the hub sees `authKey` when the link is used and
 * keeps its hash; the other keys it cannot derive from that.
 */
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64Url, toBase64Url } from './base64url.ts';

/** Bytes of a link's secret. */
export const secretBytes = 16;

type Purpose = 'auth' | 'proof' | 'pair-code' | 'pair-answer';

/** 32 bytes for one purpose from the secret. */
export const derivedKey = (secret: Uint8Array, purpose: Purpose): Uint8Array =>
  hkdf(sha256, secret, undefined, utf8ToBytes(`quiet-checkpoint/v1/${purpose}`), 32);

/** What shows the hub that one has the link: base64url, for the header `Authorization`. */
export const authKeyOf = (secret: Uint8Array): string => toBase64Url(derivedKey(secret, 'auth'));

/**
 * What a hub keeps of an auth key or a device token, both base64url of 32 bytes.
 * @returns null when it is not base64url
 */
export function tokenHashOf(token: string): string | null {
  const bytes = fromBase64Url(token);
  return bytes === null ? null : toBase64Url(sha256(bytes));
}

/** How requests identify themselves: a device by its token, a link by its auth key. */
export type Credential =
  | { readonly scheme: 'Bearer'; readonly id: string; readonly token: string }
  | { readonly scheme: 'Invite' | 'Pair'; readonly id: string; readonly token: string };

/** The header `Authorization`: `<scheme> <id>.<base64url>`. */
export const authorizationOf = ({ scheme, id, token }: Credential): string => `${scheme} ${id}.${token}`;

const form = /^(Bearer|Invite|Pair) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

/** Reads such a header; null for any other. */
export function parseAuthorization(header: string): Credential | null {
  const [, scheme, id, token] = form.exec(header) ?? [];
  if (scheme === undefined || id === undefined || token === undefined) return null;
  if (scheme === 'Bearer') return { scheme, id, token };
  return { scheme: scheme === 'Invite' ? 'Invite' : 'Pair', id, token };
}
