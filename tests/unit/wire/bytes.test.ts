import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase32, toBase32Groups } from '#wire/base32.ts';
import { fromBase64Url, toBase64Url } from '#wire/base64url.ts';
import { canonicalJson } from '#wire/canonical-json.ts';
import { publicKeyOf, sign, verify } from '#wire/signed.ts';

const bytes = fc.uint8Array({ maxLength: 80 });

describe('base64url', () => {
  it('is what Node writes, and reads back', () => {
    fc.assert(fc.property(bytes, (some) => {
      expect(toBase64Url(some)).toBe(Buffer.from(some).toString('base64url'));
      expect(fromBase64Url(toBase64Url(some))).toEqual(new Uint8Array(some));
    }));
  });

  it.each(['A', 'AAAAA', 'AB==', 'A+AA', 'A AA', 'AB', 'AAB', 'é'])('refuses %s: no letter, length or second spelling of its own', (text) => {
    expect(fromBase64Url(text)).toBeNull();
  });
});

describe('base32 of what is typed', () => {
  it('reads back in any case, with slips that look alike', () => {
    fc.assert(fc.property(bytes, (some) => {
      const typed = toBase32Groups(some);
      expect(fromBase32(typed)).toEqual(new Uint8Array(some));
      expect(fromBase32(typed.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' '))).toEqual(new Uint8Array(some));
    }));
  });

  it.each(['U', '0', 'ZZ', '!0'])('refuses %s', (text) => {
    expect(fromBase32(text)).toBeNull();
  });
});

describe('canonical JSON', () => {
  it('sorts keys by code units and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'é'], B: undefined, A: { z: 1e21, y: -0 } })).toBe('{"A":{"y":0,"z":1e+21},"a":[true,null,"é"],"b":1}');
  });

  it('is JSON, and independent of the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      fc.pre(text !== null);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }));
  });

  it('holds no function, no NaN, and nothing too deep', () => {
    const deep = JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown;
    expect([canonicalJson(() => 1), canonicalJson({ a: NaN }), canonicalJson(deep)]).toEqual([null, null, null]);
  });
});

describe('a signed statement', () => {
  const key = new Uint8Array(32).fill(7);
  const signed = sign('certificate', { memberId: 'a', later: { field: 1 } }, key);

  it('holds for its kind, body and key alone', () => {
    const other = publicKeyOf(new Uint8Array(32).fill(8));
    expect(verify('certificate', signed, publicKeyOf(key))).toBe(true);
    expect(verify('certificate', signed, other)).toBe(false);
    expect(verify('revocations', signed, publicKeyOf(key))).toBe(false);
    expect(verify('certificate', { ...signed, body: { ...signed.body, later: {} } }, publicKeyOf(key))).toBe(false);
  });

  it.each(['', 'x', 'A'.repeat(86), '_'.repeat(86)])('is not held up by the signature %s', (signature) => {
    expect(verify('certificate', { ...signed, signature }, publicKeyOf(key))).toBe(false);
    expect(verify('certificate', signed, signature.slice(0, 43))).toBe(false);
  });

  it('has the signature of RFC 8032 underneath', async () => {
    const { verifyBytes } = await import('#wire/signed.ts');
    const hex = (text: string): string => Buffer.from(text, 'hex').toString('base64url');
    const signature = '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
    expect(verifyBytes(Uint8Array.of(0x72), hex(signature), hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'))).toBe(true);
  });
});
