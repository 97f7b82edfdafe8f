/** Who asks: a device by its token, or a link by the key of its secret. The hub keeps hashes of both. */
import { timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '#domain/result.ts';
import { parseAuthorization, tokenHashOf, type Credential } from '#wire/auth-key.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import type { Invitation } from './store/invitations.ts';
import type { KnownDevice } from './store/members.ts';
import type { Pairing } from './store/pairings.ts';
import type { Store } from './store/store.ts';

export type Caller =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'device'; readonly device: KnownDevice }
  | { readonly kind: 'owner-link'; readonly linkId: string }
  | { readonly kind: 'invitation'; readonly invitation: Invitation }
  | { readonly kind: 'pairing'; readonly pairing: Pairing };

/**
 * Finds out who sent this header. `sign-in-needed` when it is missing, malformed, unknown or
 * wrong, all alike; `revoked` for a device that was put out; `link-spent` for a link that is over.
 */
export async function authenticate(store: Store, header: string | undefined, nowMs: number): Promise<Result<Caller, ErrorCode>> {
  const credential = parseAuthorization(header ?? '');
  if (credential === null) return err('sign-in-needed');
  switch (credential.scheme) {
    case 'Bearer': return byToken(store, credential);
    case 'Invite': return byLink(store, credential, nowMs);
    case 'Pair': return byPairing(store, credential, nowMs);
  }
}

async function byToken(store: Store, { id, token }: Credential): Promise<Result<Caller, ErrorCode>> {
  const device = await store.device(id);
  if (!device || !isSame(device.tokenHash, token)) return err('sign-in-needed');
  return device.isRevoked ? err('revoked') : ok({ kind: 'device', device });
}

async function byLink(store: Store, { id, token }: Credential, nowMs: number): Promise<Result<Caller, ErrorCode>> {
  const owner = await store.ownerLink();
  if (owner?.id === id && isSame(owner.authHash, token)) return ok({ kind: 'owner-link', linkId: id });
  const invitation = await store.invitation(id);
  if (!invitation || !isSame(invitation.authHash, token)) return err('sign-in-needed');
  // A used one still identifies the device that used it: its answer may have been lost.
  return invitation.expiresAtMs < nowMs && invitation.usedBy === null ? err('link-spent') : ok({ kind: 'invitation', invitation });
}

async function byPairing(store: Store, { id, token }: Credential, nowMs: number): Promise<Result<Caller, ErrorCode>> {
  const pairing = await store.pairing(id);
  if (!pairing || !isSame(pairing.authHash, token)) return err('sign-in-needed');
  return pairing.expiresAtMs < nowMs ? err('link-spent') : ok({ kind: 'pairing', pairing });
}

function isSame(hash: string, token: string): boolean {
  const given = Buffer.from(tokenHashOf(token) ?? '');
  const kept = Buffer.from(hash);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
