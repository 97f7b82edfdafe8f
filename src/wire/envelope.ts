/**
 * The sealed record as it travels and lies at the hub. Big-endian.
 *
 * | at | bytes | field |
 * |---|---|---|
 * | 0 | 4 | `QCR1` |
 * | 4 | 1 | kind: 0 record, 1 tombstone, 2 draft, 3 roadmap |
 * | 5 | 16 | member |
 * | 21 | 16 | record (the meeting's id; for a roadmap from its hash) |
 * | 37 | 16 | device that wrote it |
 * | 53 | 4 | revision, this device's own growing number of the record, from 1 |
 * | 57 | 16 | content key (zeros for a tombstone) |
 * | 73 | 12 | nonce (zeros for a tombstone) |
 * | 85 | 4 | length of the body, n (0 for a tombstone) |
 * | 89 | n | body: AES-256-GCM with its tag; additional data = hub id (16) and the 89 bytes above |
 * | 89 + n | 64 | Ed25519 over SHA-256 of `quiet-checkpoint/v1/record\n`, hub id (16), everything above |
 *
 * Here the header is read and written, and the signature made and checked. What is in the body
 * is the business of `src/seal`.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '#domain/result.ts';
import { toBase64Url } from './base64url.ts';
import { bytesToId, idToBytes } from './ids.ts';
import { limits } from './limits.ts';
import { verifyBytes } from './signed.ts';

/** Kinds by their byte. */
export const envelopeKinds = ['record', 'tombstone', 'draft', 'roadmap'] as const;
export type EnvelopeKind = (typeof envelopeKinds)[number];

export const headerBytes = 89;
export const signatureBytes = 64;
const magic = utf8ToBytes('QCR1');
const domainPrefix = utf8ToBytes('quiet-checkpoint/v1/record\n');

/** What stands in clear before the sealed body. */
export interface EnvelopeHeader {
  readonly kind: EnvelopeKind;
  readonly memberId: string;
  readonly recordId: string;
  readonly deviceId: string;
  /** From 1 to 2^32 - 1. */
  readonly revision: number;
  /** Which key of the member's keyring. Zeros (`noKey`) for a tombstone. */
  readonly keyId: string;
  /** 12 bytes. */
  readonly nonce: Uint8Array;
  readonly bodyLength: number;
}

/** An envelope that was read: its header, views on its parts, and all its bytes. */
export interface Envelope {
  readonly header: EnvelopeHeader;
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Not an envelope: wrong magic, kind, length, revision 0, or a tombstone with a body. */
export interface BadEnvelope {
  readonly type: 'BadEnvelope';
  readonly what: 'length' | 'magic' | 'kind' | 'revision' | 'body';
}

/** The key id of a tombstone, which has nothing sealed in it. */
export const noKey = '00000000-0000-0000-0000-000000000000';

/** The 89 bytes of a header. */
export function writeHeader(header: EnvelopeHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(magic, 0);
  bytes[4] = envelopeKinds.indexOf(header.kind);
  bytes.set(idToBytes(header.memberId), 5);
  bytes.set(idToBytes(header.recordId), 21);
  bytes.set(idToBytes(header.deviceId), 37);
  view.setUint32(53, header.revision);
  bytes.set(idToBytes(header.keyId), 57);
  bytes.set(header.nonce, 73);
  view.setUint32(85, header.bodyLength);
  return bytes;
}

/** The additional data of the body's seal: hub and header, so that nothing opens elsewhere. */
export const additionalData = (hubId: string, header: EnvelopeHeader): Uint8Array<ArrayBuffer> => joined(idToBytes(hubId), writeHeader(header));

/** The 32 bytes that the signature covers. `unsigned` is header and body. */
export const signedHash = (hubId: string, unsigned: Uint8Array): Uint8Array => sha256(concatBytes(domainPrefix, idToBytes(hubId), unsigned));

/** Puts an envelope together and signs it with the member's 32-byte private key. */
export function buildEnvelope(hubId: string, header: EnvelopeHeader, body: Uint8Array, privateKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const unsigned = joined(writeHeader({ ...header, bodyLength: body.length }), body);
  return joined(unsigned, ed25519.sign(signedHash(hubId, unsigned), privateKey));
}

/** Reads hostile bytes as an envelope. Checks form and sizes, neither signature nor seal. */
export function parseEnvelope(bytes: Uint8Array): Result<Envelope, BadEnvelope> {
  if (bytes.length < headerBytes + signatureBytes || bytes.length > limits.recordBytes) return bad('length');
  if (!magic.every((byte, at) => bytes[at] === byte)) return bad('magic');
  const kind = envelopeKinds[bytes[4] ?? 255];
  if (kind === undefined) return bad('kind');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const revision = view.getUint32(53);
  if (revision === 0) return bad('revision');
  const bodyLength = view.getUint32(85);
  if (bytes.length !== headerBytes + bodyLength + signatureBytes) return bad('length');
  // A sealed body is at least its tag; a tombstone has none.
  if (kind === 'tombstone' ? bodyLength !== 0 : bodyLength < 16) return bad('body');
  const id = (at: number): string => bytesToId(bytes.subarray(at, at + 16));
  const header = { kind, memberId: id(5), recordId: id(21), deviceId: id(37), revision, keyId: id(57), nonce: bytes.slice(73, 85), bodyLength };
  return ok({ header, body: bytes.subarray(headerBytes, headerBytes + bodyLength), signature: bytes.subarray(headerBytes + bodyLength), bytes });
}

/** Whether the envelope is signed for this hub by the key (base64url). Never throws. */
export function verifyEnvelope(hubId: string, envelope: Envelope, signer: string): boolean {
  const unsigned = envelope.bytes.subarray(0, envelope.bytes.length - signatureBytes);
  return verifyBytes(signedHash(hubId, unsigned), toBase64Url(envelope.signature), signer);
}

/** The hash in receipts and in `compare`: SHA-256 of all bytes of the envelope, base64url. */
export const envelopeHash = (bytes: Uint8Array): string => toBase64Url(sha256(bytes));

const bad = (what: BadEnvelope['what']): { readonly ok: false; readonly error: BadEnvelope } => err({ type: 'BadEnvelope', what });

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
