import type { MeetingRecord } from '#domain/record/record.ts';
import { kindOfFile } from '#intake/kind-of-file.ts';
import type { App } from '../app.ts';
import { unlessCalledOff } from '../backup/called-off.ts';
import type { ImportObstacle } from './obstacle.ts';

export type { ImportObstacle } from './obstacle.ts';

/** A file of the leader's choice, read on its own. Nothing has been compared or written. */
export type ImportFile = { readonly name: string } & (
  | { readonly kind: 'records'; readonly records: readonly MeetingRecord[]; readonly others: number }
  /** An age file; `obstacle` is what was in the way of the last try to open it. */
  | { readonly kind: 'sealed'; readonly file: File; readonly obstacle: ImportObstacle | null }
  | { readonly kind: 'calendar'; readonly file: File }
  | { readonly kind: 'refused'; readonly obstacle: ImportObstacle }
);

export interface ReadImportOptions {
  readonly passphrase?: string;
  readonly onProgress?: (part: number) => void;
  /** Heard between two records; the file counts as refused then. */
  readonly signal?: AbortSignal;
}

/** Reads a file; refuses it whole, naming the place. */
export async function readImportFile(app: App, file: File, options: ReadImportOptions = {}): Promise<ImportFile> {
  const { name } = file;
  if ((await kindOfFile(file)) === 'calendar') return { name, kind: 'calendar', file };
  const { readRecords } = await import('#intake/read-records.ts');
  const read = await unlessCalledOff(() => readRecords(file, { ...options, nowMs: app.nowMs() }));
  if (read.ok) return { name, kind: 'records', ...read.value };
  if (read.error.type === 'PassphraseNeeded') return { name, kind: 'sealed', file, obstacle: null };
  if (read.error.type === 'WrongPassphrase') return { name, kind: 'sealed', file, obstacle: read.error };
  return { name, kind: 'refused', obstacle: read.error };
}
