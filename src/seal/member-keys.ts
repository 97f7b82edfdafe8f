/**
 * The keys of a member: an age identity that small secrets are sealed to, and an Ed25519 key
 * that signs. Made on the device, kept as text in the sealed store, shared by the devices that
 * the member has paired.
 */
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { err, ok, type Result } from '#domain/result.ts';
import { z } from '#domain/zod.ts';
import { fromBase64Url, toBase64Url } from '#wire/base64url.ts';
import { newSigningKey, publicKeyOf } from './signer.ts';

/** The secret half. */
export interface MemberKeys {
  /** `AGE-SECRET-KEY-PQ-1...` */
  readonly identity: string;
  /** 32 bytes, base64url. */
  readonly signingKey: string;
}

/** The public half, as a certificate carries it. */
export interface PublicKeys {
  /** `age1pq1...` */
  readonly recipient: string;
  /** 32 bytes, base64url. */
  readonly signer: string;
}

/** The text is no keys of a member. */
export interface NotKeys {
  readonly type: 'NotKeys';
}

const schema = z.object({ identity: z.string().check(z.maxLength(200)), signingKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) });

/** New keys, at random. */
export const makeMemberKeys = async (): Promise<MemberKeys> => ({
  identity: await generateHybridIdentity(),
  signingKey: toBase64Url(newSigningKey()),
});

/** A new identity for the district, and its recipient. */
export async function makeDistrictIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The recipient of an identity that was made here. Rejects when it is none. */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity);

/** A new root signer: whose public key the pin is the hash of. Private key and public key, base64url. */
export function makeRootSigner(): { readonly privateKey: string; readonly publicKey: string } {
  const privateKey = newSigningKey();
  return { privateKey: toBase64Url(privateKey), publicKey: toBase64Url(publicKeyOf(privateKey)) };
}

/** Reads keys that were opened from the store or a pairing; `NotKeys` when they are none. */
export async function parseMemberKeys(input: unknown): Promise<Result<MemberKeys, NotKeys>> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return err({ type: 'NotKeys' });
  return (await publicOf(parsed.data)) ? ok(parsed.data) : err({ type: 'NotKeys' });
}

/** The public half; null for keys that are none. */
export async function publicOf({ identity, signingKey }: MemberKeys): Promise<PublicKeys | null> {
  const privateKey = fromBase64Url(signingKey);
  if (privateKey?.length !== 32) return null;
  try {
    return { recipient: await identityToRecipient(identity), signer: toBase64Url(publicKeyOf(privateKey)) };
  } catch (error) {
    if (error instanceof Error) return null; // not an identity of age
    throw error;
  }
}

/** The bytes of the signing key. Throws when the keys were not parsed or made here. */
export function signingBytes({ signingKey }: MemberKeys): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64Url(signingKey);
  if (bytes?.length !== 32) throw new Error('Broken invariant: keys of a member were parsed');
  return bytes;
}
