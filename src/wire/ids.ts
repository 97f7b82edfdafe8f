/**
 * Names on the wire. Ids are lower-case UUIDs (16 bytes in binary headers), made at random by
 * whoever needs one, never by the hub's database: they tell neither time nor order.
 */
import { isUuid } from '#domain/ids.ts';
import { z } from '#domain/zod.ts';
import { fromBase64Url } from './base64url.ts';

/** The version of everything in this layer. A hub of another version is not talked to. */
export const protocol = 1;

/** What a member may do: owners invite and revoke, the district role reads all, a leader reads the own. */
export const roles = ['owner', 'district', 'leader'] as const;
export type Role = (typeof roles)[number];

/** What keys a keyring holds: for records (leader and district open it) or drafts (the leader alone). */
export const scopes = ['record', 'draft'] as const;
export type Scope = (typeof scopes)[number];

export const roleSchema = z.enum(roles);
export const scopeSchema = z.enum(scopes);

/** A lower-case UUID. */
export const idSchema = z.string().check(z.refine(isUuid));

/** Base64url of exactly that many bytes. */
export const bytesSchema = (length: number): z.ZodMiniString =>
  z.string().check(z.refine((text) => text.length === Math.ceil((length * 4) / 3) && fromBase64Url(text) !== null));

/** A SHA-256 hash, an Ed25519 public key or a token's hash. */
export const hashSchema = bytesSchema(32);

/** An Ed25519 signature. */
export const signatureSchema = bytesSchema(64);

/** Base64url of 1 to `most` bytes. */
export const blobSchema = (most: number): z.ZodMiniString =>
  z.string().check(z.minLength(2), z.maxLength(Math.ceil((most * 4) / 3)), z.refine((text) => fromBase64Url(text) !== null));

/** Milliseconds since 1970. */
export const atMsSchema = z.number().check(z.int(), z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));

/** A version, serial, revision: from 1 upward, 32 bits. */
export const countSchema = z.number().check(z.int(), z.gte(1), z.lte(0xff_ff_ff_ff));

/** A member's sequence at the hub; 0 before the first row. */
export const seqSchema = z.number().check(z.int(), z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));

/** The 16 bytes of an id. */
export function idToBytes(id: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16);
  const hex = id.replaceAll('-', '');
  for (let at = 0; at < 16; at += 1) bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** The id of 16 bytes. Any bytes have one; whether it is known is another question. */
export function bytesToId(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
