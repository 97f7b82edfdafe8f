/**
 * The inside of a sealed record, before it is encrypted: JSON, compressed, then padded so that
 * its length says little of what was written.
 *
 * Bytes:
 *   0-3    length n of the compressed part, unsigned, big endian
 *   4-     n bytes: the value as JSON in UTF-8, compressed by DEFLATE (RFC 1951, no header)
 *   rest   zeros up to the bucket
 *
 * Buckets: multiples of 256 bytes up to 4,096; above that Padmé (Nikitin et al. 2019), which
 * keeps the number of lengths small at a cost of 6 % at most.
 *
 * The same value packs to the same bytes as long as the engine's compressor stays the same.
 */
import { err, ok, type Result } from '#domain/result.ts';

/** The bytes do not hold a value of at most the limit. */
export interface BodyUnreadable {
  readonly type: 'BodyUnreadable';
  readonly because: 'length' | 'padding' | 'compression' | 'too-large' | 'json';
}

/** The most that one record's JSON may come to, 16 MB: the largest record that is accepted has less. */
export const plainLimitBytes = 16_000_000;

const stepBytes = 256;
const steppedTo = 4_096;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The length that `bytes` are padded to. */
export function bucketOf(bytes: number): number {
  if (bytes <= steppedTo) return Math.max(stepBytes, Math.ceil(bytes / stepBytes) * stepBytes);
  const exponent = Math.floor(Math.log2(bytes));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(bytes / step) * step;
}

/** Packs JSON text. */
export async function packBody(json: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await through(new CompressionStream('deflate-raw'), encoder.encode(json), Number.MAX_SAFE_INTEGER);
  const body = new Uint8Array(bucketOf(4 + packed.length));
  new DataView(body.buffer).setUint32(0, packed.length);
  body.set(packed, 4);
  return body;
}

/** The value of a packed body. Whatever the bytes are, no more than `limitBytes` are unpacked, and nothing is thrown. */
export async function unpackBody(body: Uint8Array<ArrayBuffer>, limitBytes = plainLimitBytes): Promise<Result<unknown, BodyUnreadable>> {
  if (body.length < 4) return unreadable('length');
  const length = new DataView(body.buffer, body.byteOffset).getUint32(0);
  if (length > body.length - 4 || bucketOf(4 + length) !== body.length) return unreadable('length');
  if (body.subarray(4 + length).some((byte) => byte !== 0)) return unreadable('padding');
  let text: string;
  try {
    const plain = await through(new DecompressionStream('deflate-raw'), body.subarray(4, 4 + length), limitBytes);
    text = decoder.decode(plain);
  } catch (error) {
    if (error instanceof RangeError) return unreadable('too-large');
    // A TypeError: not compressed in this way, or not UTF-8.
    if (error instanceof TypeError) return unreadable('compression');
    throw error;
  }
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable('json');
    throw error;
  }
}

const unreadable = (because: BodyUnreadable['because']): Result<never, BodyUnreadable> => err({ type: 'BodyUnreadable', because });

/** Rejects with a RangeError as soon as more than `limitBytes` have come out. */
async function through(
  { readable, writable }: CompressionStream | DecompressionStream, bytes: Uint8Array<ArrayBuffer>, limitBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  // What goes wrong shows at the reading end, which is awaited.
  const written = writer.write(bytes).then(() => writer.close()).catch(() => undefined);
  const reader = readable.getReader();
  const pieces: Uint8Array[] = [];
  let total = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      total += next.value.length;
      if (total > limitBytes) throw new RangeError('More than may come out');
      pieces.push(next.value);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    // Node names a broken stream otherwise than browsers do.
    if (error instanceof Error && !(error instanceof RangeError)) throw new TypeError('Not compressed so', { cause: error });
    throw error;
  }
  await written;
  const all = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
