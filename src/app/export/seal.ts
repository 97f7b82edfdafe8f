/** Seals a file for a passphrase or for readers' keys, as an age file of any of the forms. */
import { err, ok, type Result } from '#domain/result.ts';
import type { ExportedFile, LargeFile } from './exported-file.ts';
import { fetchWriter, type WriterMissing } from './fetch-writer.ts';
import type { SealObstacle } from './obstacle.ts';

/** For whom a file is sealed. */
export type Seal =
  | { readonly for: 'passphrase'; readonly passphrase: string; /** Typed once more. */ readonly again: string }
  /** Public keys of age, one on a line. */
  | { readonly for: 'recipients'; readonly keys: string };

/** As for a backup: the file may lie anywhere, and guessing at it is not slowed down by this app. */
export const leastPassphrase = 12;

const lines = (keys: string): string[] => keys.split(/[\s,;]+/u).filter((key) => key !== '');

/** Whether a seal can be made as it was asked for; `SealShort`, `SealDiffers`, `RecipientRefused` without a key. */
export function checkSeal(seal: Seal | null): Result<void, SealObstacle> {
  if (seal === null) return ok(undefined);
  if (seal.for === 'recipients') return lines(seal.keys).length === 0 ? err({ type: 'RecipientRefused', line: 1 }) : ok(undefined);
  if (seal.passphrase.length < leastPassphrase) return err({ type: 'SealShort', least: leastPassphrase });
  return seal.passphrase === seal.again ? ok(undefined) : err({ type: 'SealDiffers' });
}

const sealedName = (name: string): { readonly name: string; readonly mediaType: string } => ({ name: `${name}.age`, mediaType: 'application/octet-stream' });
const readers = (seal: Seal): { readonly passphrase: string } | { readonly recipients: string[] } =>
  (seal.for === 'passphrase' ? { passphrase: seal.passphrase } : { recipients: lines(seal.keys) });
const refusedAt = ({ at }: { readonly at: number }): Result<never, SealObstacle> => err({ type: 'RecipientRefused', line: at + 1 });

/** The file, sealed when asked for. A key that age does not know is `RecipientRefused` with its line. */
export async function sealed(file: ExportedFile, seal: Seal | null): Promise<Result<ExportedFile, SealObstacle | WriterMissing>> {
  if (seal === null) return ok(file);
  const writer = await fetchWriter(() => import('#export/sealed-file.ts'));
  if (!writer.ok) return writer;
  const bytes = await writer.value.sealFile(file.bytes, readers(seal));
  return bytes.ok ? ok({ ...sealedName(file.name), bytes: bytes.value }) : refusedAt(bytes.error);
}

/** The same of a large file, piece by piece. Rejects with an AbortError when called off. */
export async function sealedLarge(file: LargeFile, seal: Seal | null, signal: AbortSignal): Promise<Result<LargeFile, SealObstacle | WriterMissing>> {
  if (seal === null) return ok(file);
  const writer = await fetchWriter(() => import('#export/sealed-file.ts'));
  if (!writer.ok) return writer;
  const bytes = await writer.value.sealBlob(file.bytes, readers(seal), signal);
  return bytes.ok ? ok({ ...sealedName(file.name), bytes: bytes.value }) : refusedAt(bytes.error);
}
