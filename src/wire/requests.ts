/** The JSON bodies that clients send, by route. The hub parses each by its schema and refuses anything else. */
import { z } from '#domain/zod.ts';
import { atMsSchema, blobSchema, countSchema, hashSchema, idSchema, roleSchema, signatureSchema } from './ids.ts';
import { limits } from './limits.ts';
import {
  memberKeysSchema, recipientSchema, signedCertificateSchema, signedPublishedSchema, signedRevocationsSchema, signedStatementSchema,
} from './statements.ts';

/** Without NUL, which PostgreSQL does not store. */
const label = z.optional(z.string().check(z.maxLength(limits.labelCharacters), z.refine((text) => !text.includes('\u0000'))));

/** A device that comes in: its id, the hash of the token that it made, a name (the client may seal it). */
const device = { deviceId: idSchema, tokenHash: hashSchema, label };

/** `POST found`, by the owner link. */
export const foundSchema = z.object({ ...device, memberId: idSchema, keys: memberKeysSchema, statement: signedStatementSchema, certificate: signedCertificateSchema });
export type FoundRequest = z.infer<typeof foundSchema>;

/** `POST join`, by an invitation. For a recovery `memberId` is the invitation's `recovers`. */
export const joinSchema = z.object({ ...device, memberId: idSchema, keys: memberKeysSchema, proof: hashSchema });
export type JoinRequest = z.infer<typeof joinSchema>;

/** `POST invitations`. `authHash` is the hash of the auth key of the link's secret. */
export const invitationSchema = z.object({
  inviteId: idSchema, role: roleSchema, authHash: hashSchema, recovers: z.optional(idSchema), expiresAtMs: z.optional(atMsSchema), label,
});
export type InvitationRequest = z.infer<typeof invitationSchema>;

/** `PUT members/:id/certificate`. Also countersigns a recovery, which retires the member's earlier devices. */
export const certificateRequestSchema = z.object({ certificate: signedCertificateSchema });

/** `POST members/:id/revoke`: the new list, which has to hold the member and all who were in the old one. */
export const revokeSchema = z.object({ revocations: signedRevocationsSchema });

/** `PUT statement`. */
export const statementRequestSchema = z.object({ statement: signedStatementSchema });

/** `PUT members/:id/grant`: the district's identity, encrypted to that member; the root's signature covers its hash. */
export const grantSchema = z.object({ version: countSchema, blob: blobSchema(limits.blobBytes), signature: signatureSchema });

/**
 * `PUT keyrings/:scope` (own) and `PUT members/:id/keyrings/record` (an owner, for a recovered
 * member). `signature` covers a `BlobStatement`, by the member's signer or, from an owner, the root.
 */
export const keyringSchema = z.object({ version: countSchema, blob: blobSchema(limits.blobBytes), signature: signatureSchema });
export type KeyringRequest = z.infer<typeof keyringSchema>;

/** `POST pairings`, by the device that is in. */
export const pairingSchema = z.object({ pairingId: idSchema, authHash: hashSchema });

/** `POST pairings/:id/claim`, by the device that comes in. */
export const claimSchema = z.object({ ...device, recipient: recipientSchema, proof: hashSchema });
export type ClaimRequest = z.infer<typeof claimSchema>;

/** `PUT pairings/:id/answer`: member keys and keyring for the new device, which is in from here on. */
export const answerSchema = z.object({ blob: blobSchema(limits.blobBytes), mac: hashSchema });

/** `PUT published`. */
export const publishedRequestSchema = z.object({ published: signedPublishedSchema });
