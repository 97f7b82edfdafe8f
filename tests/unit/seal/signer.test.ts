import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it, vi } from 'vitest';
import { newSigningKey, publicKeyOf, signBytes, verifyBytes } from '#seal/signer.ts';

const bytes = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex, 'hex'));

describe('signatures', () => {
  it('are those of RFC 8032, test 2', async () => {
    const key = bytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    expect(publicKeyOf(key)).toEqual(bytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'));
    expect(await signBytes(key, bytes('72'))).toEqual(bytes(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'));
  });

  it('are the same where the browser does not have the curve', async () => {
    const key = newSigningKey();
    const message = crypto.getRandomValues(new Uint8Array(100));
    const signature = await signBytes(key, message);
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('No such curve', 'NotSupportedError'));
    expect(await signBytes(key, message)).toEqual(signature);
    const other = newSigningKey();
    expect(await verifyBytes(publicKeyOf(other), message, new Uint8Array(ed25519.sign(message, other)))).toBe(true);
    expect(await verifyBytes(publicKeyOf(newSigningKey()), message, signature)).toBe(false);
    expect(await verifyBytes(new Uint8Array(32).fill(0xff), message, signature)).toBe(false);
    vi.restoreAllMocks();
  });

  it('of other messages, keys and lengths are refused', async () => {
    const key = newSigningKey();
    const message = crypto.getRandomValues(new Uint8Array(64));
    const signature = await signBytes(key, message);
    expect(await verifyBytes(publicKeyOf(key), message, signature)).toBe(true);
    expect(await verifyBytes(publicKeyOf(key), message.slice(1), signature)).toBe(false);
    expect(await verifyBytes(publicKeyOf(newSigningKey()), message, signature)).toBe(false);
    expect(await verifyBytes(publicKeyOf(key).slice(1), message, signature)).toBe(false);
    expect(await verifyBytes(publicKeyOf(key), message, signature.slice(1))).toBe(false);
  });
});
