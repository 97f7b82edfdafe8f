import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authKeyOf, authorizationOf, parseAuthorization, tokenHashOf } from '#wire/auth-key.ts';
import { formatLink, formatTyped, parseLink, type Link } from '#wire/link.ts';
import { answerMac, isSameProof, joinProof, pairCode, pairProof } from '#wire/proof.ts';

const id = '22222222-2222-4222-8222-222222222222';
const secret = new Uint8Array(16).map((_byte, at) => at);
const links: readonly Link[] = [
  { kind: 'owner', id, secret },
  { kind: 'invitation', id, secret, fingerprint: 'A'.repeat(43) },
  { kind: 'pairing', id, secret, fingerprint: 'A'.repeat(43) },
];

describe('a link', () => {
  it.each(links)('to $kind reads back from its address, its fragment and typed letters', (link) => {
    const address = formatLink('https://hub.example.org', link);
    expect(address).toMatch(/^https:\/\/hub\.example\.org\/join#[oip]\./);
    for (const text of [address, ` ${address}\n`, address.split('#')[1] ?? '', formatTyped(link), formatTyped(link).toLowerCase().replaceAll('-', ' ')]) {
      expect(parseLink(text)).toEqual({ ok: true, value: link });
    }
  });

  it('with one mistyped letter is not taken', () => {
    const typed = formatTyped(links[1] ?? { kind: 'owner', id, secret });
    fc.assert(fc.property(fc.nat(typed.length - 2), fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')), (at, letter) => {
      fc.pre(typed.charAt(at) !== '-' && typed.charAt(at) !== letter);
      expect(parseLink(typed.slice(0, at) + letter + typed.slice(at + 1)).ok).toBe(false);
    }));
  });

  it.each(['', 'o.', 'https://x/join', 'x.AAAA.AAAA', `o.${'A'.repeat(22)}.${'A'.repeat(21)}`, `i.${'A'.repeat(22)}.${'A'.repeat(22)}`, 'i.a.b.c.d', 'o'.repeat(5000)])('%s is none', (text) => {
    expect(parseLink(text).ok).toBe(false);
  });
});

describe('what a secret proves', () => {
  const claim = { pairingId: id, deviceId: id, recipient: 'age1pq1x' };
  const join = { memberId: id, deviceId: id, keys: { recipient: 'age1pq1x', signer: 'A' } };
  const other = new Uint8Array(16);

  it('depends on the secret and on all that is proven', () => {
    expect(joinProof(secret, join)).toBe(joinProof(secret, { ...join }));
    const others = [joinProof(other, join), joinProof(secret, { ...join, keys: { ...join.keys, signer: 'B' } }), pairProof(secret, claim), answerMac(secret, claim, 'AA'), answerMac(secret, claim, 'AB'), authKeyOf(secret)];
    expect(others.some((proof) => isSameProof(proof, joinProof(secret, join)))).toBe(false);
    expect(new Set(others).size).toBe(others.length);
  });

  it('is six digits for two people to compare', () => {
    expect(pairCode(secret, claim)).toMatch(/^\d{6}$/);
    expect(pairCode(secret, { ...claim, recipient: 'age1pq1y' })).not.toBe(pairCode(secret, claim));
  });

  it('travels in one header', () => {
    const header = authorizationOf({ scheme: 'Invite', id, token: authKeyOf(secret) });
    expect(parseAuthorization(header)).toEqual({ scheme: 'Invite', id, token: authKeyOf(secret) });
    for (const bad of ['', 'Bearer', 'Basic YTpi', header.slice(0, -1), `${header} `, header.toUpperCase()]) expect(parseAuthorization(bad)).toBeNull();
    expect(tokenHashOf(authKeyOf(secret))).toHaveLength(43);
  });
});
