/** Seals a file for a passphrase or for readers' keys, as an age file of any of the forms. */
import { err, ok, type Result } from '#domain/result.ts';
import type { ExportedFile } from './exported-file.ts';
import type { ExportObstacle, SealObstacle } from './obstacle.ts';
import { fetchWriter } from './fetch-writer.ts';

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

/** The file, sealed when asked for. A key that age does not know is `RecipientRefused` with its line. */
export async function sealed(file: ExportedFile, seal: Seal | null): Promise<Result<ExportedFile, ExportObstacle>> {
  if (seal === null) return ok(file);
  const writer = await fetchWriter(() => import('#export/sealed-file.ts'));
  if (!writer.ok) return writer;
  const to = seal.for === 'passphrase' ? { passphrase: seal.passphrase } : { recipients: lines(seal.keys) };
  const bytes = await writer.value.sealFile(file.bytes, to);
  return bytes.ok ? ok({ name: `${file.name}.age`, mediaType: 'application/octet-stream', bytes: bytes.value }) : err({ type: 'RecipientRefused', line: bytes.error.at + 1 });
}
