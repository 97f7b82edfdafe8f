/**
 * One entry of a zip archive after the other, unpacked in memory that is bounded whatever the
 * archive claims: packed bytes go in by 16 kB (which deflate makes 16 MB of at the very most),
 * and unpacking stops once an entry or all of them together are larger than allowed. Overlapping
 * entries count each time, so they gain a maker of zip bombs nothing.
 */
import { Inflate } from 'fflate';
import { err, ok, type Result } from '#domain/result.ts';
import { crcOf } from './crc32.ts';
import { recordLimitBytes, unzippedLimitBytes, zipRatioLimit } from './limits.ts';
import type { ZipObstacle } from './obstacles.ts';
import { pieceOf, type SlicedFile } from './sliced-file.ts';
import { packedAt, zipDirectory, type ZipEntry } from './zip-directory.ts';

/** Stops the unpacking from within the library's callback; never leaves this file. */
class Enough extends Error {}

const pieceBytes = 16_384;
/** Below this a high ratio is no bomb: a table of blanks packs well. */
const smallBytes = 4_000_000;

export interface Unzipped {
  readonly number: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The limits that hold for all entries of one file together. */
export interface Room {
  left: number;
}

/**
 * Gives the entries one by one, or one obstacle and then nothing more. Whoever takes them
 * keeps none of it: memory then holds one entry at a time.
 */
export async function* unzip(file: SlicedFile, signal?: AbortSignal): AsyncGenerator<Result<Unzipped & { readonly of: number }, ZipObstacle>> {
  const entries = await zipDirectory(file);
  if (!entries.ok) {
    yield entries;
    return;
  }
  const room: Room = { left: unzippedLimitBytes };
  for (const entry of entries.value) {
    signal?.throwIfAborted();
    const bytes = await unpack(file, entry, room);
    if (!bytes.ok) {
      yield bytes;
      return;
    }
    yield ok({ number: entry.number, of: entries.value.length, bytes: bytes.value });
  }
}

/** The bytes of one entry; `room` is what all entries of the file may still unpack to, and becomes less. */
export async function unpack(file: SlicedFile, entry: ZipEntry, room: Room): Promise<Result<Uint8Array<ArrayBuffer>, ZipObstacle>> {
  const { number, packedBytes } = entry;
  const tooMuch = tooMuchIn(entry, room);
  if (tooMuch) return err(tooMuch);
  const from = await packedAt(file, entry);
  if (!from.ok) return from;
  const packed = await pieceOf(file, from.value, from.value + packedBytes);
  if (!packed) return err({ type: 'FileUnreadable' });
  const bytes = entry.method === 'stored' ? packed : inflated(packed, entry.bytes);
  if (bytes === 'too-large') return err({ type: 'ZipBomb', entry: number });
  if (bytes?.length !== entry.bytes || crcOf(bytes) !== entry.crc) return err({ type: 'DamagedZip', entry: number });
  room.left -= bytes.length;
  return ok(bytes);
}

function tooMuchIn({ number, bytes, packedBytes }: ZipEntry, { left }: Room): ZipObstacle | null {
  if (bytes > smallBytes && bytes > packedBytes * zipRatioLimit) return { type: 'ZipBomb', entry: number };
  if (bytes > recordLimitBytes) return { type: 'LargeInZip', entry: number, bytes, limitBytes: recordLimitBytes };
  return bytes > left ? { type: 'UnzipsTooLarge', limitBytes: unzippedLimitBytes } : null;
}

/** The bytes; null when they are no deflate stream; told apart from more than was announced, which is made to do harm. */
function inflated(packed: Uint8Array, announced: number): Uint8Array<ArrayBuffer> | 'too-large' | null {
  const out = new Uint8Array(announced);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > announced) throw new Enough();
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += pieceBytes) inflate.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
  } catch (error) {
    if (error instanceof Enough) return 'too-large';
    if (error instanceof Error && 'code' in error) return null; // fflate's own errors carry a number
    throw error;
  }
  return length === announced ? out : null;
}
