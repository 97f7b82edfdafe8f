/**
 * Small secrets for the holders of age keys: an age file (age-encryption.org/v1), binary, whose
 * recipients are post-quantum hybrid keys (`age1pq1...`). The age tool of a version that knows
 * them opens such a file with the identity in a text file; one for X25519 keys (`age1...`),
 * which is accepted here too, opens with every version of the tool.
 */
import { Decrypter, Encrypter } from 'age-encryption';
import { err, ok, type Result } from '#domain/result.ts';

/** A recipient is not a public key of age. */
export interface RecipientRefused {
  readonly type: 'RecipientRefused';
}

/** The file is not one of age, was altered, or is for other keys. */
export interface NotForThisKey {
  readonly type: 'NotForThisKey';
}

const shape = /^age1(?:pq1)?[02-9ac-hj-np-z]{10,4000}$/;

/** Encrypts to all of the recipients: each of them alone can open it. */
export async function sealTo(recipients: readonly string[], plain: Uint8Array): Promise<Result<Uint8Array<ArrayBuffer>, RecipientRefused>> {
  const encrypter = new Encrypter();
  try {
    for (const recipient of recipients) {
      if (!shape.test(recipient)) return err({ type: 'RecipientRefused' });
      encrypter.addRecipient(recipient);
    }
    if (recipients.length === 0) return err({ type: 'RecipientRefused' });
    return ok(new Uint8Array(await encrypter.encrypt(plain)));
  } catch (error) {
    if (error instanceof Error) return err({ type: 'RecipientRefused' }); // a checksum or a point that is none
    throw error;
  }
}

/** Opens a file by an identity (`AGE-SECRET-KEY-PQ-1...` or `AGE-SECRET-KEY-1...`). */
export async function openWith(identity: string, file: Uint8Array): Promise<Result<Uint8Array<ArrayBuffer>, NotForThisKey>> {
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return ok(new Uint8Array(await decrypter.decrypt(file)));
  } catch (error) {
    // The library throws plain errors for whatever does not fit.
    if (error instanceof Error) return err({ type: 'NotForThisKey' });
    throw error;
  }
}

/** Encrypts a JSON value, as it stands at the call. */
export const sealJsonTo = (recipients: readonly string[], value: unknown): Promise<Result<Uint8Array<ArrayBuffer>, RecipientRefused>> =>
  sealTo(recipients, new TextEncoder().encode(JSON.stringify(value)));

/** The JSON value of a file; whoever reads it parses it. `NotForThisKey` too when there is no JSON inside. */
export async function openJsonWith(identity: string, file: Uint8Array): Promise<Result<unknown, NotForThisKey>> {
  const opened = await openWith(identity, file);
  if (!opened.ok) return opened;
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened.value)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return err({ type: 'NotForThisKey' });
    throw error;
  }
}
