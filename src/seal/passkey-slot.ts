/**
 * The slot that opens with a passkey: WebAuthn's PRF gives 32 bytes that only this credential
 * gives for one fixed input. The calls to the authenticator, and that input, are in
 * device/passkey.ts. Passkeys get lost and barred, so this is never the only way in.
 */
import type { Result } from '#domain/result.ts';
import { unwrapKey, wrapKey, wrappedSlotOf, type WrappedSlot, type WrongSecret } from './wrapped-key.ts';

export interface PasskeySlot extends WrappedSlot {
  readonly kind: 'passkey';
  /** Base64url, as WebAuthn gives it. */
  readonly credentialId: string;
}

/** Wraps an extractable data key under a passkey's 32 bytes. */
export const makePasskeySlot = (
  dataKey: CryptoKey, prf: Uint8Array<ArrayBuffer>, head: Pick<PasskeySlot, 'id' | 'label' | 'madeAtMs' | 'credentialId'>,
): Promise<PasskeySlot> => wrapKey<PasskeySlot>(dataKey, prf, { ...head, kind: 'passkey' });

/** The passkey slot that a stored row is; null when it is none or damaged. */
export async function passkeySlotOf(row: unknown): Promise<PasskeySlot | null> {
  const slot = await wrappedSlotOf('passkey', row);
  const credentialId = slot?.['credentialId'];
  return slot && typeof credentialId === 'string' ? { ...slot, kind: 'passkey', credentialId } : null;
}

/** The data key; `WrongSecret` when the bytes are of another passkey. */
export const openPasskeySlot = (
  slot: PasskeySlot, prf: Uint8Array<ArrayBuffer>, extractable = false,
): Promise<Result<CryptoKey, WrongSecret>> => unwrapKey(slot, prf, extractable);
