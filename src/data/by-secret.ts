/** A secret and the slots of its way: does one of them open? And the other way round: a slot for a secret. */
import { err, ok, type Result } from '#domain/result.ts';
import type { Kdf } from '#seal/kdf.ts';
import { makePasskeySlot, openPasskeySlot, passkeySlotOf } from '#seal/passkey-slot.ts';
import { makePassphraseSlot, openPassphraseSlot, passphraseSlotOf } from '#seal/passphrase-slot.ts';
import type { RecoveryTypo } from '#seal/recovery-key.ts';
import { makeRecoverySlot, openRecoverySlot, recoverySlotOf } from '#seal/recovery-slot.ts';
import type { WrappedSlot, WrongSecret } from '#seal/wrapped-key.ts';
import type { SlotRow } from './database.ts';
import type { NewSlot, Secret, Way } from './ways.ts';

export type NotOpened = WrongSecret | RecoveryTypo | { readonly type: 'SlotDamaged'; readonly way: Way };

export interface Opening {
  readonly kdf: Kdf;
  /** Only to wrap the key anew; see `unwrapKey`. */
  readonly extractable?: boolean;
}

/** The data key; `SlotDamaged` when no slot of this way is whole. */
export async function openBySecret(rows: readonly SlotRow[], secret: Secret, opening: Opening): Promise<Result<CryptoKey, NotOpened>> {
  let told: NotOpened = { type: 'SlotDamaged', way: secret.way };
  for (const row of rows.filter(({ kind }) => kind === secret.way)) {
    const opened = await openRowBy(row, secret, opening);
    if (opened?.ok) return opened;
    if (opened) told = opened.error;
  }
  return err(told);
}

/** Null for a row that is damaged. */
async function openRowBy(row: SlotRow, secret: Secret, { kdf, extractable = false }: Opening): Promise<Result<CryptoKey, NotOpened> | null> {
  switch (secret.way) {
    case 'passphrase': {
      const slot = await passphraseSlotOf(row);
      return slot && openPassphraseSlot(slot, secret.text, kdf, extractable);
    }
    case 'recovery': {
      const slot = await recoverySlotOf(row);
      return slot && openRecoverySlot(slot, secret.text, extractable);
    }
    case 'passkey': {
      const slot = await passkeySlotOf(row);
      if (slot && slot.credentialId !== secret.credentialId) return err({ type: 'WrongSecret' });
      return slot && openPasskeySlot(slot, secret.prf, extractable);
    }
  }
}

/** True for a slot of a secret whose fields are whole; whether it opens only its secret can say. */
export async function isWhole(row: SlotRow): Promise<boolean> {
  return (await Promise.all([passphraseSlotOf(row), recoverySlotOf(row), passkeySlotOf(row)])).some((slot) => slot !== null);
}

/** A slot for a secret, proved: it has been opened again by the same secret. */
export async function makeSlot(
  dataKey: CryptoKey, slot: NewSlot, { kdf, id, nowMs }: { readonly kdf: Kdf; readonly id: string; readonly nowMs: number },
): Promise<Result<WrappedSlot, NotOpened>> {
  const head = { id, label: slot.way === 'passkey' ? slot.label : '', madeAtMs: nowMs };
  const made = await wrap(dataKey, slot, kdf, head);
  if (!made.ok) return made;
  const proved = await openBySecret([structuredClone(made.value)], slot, { kdf });
  return proved.ok ? made : proved;
}

async function wrap(
  dataKey: CryptoKey, slot: NewSlot, kdf: Kdf, head: Pick<WrappedSlot, 'id' | 'label' | 'madeAtMs'>,
): Promise<Result<WrappedSlot, RecoveryTypo>> {
  switch (slot.way) {
    case 'passphrase': return ok(await makePassphraseSlot(dataKey, slot.text, kdf, head));
    case 'recovery': return makeRecoverySlot(dataKey, slot.text, head);
    case 'passkey': return ok(await makePasskeySlot(dataKey, slot.prf, { ...head, credentialId: slot.credentialId }));
  }
}
