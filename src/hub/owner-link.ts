/** The link that founds the district. The hub keeps the hash of a key derived from it, and prints the link once. */
import { randomBytes, randomUUID } from 'node:crypto';
import { assert } from '#domain/result.ts';
import { authKeyOf, secretBytes, tokenHashOf } from '#wire/auth-key.ts';
import { formatFragment } from '#wire/link.ts';
import type { OwnerLink } from './store/district.ts';

/** A new link: what the hub keeps, and the part of the address after `#`. */
export function makeOwnerLink(): { readonly kept: OwnerLink; readonly fragment: string } {
  const secret = randomBytes(secretBytes);
  const id = randomUUID();
  const authHash = tokenHashOf(authKeyOf(secret));
  assert(authHash !== null, 'an auth key is base64url');
  return { kept: { id, authHash }, fragment: formatFragment({ kind: 'owner', id, secret }) };
}
