/** The JSON bodies that the hub answers with. Clients parse each by its schema: a hub may be hostile. */
import { z } from '#domain/zod.ts';
import { recordRefusals } from './error-code.ts';
import { envelopeKinds } from './envelope.ts';
import { atMsSchema, blobSchema, countSchema, hashSchema, idSchema, roleSchema, scopeSchema, seqSchema, signatureSchema } from './ids.ts';
import { limits } from './limits.ts';
import {
  memberKeysSchema, recipientSchema, signedCertificateSchema, signedPublishedSchema, signedRevocationsSchema, signedStatementSchema,
} from './statements.ts';

const label = z.nullable(z.string().check(z.maxLength(limits.labelCharacters)));
const list = <Row extends z.ZodMiniType>(row: Row): z.ZodMiniArray<Row> => z.array(row).check(z.maxLength(10_000));

/** `GET hub`, open to all. `epoch` changes when the hub was restored from a backup: cursors of another epoch are void. */
export const hubSchema = z.object({
  hubId: idSchema,
  protocol: z.literal(1),
  epoch: idSchema,
  statement: z.nullable(signedStatementSchema),
  revocations: z.nullable(signedRevocationsSchema),
  limits: z.object({ batchBytes: z.number(), batchRecords: z.number(), recordBytes: z.number() }),
  nowMs: atMsSchema,
});
export type HubAnswer = z.infer<typeof hubSchema>;

/** Whether it was done; for routes with nothing else to say. */
export const doneSchema = z.object({ done: z.literal(true) });

/** `GET join`, by an invitation, before it is used. */
export const invitedSchema = z.object({ inviteId: idSchema, role: roleSchema, recovers: z.nullable(idSchema), expiresAtMs: atMsSchema, statement: signedStatementSchema });
export type InvitedAnswer = z.infer<typeof invitedSchema>;

/** A device of a member; without its token, of course. */
export const deviceSchema = z.object({ deviceId: idSchema, label, createdAtMs: atMsSchema, seenAtMs: z.nullable(atMsSchema), revokedAtMs: z.nullable(atMsSchema) });
export type DeviceAnswer = z.infer<typeof deviceSchema>;

/** `GET me`. `certificate` is the newest, null until an owner has countersigned. */
export const meSchema = z.object({
  hubId: idSchema, memberId: idSchema, deviceId: idSchema, role: roleSchema,
  certificate: z.nullable(signedCertificateSchema), devices: list(deviceSchema), head: seqSchema,
});
export type MeAnswer = z.infer<typeof meSchema>;

/** A member. `certificates` has all that were ever issued, oldest first: old records bear old signatures. */
export const memberSchema = z.object({
  memberId: idSchema, role: roleSchema, label, revokedAtMs: z.nullable(atMsSchema),
  certificates: z.array(signedCertificateSchema).check(z.maxLength(1_000)),
  devices: list(deviceSchema),
  /** The member's sequence at the hub: the cursor of one who has everything. */
  head: seqSchema,
});
export type MemberAnswer = z.infer<typeof memberSchema>;

/** Somebody who used an invitation and waits for an owner. */
export const pendingSchema = z.object({
  inviteId: idSchema, memberId: idSchema, deviceId: idSchema, role: roleSchema, recovers: z.nullable(idSchema),
  keys: memberKeysSchema, proof: hashSchema, label, joinedAtMs: atMsSchema,
});
export type PendingAnswer = z.infer<typeof pendingSchema>;

/** `GET members`: a leader gets the own row, district and owners all; `joins` is empty but for owners. */
export const membersSchema = z.object({ members: list(memberSchema), joins: list(pendingSchema) });
export type MembersAnswer = z.infer<typeof membersSchema>;

/** `GET invitations`. */
export const invitationsSchema = z.object({
  invitations: list(z.object({
    inviteId: idSchema, role: roleSchema, recovers: z.nullable(idSchema), label, createdAtMs: atMsSchema, expiresAtMs: atMsSchema, usedAtMs: z.nullable(atMsSchema),
  })),
});
export type InvitationsAnswer = z.infer<typeof invitationsSchema>;

const blob = z.object({ version: countSchema, blob: blobSchema(limits.blobBytes), signature: signatureSchema });

/** `GET members/:id/grant`. */
export const grantAnswerSchema = blob;

/** `GET members/:id/keyrings`: the newest of each scope that one may read. */
export const keyringsSchema = z.object({ keyrings: z.array(z.extend(blob, { scope: scopeSchema })).check(z.maxLength(2)) });
export type KeyringsAnswer = z.infer<typeof keyringsSchema>;

/** `GET pairings/:id`. */
export const pairingStateSchema = z.object({
  expiresAtMs: atMsSchema,
  claim: z.nullable(z.object({ deviceId: idSchema, recipient: recipientSchema, proof: hashSchema, label })),
  answered: z.boolean(),
});
export type PairingState = z.infer<typeof pairingStateSchema>;

/** `GET pairings/:id/answer`. */
export const pairingAnswerSchema = z.object({ memberId: idSchema, blob: blobSchema(limits.blobBytes), mac: hashSchema });

const kind = z.enum(envelopeKinds);

/** What is at the hub for one record of a push. `superseded`: what is there is a later revision than the one pushed. */
export const receiptSchema = z.object({
  recordId: idSchema, deviceId: idSchema, kind, revision: countSchema, sha256: hashSchema, seq: seqSchema, superseded: z.optional(z.literal(true)),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** A record of a push that was not taken. `index` is its place in the push; the rest is null for what is no envelope. */
export const refusedSchema = z.object({
  index: z.number().check(z.int(), z.gte(0)),
  recordId: z.nullable(idSchema), deviceId: z.nullable(idSchema), kind: z.nullable(kind), revision: z.nullable(countSchema),
  code: z.enum(recordRefusals),
});
export type Refused = z.infer<typeof refusedSchema>;

/** `POST records`. */
export const pushSchema = z.object({ receipts: z.array(receiptSchema).check(z.maxLength(limits.batchRecords)), refused: z.array(refusedSchema).check(z.maxLength(limits.batchRecords)) });
export type PushAnswer = z.infer<typeof pushSchema>;

/** `GET records/compare`: what the hub holds of a member, by sequence; `next` is null on the last page. */
export const compareSchema = z.object({
  count: seqSchema,
  seq: seqSchema,
  rows: z.array(z.tuple([idSchema, idSchema, kind, countSchema, hashSchema])).check(z.maxLength(limits.pageRows)),
  next: z.nullable(seqSchema),
});
export type CompareAnswer = z.infer<typeof compareSchema>;

/** `GET published`. */
export const publishedAnswerSchema = z.object({ published: z.nullable(signedPublishedSchema) });

/** `GET audit`. */
export const auditSchema = z.object({
  entries: z.array(z.object({
    id: z.string().check(z.maxLength(100)), atMs: atMsSchema, what: z.string().check(z.maxLength(100)),
    memberId: z.nullable(idSchema), deviceId: z.nullable(idSchema), about: z.nullable(z.string().check(z.maxLength(200))), count: z.nullable(z.number()),
  })).check(z.maxLength(limits.pageRows)),
  next: z.nullable(z.string().check(z.maxLength(100))),
});
export type AuditAnswer = z.infer<typeof auditSchema>;
