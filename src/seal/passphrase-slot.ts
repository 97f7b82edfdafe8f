/** The slot that opens with a passphrase: Argon2id makes the secret bytes; see kdf.ts and wrapped-key.ts. */
import type { Result } from '#domain/result.ts';
import { kdfParamsOf, newKdfParams, passphraseBytes, type Kdf, type KdfParams } from './kdf.ts';
import { unwrapKey, wrapKey, wrappedSlotOf, type WrappedSlot, type WrongSecret } from './wrapped-key.ts';

export interface PassphraseSlot extends WrappedSlot {
  readonly kind: 'passphrase';
  readonly kdf: KdfParams;
}

/** Wraps an extractable data key under a passphrase. `kdf` derives; it takes about half a second. */
export async function makePassphraseSlot(
  dataKey: CryptoKey, text: string, kdf: Kdf, head: Pick<PassphraseSlot, 'id' | 'label' | 'madeAtMs'>,
): Promise<PassphraseSlot> {
  const params = newKdfParams();
  const secret = await kdf(passphraseBytes(text), params);
  return wrapKey<PassphraseSlot>(dataKey, secret, { ...head, kind: 'passphrase', kdf: params });
}

/** The passphrase slot that a stored row is; null when it is none or damaged. */
export async function passphraseSlotOf(row: unknown): Promise<PassphraseSlot | null> {
  const slot = await wrappedSlotOf('passphrase', row);
  const kdf = kdfParamsOf(slot?.['kdf']);
  return slot && kdf ? { ...slot, kind: 'passphrase', kdf } : null;
}

/** The data key; `WrongSecret` when the passphrase is another. */
export async function openPassphraseSlot(
  slot: PassphraseSlot, text: string, kdf: Kdf, extractable = false,
): Promise<Result<CryptoKey, WrongSecret>> {
  return unwrapKey(slot, await kdf(passphraseBytes(text), slot.kdf), extractable);
}
