/**
 * An age file under a passphrase as its plaintext, or the first thing that is in the way.
 *
 * An age file is not compressed, so nothing in it can unpack to more than its own size:
 * the limit on the file bounds what is read. It is read piece by piece, and each piece is
 * proved before the next; memory stays within a few times the file.
 */
import { Decrypter } from 'age-encryption';
import { err, ok, type Result } from '#domain/result.ts';
import { mostWork } from './limits.ts';
import type { AgeObstacle } from './obstacles.ts';
import { pieceOf, type SlicedFile } from './sliced-file.ts';

export interface OpenOptions {
  readonly passphrase: string;
  readonly limitBytes: number;
  /** Called with the part that is done, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  /** Rejects with an AbortError when called off. */
  readonly signal?: AbortSignal;
}

type Refused<T> = Result<T, AgeObstacle>;

const pieceBytes = 1 << 20;
const headBytes = 512;
/** Plaintext of one chunk of the format; only the last one is shorter. */
const chunkBytes = 65_536;
const firstLine = 'age-encryption.org/v1\n';
/** Under a passphrase there is one stanza, and nothing may stand beside it. */
const scryptHead = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;

/** Opens the file under its passphrase. Nothing is written anywhere. */
export async function openAge(file: SlicedFile, options: OpenOptions): Promise<Refused<Uint8Array<ArrayBuffer>>> {
  const { limitBytes } = options;
  if (file.size > limitBytes) return err({ type: 'TooLarge', limitBytes, bytes: file.size });
  const header = await ageHeader(file);
  return header.ok ? opened(file, header.value, options) : header;
}

/**
 * The length of the header in bytes, read without a passphrase. Refuses what no passphrase
 * opens: `SealedForAKey`, `TooCostly`, a file that is cut in its header, another kind of file.
 */
export async function ageHeader(file: SlicedFile): Promise<Refused<number>> {
  if (file.size === 0) return err({ type: 'EmptyFile' });
  const head = await pieceOf(file, 0, headBytes);
  return head ? headerOf(head) : err({ type: 'FileUnreadable' });
}

function headerOf(head: Uint8Array): Refused<number> {
  const text = String.fromCharCode(...head);
  if (!text.startsWith(firstLine)) return err(text.length < firstLine.length && firstLine.startsWith(text) ? { type: 'Truncated' } : { type: 'NotAnAgeFile' });
  const found = scryptHead.exec(text);
  if (!found) {
    if (head.length < headBytes && text.startsWith(`${firstLine}-> scrypt `)) return err({ type: 'Truncated' });
    return err({ type: text.startsWith(`${firstLine}-> scrypt `) ? 'NotAnAgeFile' : 'SealedForAKey' });
  }
  const logN = Number(found[1]);
  return logN > mostWork ? err({ type: 'TooCostly', logN }) : ok(found[0].length);
}

async function opened(file: SlicedFile, header: number, { passphrase, onProgress, signal }: OpenOptions): Promise<Refused<Uint8Array<ArrayBuffer>>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize('NFC'));
  const feed = { unreadable: false, signal };
  let stream;
  try {
    stream = await decrypter.decrypt(pieces(file, feed));
  } catch (error) {
    return refusal(error, feed, file.size <= header + 16 ? 'Truncated' : 'WrongPassphrase');
  }
  const size = sizeOf(stream, file.size);
  if (size === null) return err({ type: 'Truncated' });
  const plain = new Uint8Array(size);
  let at = 0;
  try {
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      plain.set(next.value, at);
      at += next.value.length;
      onProgress?.(at / Math.max(1, size));
    }
  } catch (error) {
    return refusal(error, feed, at + chunkBytes >= size ? 'Truncated' : 'Altered');
  }
  return ok(plain);
}

/** The library throws plain errors whose texts may change; where it stood says what they mean. */
function refusal(error: unknown, feed: { readonly unreadable: boolean; readonly signal?: AbortSignal | undefined }, type: 'Truncated' | 'Altered' | 'WrongPassphrase'): Refused<never> {
  feed.signal?.throwIfAborted();
  if (feed.unreadable) return err({ type: 'FileUnreadable' });
  if (error instanceof TypeError || error instanceof RangeError || !(error instanceof Error)) throw error;
  return err({ type });
}

function sizeOf(stream: { size(of: number): number }, fileSize: number): number | null {
  try {
    return stream.size(fileSize);
  } catch (error) {
    if (error instanceof Error && !(error instanceof TypeError)) return null; // no chunk can have this length
    throw error;
  }
}

function pieces(file: SlicedFile, feed: { unreadable: boolean; readonly signal: AbortSignal | undefined }): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve)); // the page gets its turn
      feed.signal?.throwIfAborted();
      const piece = await pieceOf(file, at, at + pieceBytes);
      feed.unreadable = piece === null;
      if (!piece) {
        controller.error(new Error('Not read'));
        return;
      }
      if (piece.length > 0) controller.enqueue(piece);
      at += pieceBytes;
      if (at >= file.size) controller.close();
    },
  });
}
