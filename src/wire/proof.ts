/**
 * Proofs that the hub passes on and cannot make, since it never has a link's secret.
 * Each is HMAC-SHA256 under a key derived from the secret, over canonical JSON.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { assert } from '#domain/result.ts';
import { derivedKey } from './auth-key.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { canonicalJson } from './canonical-json.ts';
import type { MemberKeys } from './statements.ts';

/** Who joins, with which keys. */
export interface JoinClaim {
  readonly memberId: string;
  readonly deviceId: string;
  readonly keys: MemberKeys;
}

/** Which device asks to be paired, and where its answer is to be encrypted to. */
export interface PairClaim {
  readonly pairingId: string;
  readonly deviceId: string;
  readonly recipient: string;
}

/** Shows the inviter that these keys come from whom the link was given to. Base64url. */
export const joinProof = (secret: Uint8Array, { memberId, deviceId, keys }: JoinClaim): string =>
  mac(secret, 'proof', { memberId, deviceId, keys: { recipient: keys.recipient, signer: keys.signer } });

/** Shows the pairing device that this recipient comes from whom the code was shown to. Base64url. */
export const pairProof = (secret: Uint8Array, claim: PairClaim): string => mac(secret, 'proof', transcript(claim));

/** Six digits that both screens show; equal only when both hold the same secret and the same claim. */
export function pairCode(secret: Uint8Array, claim: PairClaim): string {
  const bytes = hmac(sha256, derivedKey(secret, 'pair-code'), bytesOf(transcript(claim)));
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Binds the encrypted answer (base64url) to this pairing: only who showed the code can have made it. */
export const answerMac = (secret: Uint8Array, claim: PairClaim, blob: string): string => mac(secret, 'pair-answer', { ...transcript(claim), blob });

/** Compares two proofs in constant time. */
export function isSameProof(a: string, b: string): boolean {
  const left = fromBase64Url(a);
  const right = fromBase64Url(b);
  if (left?.length !== 32 || right?.length !== 32) return false;
  return left.reduce((difference, byte, at) => difference | (byte ^ (right[at] ?? 0)), 0) === 0;
}

const transcript = ({ pairingId, deviceId, recipient }: PairClaim): PairClaim => ({ pairingId, deviceId, recipient });

const mac = (secret: Uint8Array, purpose: 'proof' | 'pair-answer', value: unknown): string =>
  toBase64Url(hmac(sha256, derivedKey(secret, purpose), bytesOf(value)));

function bytesOf(value: unknown): Uint8Array {
  const text = canonicalJson(value);
  assert(text !== null, 'what is proven is JSON');
  return utf8ToBytes(text);
}
