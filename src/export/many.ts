/**
 * Many files as one zip, in pieces: of what goes in, one file at a time is in memory; what
 * comes out is gathered in a Blob, which the browser keeps where it likes.
 *
 * Inside is `manifest.json`, which lists every file with its size and hash, and the rows of
 * each table. What it counts must be what was to be written, or no zip is made.
 */
import { manifestFormat, manifestVersion } from '#domain/record/manifest.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ExportKind } from './format.ts';
import { zipInPieces } from './zip-pieces.ts';

/** One file of the zip; `name` may have folders, apart by `/`. */
export interface ManyFile {
  readonly name: string;
  /** Bytes, or text in pieces. */
  readonly content: Uint8Array<ArrayBuffer> | Iterable<string>;
  /** Rows by table, of a file that has tables. */
  readonly rows?: Readonly<Record<string, number>>;
}

export interface ManyOptions {
  readonly kind: ExportKind;
  readonly meetings: number;
  /** How many of the meetings are samples. */
  readonly samples: number;
  /** How many files and rows by table were to be written. */
  readonly expected: { readonly files: number; readonly rows?: Readonly<Record<string, number>> };
  /** What the file is for and not for. */
  readonly purposeLine: string;
  /** Called with the number of files that are in the zip so far. */
  readonly onProgress?: (files: number) => void;
  /** Rejects with an AbortError when called off; nothing is left then. */
  readonly signal?: AbortSignal;
}

export type ManyRefused =
  /** Not all that was to be written was written: `of` is `files` or a table. */
  | { readonly type: 'CountsDiffer'; readonly of: string; readonly expected: number; readonly written: number }
  /** More than a zip without extensions holds, or than a tablet should be asked to keep. */
  | { readonly type: 'TooMuchForZip'; readonly limitBytes: number; readonly limitFiles: number };

/** 1 GB: a thousand meetings in all forms come to a tenth of it. */
const limitBytes = 1_000_000_000;
/** The format's own limit is 65,535, the manifest among them. */
const limitFiles = 60_000;
/** A Blob of many small parts costs more than its bytes. */
const partBytes = 1 << 20;

interface Listed {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The zip of these files. Closes the source when it is called off or refused. */
export async function zipMany(files: Iterable<ManyFile> | AsyncIterable<ManyFile>, options: ManyOptions): Promise<Result<Blob, ManyRefused>> {
  const { signal, onProgress } = options;
  const out = blobParts();
  const zip = zipInPieces(out.sink);
  const listed: Listed[] = [];
  const rows = new Map<string, number>();
  const taken = new Set<string>(['manifest.json']);
  for await (const { name: wanted, content, rows: ofFile = {} } of files) {
    signal?.throwIfAborted();
    const bytes = ArrayBuffer.isView(content) ? content : new TextEncoder().encode([...content].join(''));
    if (listed.length >= limitFiles || out.size() + bytes.length > limitBytes) return err({ type: 'TooMuchForZip', limitBytes, limitFiles });
    const name = uniqueName(taken, wanted);
    await zip.file(name, [bytes], signal);
    listed.push({ name, bytes: bytes.length, sha256: await sha256(bytes) });
    for (const [table, count] of Object.entries(ofFile)) rows.set(table, (rows.get(table) ?? 0) + count);
    onProgress?.(listed.length);
  }
  signal?.throwIfAborted();
  const differs = difference(options.expected, listed.length, rows);
  if (differs) return err(differs);
  await zip.file('manifest.json', [`${JSON.stringify(manifest(options, listed, rows), null, 2)}\n`], signal);
  zip.end();
  return ok(out.blob('application/zip'));
}

function difference({ files, rows: wanted = {} }: ManyOptions['expected'], listed: number, rows: ReadonlyMap<string, number>): ManyRefused | null {
  if (files !== listed) return { type: 'CountsDiffer', of: 'files', expected: files, written: listed };
  const table = [...new Set([...Object.keys(wanted), ...rows.keys()])].find((name) => Object.hasOwn(wanted, name) && wanted[name] !== (rows.get(name) ?? 0));
  return table === undefined ? null : { type: 'CountsDiffer', of: table, expected: wanted[table] ?? 0, written: rows.get(table) ?? 0 };
}

const manifest = ({ kind, meetings, samples, purposeLine: purpose }: ManyOptions, files: readonly Listed[], rows: ReadonlyMap<string, number>): object => ({
  format: manifestFormat, version: manifestVersion, purpose, kind, meetings, samples, rows: Object.fromEntries(rows), files,
});

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function blobParts(): { readonly sink: (chunk: Uint8Array<ArrayBuffer>) => void; readonly size: () => number; readonly blob: (type: string) => Blob } {
  const parts: Blob[] = [];
  let loose: Uint8Array<ArrayBuffer>[] = [];
  let looseBytes = 0;
  let bytes = 0;
  const close = (): void => {
    parts.push(new Blob(loose));
    loose = [];
    looseBytes = 0;
  };
  return {
    sink: (chunk) => {
      loose.push(chunk);
      looseBytes += chunk.length;
      bytes += chunk.length;
      if (looseBytes >= partBytes) close();
    },
    size: () => bytes,
    blob: (type) => {
      close();
      return new Blob(parts, { type });
    },
  };
}

// What one of the usual systems refuses in a name, and signs that turn its direction round.
const refused = /[\u0000-\u001f\u007f<>:"\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Devices of old, which Windows still takes such names for. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const mostSigns = 100;

/** A part of a path that every system takes: no control or direction sign, no `..`, not too long. */
function safePart(part: string): string {
  const kept = part.replaceAll(/\p{Surrogate}/gu, '').normalize('NFC').replaceAll(refused, '-').replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  const dot = kept.lastIndexOf('.');
  const ending = dot > 0 && kept.length - dot <= 12 ? kept.slice(dot) : '';
  const stem = kept.slice(0, Math.min(mostSigns, kept.length - ending.length)).replaceAll(/\p{Surrogate}/gu, '');
  return reserved.test(kept) || stem === '' ? `file-${stem}${ending}` : stem + ending;
}

/**
 * The name under which a file goes into a zip: safe everywhere, and not taken yet, also where
 * case does not count. It is noted in `taken`.
 */
export function uniqueName(taken: Set<string>, wanted: string): string {
  const safe = wanted.split('/').filter((part) => part !== '').map(safePart).join('/') || 'file';
  const dot = safe.lastIndexOf('.');
  const at = dot > safe.lastIndexOf('/') + 1 ? dot : safe.length;
  let name = safe;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${safe.slice(0, at)}-${String(count)}${safe.slice(at)}`;
  taken.add(name.toLowerCase());
  return name;
}
