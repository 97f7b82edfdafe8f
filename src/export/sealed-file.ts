import { Encrypter } from 'age-encryption';
import { err, ok, type Result } from '#domain/result.ts';
import { workFactor } from './backup-age/meta.ts';

/** For whom a file is sealed: whoever knows the passphrase, or holds the identity of one of the public keys (`age1...`, `age1pq1...`). */
export type SealFor = { readonly passphrase: string } | { readonly recipients: readonly string[] };

/** A public key that age does not know, or none at all; `at` counts from 0. */
export interface RecipientRefused {
  readonly type: 'RecipientRefused';
  readonly at: number;
}

/** Bech32, in lower case; the library proves checksum and point. A key of a plugin is not for here. */
const shape = /^age1(?:pq1)?[02-9ac-hj-np-z]{10,4000}$/u;

/** The bytes as an age file, version 1 (https://age-encryption.org/v1). Passphrases are taken as typed on any keyboard (NFC). */
export async function sealFile(bytes: Uint8Array<ArrayBuffer>, to: SealFor): Promise<Result<Uint8Array<ArrayBuffer>, RecipientRefused>> {
  const encrypter = encrypterFor(to);
  return encrypter.ok ? ok(new Uint8Array(await encrypter.value.encrypt(bytes))) : encrypter;
}

/** The same of a large file, piece by piece. Rejects with an AbortError when called off. */
export async function sealBlob(file: Blob, to: SealFor, signal?: AbortSignal): Promise<Result<Blob, RecipientRefused>> {
  const encrypter = encrypterFor(to);
  if (!encrypter.ok) return encrypter;
  const sealed = await encrypter.value.encrypt(file.stream());
  const parts: Blob[] = [];
  const reader = sealed.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      signal?.throwIfAborted();
      parts.push(new Blob([new Uint8Array(next.value)]));
    }
  } catch (error) {
    await reader.cancel(error);
    throw error;
  }
  return ok(new Blob(parts, { type: 'application/octet-stream' }));
}

function encrypterFor(to: SealFor): Result<Encrypter, RecipientRefused> {
  const encrypter = new Encrypter();
  if ('passphrase' in to) {
    encrypter.setScryptWorkFactor(workFactor);
    encrypter.setPassphrase(to.passphrase.normalize('NFC'));
    return ok(encrypter);
  }
  for (const [at, recipient] of to.recipients.entries()) {
    if (!isTaken(encrypter, recipient)) return err({ type: 'RecipientRefused', at });
  }
  return to.recipients.length === 0 ? err({ type: 'RecipientRefused', at: 0 }) : ok(encrypter);
}

/** The library throws plain errors for a checksum or a point that is none. */
function isTaken(encrypter: Encrypter, recipient: string): boolean {
  if (!shape.test(recipient)) return false;
  try {
    encrypter.addRecipient(recipient);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
