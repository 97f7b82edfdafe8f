/**
 * A keyring: a member's content keys as one age file.
 *
 *   scope `record`   recipients: the member, the district
 *   scope `draft`    recipient: the member alone
 *
 * Inside, as JSON in UTF-8:
 *   { "format": "quiet-checkpoint/keyring", "version": 1, "hubId": UUID, "memberId": UUID,
 *     "scope": "record", "keys": [{ "keyId": UUID, "key": 32 bytes as base64url, "madeAtMs": 1790000000000, "scope": "record" }] }
 *
 * What is signed beside it (member, scope, number, hash of the file) is the wire's affair.
 * Opens with the age tool: `age -d -i identity.txt keyring.age`.
 */
import { isUuid } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { z } from '#domain/zod.ts';
import { contentKeySchema, keyScopes, type ContentKey, type KeyScope } from './content-key.ts';
import { openJsonWith, sealJsonTo, type NotForThisKey, type RecipientRefused } from './to-recipients.ts';

export interface Keyring {
  readonly hubId: string;
  readonly memberId: string;
  readonly scope: KeyScope;
  readonly keys: readonly ContentKey[];
}

/** It opened, and is not what it should be. */
export interface NotAKeyring {
  readonly type: 'NotAKeyring';
}

const format = 'quiet-checkpoint/keyring';
const schema = z.object({
  format: z.literal(format),
  version: z.literal(1),
  hubId: z.string().check(z.refine(isUuid)),
  memberId: z.string().check(z.refine(isUuid)),
  scope: z.enum(keyScopes),
  keys: z.array(contentKeySchema).check(z.maxLength(1_000)),
});

/** Seals a keyring to its recipients. */
export const sealKeyring = ({ hubId, memberId, scope, keys }: Keyring, recipients: readonly string[]): Promise<Result<Uint8Array<ArrayBuffer>, RecipientRefused>> =>
  sealJsonTo(recipients, { format, version: 1, hubId, memberId, scope, keys });

/** Opens a keyring. `NotAKeyring` when it is of another hub, member or scope than expected, or holds no keys. */
export async function openKeyring(
  identity: string, file: Uint8Array, expected: Omit<Keyring, 'keys'>,
): Promise<Result<Keyring, NotForThisKey | NotAKeyring>> {
  const opened = await openJsonWith(identity, file);
  if (!opened.ok) return opened;
  const keyring = readKeyring(opened.value);
  const isExpected = keyring?.hubId === expected.hubId && keyring.memberId === expected.memberId && keyring.scope === expected.scope;
  return isExpected ? ok(keyring) : err({ type: 'NotAKeyring' });
}

/** The keyring of an opened file's JSON; null when it is none, or has keys of another scope. */
export function readKeyring(value: unknown): Keyring | null {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return null;
  const { hubId, memberId, scope, keys } = parsed.data;
  return keys.every((key) => key.scope === scope) ? { hubId, memberId, scope, keys } : null;
}

/** Both sets of keys, each id once; of one id that has two keys, the first stands. */
export function joinedKeys(one: readonly ContentKey[], other: readonly ContentKey[]): ContentKey[] {
  const known = new Set(one.map(({ keyId }) => keyId));
  return [...one, ...other.filter(({ keyId }) => !known.has(keyId))];
}
