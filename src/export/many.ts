/** Many files as one zip, one file in memory at a time. */
import { Zip, ZipDeflate } from 'fflate';
import { ok, type Result } from '#domain/result.ts';
import type { ExportKind } from './format.ts';

export interface ManyFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ManyOptions {
  readonly kind: ExportKind;
  readonly meetings: number;
  readonly samples: number;
  readonly expected: { readonly files: number };
  /** Rejects with an AbortError when called off. */
  readonly signal?: AbortSignal;
}

/** Not all that was to be written was written. */
export interface ManyRefused {
  readonly type: 'CountsDiffer';
}

/** The zip of these files. */
export async function zipMany(files: Iterable<ManyFile> | AsyncIterable<ManyFile>, { signal }: ManyOptions): Promise<Result<Blob, ManyRefused>> {
  const out: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    out.push(new Uint8Array(chunk));
  });
  for await (const { name, bytes } of files) {
    signal?.throwIfAborted();
    const file = new ZipDeflate(name);
    file.mtime = new Date(1980, 0, 2);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return ok(new Blob(out, { type: 'application/zip' }));
}
