import { Encrypter } from 'age-encryption';
import { err, ok, type Result } from '#domain/result.ts';
import { workFactor } from './backup-age/meta.ts';

/** For whom a file is sealed: whoever knows the passphrase, or holds the identity of one of the public keys (`age1...`). */
export type SealFor = { readonly passphrase: string } | { readonly recipients: readonly string[] };

/** A public key that age does not know; `at` counts from 0. */
export interface RecipientRefused {
  readonly type: 'RecipientRefused';
  readonly at: number;
}

/** The bytes as an age file, version 1 (https://age-encryption.org/v1). Passphrases are taken as typed on any keyboard (NFC). */
export async function sealFile(bytes: Uint8Array<ArrayBuffer>, to: SealFor): Promise<Result<Uint8Array<ArrayBuffer>, RecipientRefused>> {
  const encrypter = new Encrypter();
  if ('passphrase' in to) {
    encrypter.setScryptWorkFactor(workFactor);
    encrypter.setPassphrase(to.passphrase.normalize('NFC'));
  } else {
    for (const [at, recipient] of to.recipients.entries()) {
      try {
        encrypter.addRecipient(recipient);
      } catch (error) {
        if (error instanceof Error) return err({ type: 'RecipientRefused', at });
        throw error;
      }
    }
  }
  return ok(new Uint8Array(await encrypter.encrypt(bytes)));
}
