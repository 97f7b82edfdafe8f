/**
 * Signed statements: Ed25519 (RFC 8032) over `quiet-checkpoint/v1/<kind>\n` and the body's
 * canonical JSON. The kind separates domains: a certificate's signature is worth nothing under
 * a revocation. Bodies keep unknown fields, since the signature covers them too.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { assert } from '#domain/result.ts';
import { z } from '#domain/zod.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { canonicalJson } from './canonical-json.ts';
import { signatureSchema } from './ids.ts';

/** What may be signed. A new kind of statement gets a word of its own. */
export type SignedKind = 'statement' | 'certificate' | 'revocations' | 'keyring' | 'published' | 'grant';

/** A statement and its signature (base64url, 64 bytes). */
export interface Signed<Body> {
  readonly body: Body;
  readonly signature: string;
}

/** The schema of a signed statement by the schema of its body. It does not check the signature. */
export const signedSchema = <Body extends z.ZodMiniType>(body: Body): z.ZodMiniObject<{ body: Body; signature: z.ZodMiniString }> =>
  z.object({ body, signature: signatureSchema });

/** The bytes that a signature of this statement covers; null when the body is not JSON, or too deep. */
export function signedBytes(kind: SignedKind, body: unknown): Uint8Array | null {
  const text = canonicalJson(body);
  return text === null ? null : utf8ToBytes(`quiet-checkpoint/v1/${kind}\n${text}`);
}

/** Signs a statement with a 32-byte Ed25519 private key. Throws when the body is not JSON: a bug. */
export function sign<Body>(kind: SignedKind, body: Body, privateKey: Uint8Array): Signed<Body> {
  const bytes = signedBytes(kind, body);
  assert(bytes !== null, 'what is signed is JSON');
  return { body, signature: toBase64Url(ed25519.sign(bytes, privateKey)) };
}

/** Whether this statement of this kind is signed by the key (base64url, 32 bytes). Never throws. */
export function verify(kind: SignedKind, signed: Signed<unknown>, publicKey: string): boolean {
  const bytes = signedBytes(kind, signed.body);
  return bytes !== null && verifyBytes(bytes, signed.signature, publicKey);
}

/** Whether base64url `signature` over `bytes` is the key's. Strict RFC 8032; never throws. */
export function verifyBytes(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  const key = fromBase64Url(publicKey);
  const given = fromBase64Url(signature);
  if (key?.length !== 32 || given?.length !== 64) return false;
  try {
    return ed25519.verify(given, bytes, key, { zip215: false });
  } catch (error) {
    // noble throws an Error for bytes that are no point of the curve: not a signature of this key.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** The public key (base64url) of a 32-byte Ed25519 private key. */
export const publicKeyOf = (privateKey: Uint8Array): string => toBase64Url(ed25519.getPublicKey(privateKey));
