import { describe, expect, it } from 'vitest';
import { assert } from '#domain/result.ts';
import { isSealedBy, keyProof, makeDeviceSlot, openSlot, wrapInDeviceSlot } from '#seal/key-slot.ts';
import type { Kdf } from '#seal/kdf.ts';
import { makePasskeySlot, openPasskeySlot, passkeySlotOf } from '#seal/passkey-slot.ts';
import { makePassphraseSlot, openPassphraseSlot, passphraseSlotOf } from '#seal/passphrase-slot.ts';
import { makeRecoveryKey } from '#seal/recovery-key.ts';
import { makeRecoverySlot, openRecoverySlot, recoverySlotOf } from '#seal/recovery-slot.ts';

const kdf: Kdf = async (passphrase, { salt }) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...passphrase, ...salt])));
const head = { id: 'one', label: '', madeAtMs: 1 };
const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
const gives = async (opened: Awaited<ReturnType<typeof openSlot>> | Awaited<ReturnType<typeof openPassphraseSlot>>, key: CryptoKey): Promise<boolean> => {
  assert(opened.ok, 'the slot opens');
  expect(opened.value.extractable).toBe(false);
  return isSealedBy(opened.value, await keyProof(key));
};

describe('slots of secrets', () => {
  it('give the key that they were made for, after storage, to their secret alone', async () => {
    const key = await newKey();
    const byPassphrase = await passphraseSlotOf(structuredClone(await makePassphraseSlot(key, 'words', kdf, head)));
    assert(byPassphrase, 'the slot is whole');
    expect(await gives(await openPassphraseSlot(byPassphrase, 'words', kdf), key)).toBe(true);
    expect(await openPassphraseSlot(byPassphrase, 'Words', kdf)).toEqual({ ok: false, error: { type: 'WrongSecret' } });

    const text = makeRecoveryKey();
    const made = await makeRecoverySlot(key, text, head);
    assert(made.ok, 'the key is read');
    const byPaper = await recoverySlotOf(structuredClone(made.value));
    assert(byPaper, 'the slot is whole');
    expect(await gives(await openRecoverySlot(byPaper, text) as Awaited<ReturnType<typeof openSlot>>, key)).toBe(true);
    expect(await openRecoverySlot(byPaper, makeRecoveryKey())).toEqual({ ok: false, error: { type: 'WrongSecret' } });

    const prf = new Uint8Array(32).fill(9);
    const byPasskey = await passkeySlotOf(structuredClone(await makePasskeySlot(key, prf, { ...head, credentialId: 'c' })));
    assert(byPasskey, 'the slot is whole');
    expect(await gives(await openPasskeySlot(byPasskey, prf), key)).toBe(true);
    expect(await openPasskeySlot(byPasskey, new Uint8Array(32))).toEqual({ ok: false, error: { type: 'WrongSecret' } });
  });

  it('are of their kind only', async () => {
    const slot = await makePasskeySlot(await newKey(), new Uint8Array(32), { ...head, credentialId: 'c' });
    expect(await recoverySlotOf(slot)).toBeNull();
    expect(await passphraseSlotOf(slot)).toBeNull();
    expect(await passkeySlotOf(null)).toBeNull();
  });

  it('do not open under another id or kind, though their fields be whole', async () => {
    const secret = new Uint8Array(32).fill(4);
    const key = await newKey();
    const slot = await makePasskeySlot(key, secret, { ...head, credentialId: 'c' });
    expect(await openPasskeySlot({ ...slot, id: 'two' }, secret)).toEqual({ ok: false, error: { type: 'WrongSecret' } });
    expect(await openRecoverySlot({ ...slot, kind: 'recovery' }, makeRecoveryKey())).toMatchObject({ ok: false });
  });

  it('refuse to wrap a key that is not extractable', async () => {
    const opened = await openSlot(await makeDeviceSlot('device'));
    assert(opened.ok, 'it opens');
    await expect(makePasskeySlot(opened.value, new Uint8Array(32), { ...head, credentialId: 'c' })).rejects.toThrow(DOMException);
  });
});

it('a device slot takes a key that is there, and gives it in a form to wrap only when asked', async () => {
  const key = await newKey();
  const slot = await wrapInDeviceSlot(key, 'device');
  expect(await gives(await openSlot(slot), key)).toBe(true);
  const again = await openSlot(slot, true);
  expect(again.ok && again.value.extractable).toBe(true);
});
