/** What is signed, and by whom. Loose objects: fields of a later version stay, and stay covered by the signature. */
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from '#domain/zod.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { atMsSchema, countSchema, hashSchema, idSchema, roleSchema, scopeSchema } from './ids.ts';
import { limits } from './limits.ts';
import { signedSchema } from './signed.ts';

/** An age recipient, hybrid post-quantum. */
export const recipientSchema = z.string().check(z.startsWith('age1pq1'), z.maxLength(limits.recipientCharacters), z.regex(/^[a-z0-9]+$/));

/** A member's public keys: where to encrypt to, and whose signature to expect (base64url). */
export const memberKeysSchema = z.object({ recipient: recipientSchema, signer: hashSchema });
export type MemberKeys = z.infer<typeof memberKeysSchema>;

/** The district's own statement, signed by its root. `version` grows when the recipient is renewed. */
export const statementSchema = z.looseObject({
  hubId: idSchema,
  version: countSchema,
  /** The public key that signs this and everything below. Its hash is the pin in every link. */
  rootSigner: hashSchema,
  recipient: recipientSchema,
  issuedAtMs: atMsSchema,
});
export type Statement = z.infer<typeof statementSchema>;

/** Whose keys these are, signed by the root. `serial` grows with each certificate that the root signs. */
export const certificateSchema = z.looseObject({
  hubId: idSchema,
  memberId: idSchema,
  role: roleSchema,
  recipient: recipientSchema,
  signer: hashSchema,
  issuedAtMs: atMsSchema,
  serial: countSchema,
});
export type Certificate = z.infer<typeof certificateSchema>;

/** All members that were ever revoked, signed by the root; the list and its serial only grow. */
export const revocationsSchema = z.looseObject({
  hubId: idSchema,
  serial: countSchema,
  revoked: z.array(idSchema).check(z.maxLength(1_000)),
  issuedAtMs: atMsSchema,
});
export type Revocations = z.infer<typeof revocationsSchema>;

/** What the signature beside a keyring's or a grant's blob covers, by the member's signer or the root. */
export const blobStatementSchema = z.looseObject({
  hubId: idSchema,
  memberId: idSchema,
  scope: z.union([scopeSchema, z.literal('grant')]),
  version: countSchema,
  /** Of the blob's bytes, base64url. */
  sha256: hashSchema,
});
export type BlobStatement = z.infer<typeof blobStatementSchema>;

/** What the district gives all its members, signed by the root. */
export const publishedSchema = z.looseObject({
  hubId: idSchema,
  version: countSchema,
  issuedAtMs: atMsSchema,
  /** A roadmap as its file; whoever reads it validates it by the domain. */
  roadmap: z.optional(z.unknown()),
  settings: z.optional(z.record(z.string().check(z.maxLength(100)), z.unknown())),
});
export type Published = z.infer<typeof publishedSchema>;

export const signedStatementSchema = signedSchema(statementSchema);
export const signedCertificateSchema = signedSchema(certificateSchema);
export const signedRevocationsSchema = signedSchema(revocationsSchema);
export const signedPublishedSchema = signedSchema(publishedSchema);
export type SignedStatement = z.infer<typeof signedStatementSchema>;
export type SignedCertificate = z.infer<typeof signedCertificateSchema>;
export type SignedRevocations = z.infer<typeof signedRevocationsSchema>;
export type SignedPublished = z.infer<typeof signedPublishedSchema>;

/** SHA-256 as base64url. */
export const sha256Of = (bytes: Uint8Array): string => toBase64Url(sha256(bytes));

/**
 * The pin of a district: the hash of its root's public key, carried in every invitation.
 * @returns null when `rootSigner` is not base64url
 */
export function fingerprintOf(rootSigner: string): string | null {
  const key = fromBase64Url(rootSigner);
  return key === null ? null : sha256Of(key);
}
