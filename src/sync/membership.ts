/** What this device keeps of its membership: rows of the table `sync` (domain/sync/named-rows.ts), each read through its schema. */
import type { SyncRowId } from '#domain/sync/named-rows.ts';
import { z } from '#domain/zod.ts';
import { contentKeySchema } from '#seal/content-key.ts';
import { atMsSchema, countSchema, hashSchema, idSchema, roleSchema, seqSchema } from '#wire/ids.ts';
import { signedPublishedSchema, signedRevocationsSchema, signedStatementSchema } from '#wire/statements.ts';
import type { SyncPorts } from './ports.ts';

/** Who this device is to the hub. `token` is its own; the keys are shared with the member's other devices. */
export const identitySchema = z.looseObject({
  hubId: idSchema,
  memberId: idSchema,
  deviceId: idSchema,
  token: hashSchema,
  role: roleSchema,
  keys: z.object({ identity: z.string(), signingKey: hashSchema }),
  /** SHA-256 of the root's public key, as the link named it: nothing else is trusted. */
  pin: hashSchema,
  joinedAtMs: atMsSchema,
  /** False until an owner's device has signed the keys. */
  confirmed: z.boolean(),
});
export type Identity = z.infer<typeof identitySchema>;

const versionAndHash = z.object({ version: countSchema, sha256: hashSchema });

/** The highest that was seen of everything that only grows. */
export const trustSchema = z.object({
  /** Of the hub's database; another one means that it was restored from a backup. */
  epoch: z.nullable(idSchema),
  statement: z.nullable(signedStatementSchema),
  revocations: z.nullable(signedRevocationsSchema),
  /** The newest certificate's serial, by member. */
  serials: z.record(z.string(), countSchema),
  /** The newest keyring, by `member/scope`. */
  keyrings: z.record(z.string(), versionAndHash),
  publishedVersion: z.number(),
  /** When this device first heard of the latest revocation or of a new recipient of the district: content keys of before are not used any more. */
  renewedAtMs: z.number(),
  /** The hub was restored from a backup, and not all of it has been compared anew yet. */
  restored: z._default(z.boolean(), false),
});
export type Trust = z.infer<typeof trustSchema>;
export const noTrust: Trust = { epoch: null, statement: null, revocations: null, serials: {}, keyrings: {}, publishedVersion: 0, renewedAtMs: 0, restored: false };

/** Up to which sequence each member's records were taken in. */
export const cursorsSchema = z.record(z.string(), seqSchema);
export type Cursors = z.infer<typeof cursorsSchema>;

/** Own content keys of both scopes; `pushed`: the version at the hub, and for which recipients. */
const ringSchema = z.object({ version: z.number(), readers: z.array(z.string()), keys: z.array(contentKeySchema), dirty: z.boolean() });
export const keyringsSchema = z.object({ record: ringSchema, draft: ringSchema });
export type OwnRing = z.infer<typeof ringSchema>;
export type OwnRings = z.infer<typeof keyringsSchema>;
const noRing: OwnRing = { version: 0, readers: [], keys: [], dirty: false };
export const noRings: OwnRings = { record: noRing, draft: noRing };

/** What is handed to readers: the district's identities and, to owners, the root signer. */
export const grantedSchema = z.object({ district: z.lazy(() => districtSchema), root: z.optional(hashSchema) });

/** The district's private identities, the newest first; older ones open what was sealed before a renewal. */
export const districtSchema = z.object({ version: countSchema, identities: z.array(z.string()).check(z.minLength(1), z.maxLength(100)) });
export type District = z.infer<typeof districtSchema>;

/**
 * The root signer, with owners only: 32 bytes, base64url. `serial` is the last that it gave out.
 * `granted`: which version of the district's identity was handed to whom, and to which keys.
 */
export const rootSchema = z.object({ privateKey: hashSchema, serial: z.number(), granted: z._default(z.record(z.string(), z.string()), {}) });
export type Root = z.infer<typeof rootSchema>;

/** An invitation that is out. The secret is 16 bytes, base64url. */
export const inviteSchema = z.object({
  inviteId: idSchema, secret: z.string(), role: roleSchema, recovers: z.nullable(idSchema), expiresAtMs: atMsSchema,
});
export const invitesSchema = z.array(inviteSchema);
export type Invite = z.infer<typeof inviteSchema>;

/** What the district gave out, with its signature. */
export const publishedRowSchema = signedPublishedSchema;

/** Content keys of another member, by the version of the keyring that they came in. */
export const otherKeysSchema = z.object({ version: countSchema, keys: z.array(contentKeySchema) });
export type OtherKeys = z.infer<typeof otherKeysSchema>;

/** How the last pass went; for the screens, and for waiting longer after each failure. */
export const passRowSchema = z.object({ failures: z.number(), nextAtMs: z.nullable(z.number()), metAtMs: z.nullable(z.number()) });
export type PassRow = z.infer<typeof passRowSchema>;

/** Names of rows: those of the list, another member's keys, a roadmap by its id. */
export type RowName = SyncRowId | `keys:${string}` | `roadmap:${string}`;

/** A row through its schema; `otherwise` where there is none or it does not fit. */
export async function readRow<T>(ports: Pick<SyncPorts, 'storage'>, name: RowName, schema: z.ZodMiniType<T>, otherwise: T): Promise<T> {
  const row = schema.safeParse(await ports.storage.readNamed('sync', name));
  return row.success ? row.data : otherwise;
}

/** A row to write. */
export const row = (id: RowName, value: unknown): { readonly id: string; readonly value: unknown } => ({ id, value });

/** The membership of this device; null without a hub. */
export async function readIdentity(ports: Pick<SyncPorts, 'storage'>): Promise<Identity | null> {
  const parsed = identitySchema.safeParse(await ports.storage.readNamed('sync', 'identity'));
  return parsed.success ? parsed.data : null;
}
