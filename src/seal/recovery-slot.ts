/** The slot that opens with the printed recovery key: 256 random bits need no slow derivation. */
import type { Result } from '#domain/result.ts';
import { readRecoveryKey, type RecoveryTypo } from './recovery-key.ts';
import { unwrapKey, wrapKey, wrappedSlotOf, type WrappedSlot, type WrongSecret } from './wrapped-key.ts';

export interface RecoverySlot extends WrappedSlot {
  readonly kind: 'recovery';
}

/** Wraps an extractable data key under a recovery key in its printed form. */
export async function makeRecoverySlot(
  dataKey: CryptoKey, text: string, head: Pick<RecoverySlot, 'id' | 'label' | 'madeAtMs'>,
): Promise<Result<RecoverySlot, RecoveryTypo>> {
  const secret = readRecoveryKey(text);
  if (!secret.ok) return secret;
  return { ok: true, value: await wrapKey<RecoverySlot>(dataKey, secret.value, { ...head, kind: 'recovery' }) };
}

/** The recovery slot that a stored row is; null when it is none or damaged. */
export async function recoverySlotOf(row: unknown): Promise<RecoverySlot | null> {
  const slot = await wrappedSlotOf('recovery', row);
  return slot ? { ...slot, kind: 'recovery' } : null;
}

/** The data key; `RecoveryTypo` when it was mistyped, `WrongSecret` when it is another slot's. */
export async function openRecoverySlot(
  slot: RecoverySlot, text: string, extractable = false,
): Promise<Result<CryptoKey, RecoveryTypo | WrongSecret>> {
  const secret = readRecoveryKey(text);
  return secret.ok ? unwrapKey(slot, secret.value, extractable) : secret;
}
