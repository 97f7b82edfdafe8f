/**
 * Links by which devices come in. The secret stands in the fragment alone, which browsers do
 * not send to the hub.
 *
 *     https://host/join#o.<id>.<secret>                 owner: founds the district
 *     https://host/join#i.<id>.<secret>.<fingerprint>   invitation
 *     https://host/join#p.<id>.<secret>.<fingerprint>   pairing of a second device
 *
 * id, secret (16 bytes each) and fingerprint (32, SHA-256 of the root's public key) are
 * base64url. The same can be typed: kind, the bytes, and two bytes of SHA-256 over them as a
 * check, in Crockford's base32 by groups of four.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '#domain/result.ts';
import { secretBytes } from './auth-key.ts';
import { fromBase32, toBase32Groups } from './base32.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { bytesToId, idToBytes } from './ids.ts';

/** A link that was read. `secret` is 16 bytes; `fingerprint` pins the district's root. */
export type Link =
  | { readonly kind: 'owner'; readonly id: string; readonly secret: Uint8Array }
  | { readonly kind: 'invitation' | 'pairing'; readonly id: string; readonly secret: Uint8Array; readonly fingerprint: string };

/** What was pasted or typed is no link of ours (`form`), or a letter of it is mistyped (`check`). */
export interface BadLink {
  readonly type: 'BadLink';
  readonly what: 'form' | 'check';
}

const letters = { owner: 'o', invitation: 'i', pairing: 'p' } as const;
const kinds = ['owner', 'invitation', 'pairing'] as const;

/** The address of a link; `origin` like `https://hub.example.org`. */
export const formatLink = (origin: string, link: Link): string => `${origin}/join#${formatFragment(link)}`;

/** The part after `#`. */
export function formatFragment(link: Link): string {
  const parts = [letters[link.kind], toBase64Url(idToBytes(link.id)), toBase64Url(link.secret)];
  return (link.kind === 'owner' ? parts : [...parts, link.fingerprint]).join('.');
}

/** The same in groups of four letters, with a check against slips. */
export function formatTyped(link: Link): string {
  const pin = link.kind === 'owner' ? new Uint8Array(0) : (fromBase64Url(link.fingerprint) ?? new Uint8Array(0));
  const bytes = concatBytes(Uint8Array.of(kinds.indexOf(link.kind)), idToBytes(link.id), link.secret, pin);
  return toBase32Groups(concatBytes(bytes, sha256(bytes).subarray(0, 2)));
}

/** Reads an address, its fragment alone, or typed groups. */
export function parseLink(text: string): Result<Link, BadLink> {
  const trimmed = text.trim();
  if (trimmed.length > 2_000) return err({ type: 'BadLink', what: 'form' });
  const fragment = trimmed.includes('#') ? trimmed.slice(trimmed.indexOf('#') + 1) : trimmed;
  return /^[oip]\./.test(fragment) ? parseFragment(fragment) : parseTyped(trimmed);
}

function parseFragment(fragment: string): Result<Link, BadLink> {
  const [letter, id = '', secret = '', pin, ...more] = fragment.split('.');
  const kind = kinds.find((name) => letters[name] === letter);
  const parts = [id, secret, ...(pin === undefined ? [] : [pin])].map(fromBase64Url);
  return kind === undefined || more.length > 0 ? err({ type: 'BadLink', what: 'form' }) : linkOf(kind, parts);
}

function parseTyped(typed: string): Result<Link, BadLink> {
  const bytes = fromBase32(typed);
  const kind = kinds[bytes?.[0] ?? 255];
  if (bytes === null || kind === undefined || bytes.length !== (kind === 'owner' ? 35 : 67)) return err({ type: 'BadLink', what: 'form' });
  const end = bytes.length - 2;
  const check = sha256(bytes.subarray(0, end));
  if (check[0] !== bytes[end] || check[1] !== bytes[end + 1]) return err({ type: 'BadLink', what: 'check' });
  const parts = [bytes.slice(1, 17), bytes.slice(17, 33), ...(end > 33 ? [bytes.slice(33, end)] : [])];
  return linkOf(kind, parts);
}

function linkOf(kind: Link['kind'], [id, secret, pin]: readonly (Uint8Array | null)[]): Result<Link, BadLink> {
  if (id?.length !== 16 || secret?.length !== secretBytes) return err({ type: 'BadLink', what: 'form' });
  if (kind === 'owner') return pin === undefined ? ok({ kind, id: bytesToId(id), secret }) : err({ type: 'BadLink', what: 'form' });
  if (pin?.length !== 32) return err({ type: 'BadLink', what: 'form' });
  return ok({ kind, id: bytesToId(id), secret, fingerprint: toBase64Url(pin) });
}
