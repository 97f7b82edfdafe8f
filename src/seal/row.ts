/**
 * One sealed row: a JSON value under AES-256-GCM (NIST SP 800-38D).
 *
 * Bytes, version 1:
 *   0        version, 0x01
 *   1-12     nonce, 96 random bits, fresh for every sealing
 *   13-      ciphertext, as long as the padded plaintext
 *   last 16  tag, 128 bits
 *
 * Plaintext: the value as JSON in UTF-8, then spaces (0x20, which JSON ignores at its end)
 * up to the next multiple of 64 bytes and to 320 at least. 320 holds a mark with the longest
 * item id, taken back and imported, so that the four answers have one length.
 *
 * Additional data: the version byte, then `["table","key"]` as JSON in UTF-8. A row that was
 * altered, or moved to another key, meeting or table, does not open.
 *
 * Random nonces bound a key to 2^32 sealings; a leader's lifetime stays under 2^24.
 * This file does not keep keys (`key-slot.ts`) and hides neither how many rows there are nor when
 * they came.
 */
import { err, ok, type Result } from '#domain/result.ts';

/** Sealed bytes, as they are stored. */
export type Sealed = Uint8Array<ArrayBuffer>;

/** Where a row stands in clear: its table, and its key written as one string. */
export interface Place {
  readonly table: string;
  readonly key: string;
}

/** The row does not open: altered, moved, of another key or version, or not JSON inside. */
export interface DamagedRow extends Place {
  readonly type: 'DamagedRow';
}

/** The first byte of every row of this layout. */
export const rowVersion = 1;
/** Lengths of plaintext are multiples of this many bytes. */
export const bucketBytes = 64;
/** No plaintext is shorter than this many bytes. */
export const leastBytes = 320;

const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes;
const space = 0x20;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Seals a JSON value for its place. The value is read at the call, before the first await,
 * so later alterations of it do not get in.
 *
 * Throws when the value cannot be written as JSON (a bug), and whatever WebCrypto throws.
 */
export async function sealRow(key: CryptoKey, place: Place, value: unknown): Promise<Sealed> {
  const plain = padded(value);
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const body = await crypto.subtle.encrypt(gcm(nonce, place), key, plain);
  const sealed = new Uint8Array(headBytes + body.byteLength);
  sealed[0] = rowVersion;
  sealed.set(nonce, 1);
  sealed.set(new Uint8Array(body), headBytes);
  return sealed;
}

/** Opens a row from its place; `DamagedRow` when it does not open there or holds no JSON. */
export async function openRow(key: CryptoKey, place: Place, sealed: unknown): Promise<Result<unknown, DamagedRow>> {
  const bytes = bytesOf(sealed);
  if (bytes?.[0] !== rowVersion || bytes.length < headBytes + leastBytes + tagBytes) return damaged(place);
  const nonce = bytes.slice(1, headBytes);
  try {
    const plain = await crypto.subtle.decrypt(gcm(nonce, place), key, bytes.subarray(headBytes));
    return ok(JSON.parse(decoder.decode(plain)));
  } catch (error) {
    if (isNotOpening(error)) return damaged(place);
    throw error;
  }
}

/** Tells two sealings apart without opening them: the nonce, as text; null for what is no row. */
export function sealingOf(sealed: unknown): string | null {
  const bytes = bytesOf(sealed);
  return bytes && bytes.length > headBytes ? String.fromCharCode(...bytes.subarray(1, headBytes)) : null;
}

/** How many bytes the plaintext of `jsonBytes` bytes of JSON is padded to. */
export const paddedBytes = (jsonBytes: number): number =>
  Math.max(leastBytes, Math.ceil(jsonBytes / bucketBytes) * bucketBytes);

const damaged = (place: Place): Result<never, DamagedRow> =>
  err({ type: 'DamagedRow', table: place.table, key: place.key });

/** Decryption that does not fit is an OperationError; text that is not UTF-8 a TypeError; not JSON a SyntaxError. */
const isNotOpening = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof TypeError || (error instanceof DOMException && error.name === 'OperationError');

function padded(value: unknown): Uint8Array<ArrayBuffer> {
  const json: unknown = JSON.stringify(value);
  if (typeof json !== 'string') throw new TypeError('The value of a row is JSON');
  const bytes = encoder.encode(json);
  const plain = new Uint8Array(paddedBytes(bytes.length)).fill(space);
  plain.set(bytes);
  return plain;
}

function gcm(nonce: Uint8Array<ArrayBuffer>, place: Place): AesGcmParams {
  const clear = encoder.encode(JSON.stringify([place.table, place.key]));
  const additionalData = new Uint8Array(1 + clear.length);
  additionalData[0] = rowVersion;
  additionalData.set(clear, 1);
  return { name: 'AES-GCM', iv: nonce, additionalData, tagLength: tagBytes * 8 };
}

/** Copies, since bytes read through another window's database are of that window's `Uint8Array`. */
function bytesOf(sealed: unknown): Uint8Array<ArrayBuffer> | null {
  if (!ArrayBuffer.isView(sealed)) return null;
  return new Uint8Array(new Uint8Array(sealed.buffer, sealed.byteOffset, sealed.byteLength));
}
