/**
 * A zip that is written piece by piece (PKWARE APPNOTE 6.3.10, with data descriptors), so that
 * neither its files nor the zip itself need to be in memory as a whole. One file after the other.
 *
 * By fflate, in this thread: its own workers begin from blob addresses, which the policy bars.
 * All files have the same date, so that a zip does not tell the day on which it was made.
 */
import { Deflate, Zip, ZipPassThrough } from 'fflate';
import { turnOfThePage } from './turn-of-the-page.ts';

/** Local time, as zip has it. */
const mtime = new Date(1980, 0, 2);
/** Bytes that go into a zip between two turns of the page: some 10 ms of packing on a slow tablet. */
const bytesPerTurn = 262_144;

/** Tables of 128 KB instead of 2 MB, which would be made anew for each of a thousand small files. */
const packingMemory = 4;

/** A file on its way in. Unlike the library's own, it lets go of its packer: a zip keeps all its entries until it ends. */
class PackedEntry extends ZipPassThrough {
  #packer: Deflate | null = new Deflate({ level: 6, mem: packingMemory }, (chunk, final) => {
    this.ondata(null, chunk, final);
  });

  constructor(name: string) {
    super(name);
    this.compression = 8; // deflated
  }

  override process(chunk: Uint8Array, final: boolean): void {
    this.#packer?.push(chunk, final);
    if (final) this.#packer = null;
  }
}

/** Takes the bytes of a file in the making. */
export type Sink = (chunk: Uint8Array<ArrayBuffer>) => void;
/** Text or bytes, in pieces. */
export type Pieces = Iterable<string | Uint8Array>;

export interface ZipInPieces {
  /** Adds a file. Rejects with an AbortError when called off in the middle. */
  readonly file: (name: string, pieces: Pieces, signal?: AbortSignal) => Promise<void>;
  /** Writes the directory. Nothing can be added then. */
  readonly end: () => void;
}

/** A zip whose bytes go into `sink`. Names are the caller's: each once, without `..`. */
export function zipInPieces(sink: Sink): ZipInPieces {
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) sink(new Uint8Array(chunk));
  });
  const encoder = new TextEncoder();
  let sinceTurn = 0;
  return {
    async file(name, pieces, signal) {
      const entry = new PackedEntry(name);
      entry.mtime = mtime;
      zip.add(entry);
      for (const piece of pieces) {
        signal?.throwIfAborted();
        const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
        entry.push(bytes);
        sinceTurn += bytes.length;
        if (sinceTurn < bytesPerTurn) continue;
        sinceTurn = 0;
        await turnOfThePage();
      }
      signal?.throwIfAborted();
      entry.push(new Uint8Array(), true);
    },
    end: () => {
      zip.end();
    },
  };
}

/** Gathers what goes into it, as one array at the end. */
export function gathering(): { readonly sink: Sink; readonly whole: () => Uint8Array<ArrayBuffer> } {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    sink: (chunk) => {
      parts.push(chunk);
    },
    whole: () => {
      const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    },
  };
}
