import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additionalData, buildEnvelope, noKey, parseEnvelope, verifyEnvelope, writeHeader, type EnvelopeHeader } from '#wire/envelope.ts';
import { decodeFrames, encodeFrames } from '#wire/frames.ts';
import { publicKeyOf } from '#wire/signed.ts';

const key = new Uint8Array(32).fill(3);
const hubId = '11111111-1111-4111-8111-111111111111';
const header: EnvelopeHeader = {
  kind: 'record', memberId: '22222222-2222-4222-8222-222222222222', recordId: '33333333-3333-4333-8333-333333333333',
  deviceId: '44444444-4444-4444-8444-444444444444', revision: 258, keyId: '55555555-5555-4555-8555-555555555555', nonce: new Uint8Array(12).fill(6), bodyLength: 20,
};
const body = new Uint8Array(20).fill(9);
const envelope = buildEnvelope(hubId, header, body, key);

describe('an envelope', () => {
  it('lies byte by byte as its table says', () => {
    const hex = Buffer.from(envelope).toString('hex');
    expect(hex.slice(0, 178)).toBe(['51435231', '00', '22222222222242228222222222222222', '33333333333343338333333333333333', '44444444444444448444444444444444', '00000102', '55555555555545558555555555555555', '06'.repeat(12), '00000014'].join(''));
    expect(envelope.length).toBe(89 + 20 + 64);
    expect(additionalData(hubId, header)).toEqual(Uint8Array.from([...Buffer.from(hubId.replaceAll('-', ''), 'hex'), ...writeHeader(header)]));
  });

  it('reads back, and its signature holds for this hub and signer alone', () => {
    const read = parseEnvelope(envelope);
    if (!read.ok) throw new Error(read.error.what);
    expect(read.value.header).toEqual(header);
    expect(read.value.body).toEqual(body);
    expect(verifyEnvelope(hubId, read.value, publicKeyOf(key))).toBe(true);
    expect(verifyEnvelope(header.memberId, read.value, publicKeyOf(key))).toBe(false);
    expect(verifyEnvelope(hubId, read.value, publicKeyOf(new Uint8Array(32).fill(4)))).toBe(false);
  });

  it('is refused, or no longer signed, when any bit of it is turned', () => {
    fc.assert(fc.property(fc.nat(envelope.length * 8 - 1), (bit) => {
      const turned = Uint8Array.from(envelope);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const read = parseEnvelope(turned);
      expect(read.ok && verifyEnvelope(hubId, read.value, publicKeyOf(key))).toBe(false);
    }), { numRuns: 150 });
  });

  it.each([
    ['cut off', envelope.slice(0, -1), 'length'],
    ['empty', new Uint8Array(0), 'length'],
    ['of another format', Uint8Array.from([1, ...envelope.slice(1)]), 'magic'],
    ['of an unknown kind', Uint8Array.from(envelope).fill(9, 4, 5), 'kind'],
    ['of revision 0', Uint8Array.from(envelope).fill(0, 53, 57), 'revision'],
    ['a tombstone with a body', Uint8Array.from(envelope).fill(1, 4, 5), 'body'],
    ['a record with none', buildEnvelope(hubId, header, new Uint8Array(0), key), 'body'],
  ])('that is %s is refused', (_name, bytes, what) => {
    expect(parseEnvelope(bytes)).toEqual({ ok: false, error: { type: 'BadEnvelope', what } });
  });

  it('of a tombstone has no body', () => {
    const read = parseEnvelope(buildEnvelope(hubId, { ...header, kind: 'tombstone', keyId: noKey, nonce: new Uint8Array(12) }, new Uint8Array(0), key));
    expect(read.ok && read.value.header.kind).toBe('tombstone');
  });
});

describe('frames', () => {
  it('come back in their order', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 20 }), (envelopes) => {
      const read = decodeFrames(encodeFrames(envelopes));
      expect(read.ok ? read.value.map((frame) => [...frame]) : null).toEqual(envelopes.map((frame) => [...frame]));
    }));
  });

  it('that are cut anywhere but between two are refused whole', () => {
    const frames = encodeFrames([Uint8Array.of(1, 2), Uint8Array.of(3)]);
    const whole = frames.map((_byte, at) => Number(decodeFrames(frames.subarray(0, at)).ok));
    expect([...whole]).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it('of impossible length or number are refused', () => {
    expect(decodeFrames(Uint8Array.of(255, 255, 255, 255, 0)).ok).toBe(false);
    expect(decodeFrames(Uint8Array.of(0, 0, 0, 0)).ok).toBe(false);
    expect(decodeFrames(encodeFrames(Array.from({ length: 501 }, () => Uint8Array.of(1)))).ok).toBe(false);
  });
});
