import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, packBody, unpackBody } from '#seal/record-body.ts';
import { anyText } from '../../support/arbitrary-meeting.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the inside of a record', () => {
  it('comes back, whatever it is, and packs to the same bytes again', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.array(anyText)), async (value) => {
      const packed = await packBody(JSON.stringify(value));
      expect(await unpackBody(packed)).toEqual({ ok: true, value: plain(value) });
      expect(await packBody(JSON.stringify(value))).toEqual(packed);
    }), { numRuns: 60 });
  });

  it('has few lengths, at a cost of 6 % at most above 4 KiB', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20_000_000 }), (bytes) => {
      const bucket = bucketOf(bytes);
      expect(bucket).toBeGreaterThanOrEqual(bytes);
      expect(bucketOf(bucket)).toBe(bucket);
      if (bytes > 4_096) expect(bucket / bytes).toBeLessThan(1.0626);
      else expect(bucket - bytes).toBeLessThan(256);
    }), { numRuns: 300 });
    expect(new Set(Array.from({ length: 20_000 }, (_, at) => bucketOf(at + 1))).size).toBeLessThan(60);
  });

  it('is refused, and never thrown at, when the bytes are anything else', async () => {
    const packed = await packBody('{"a":1}');
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 600 }), fc.integer({ min: 0, max: packed.length - 1 }).map((at) => packed.with(at, (packed[at] ?? 0) ^ 0x55))), async (bytes) => {
      const opened = await unpackBody(new Uint8Array(bytes));
      if (!opened.ok) expect(opened.error.type).toBe('BodyUnreadable');
    }), { numRuns: 150 });
  });

  it('never unpacks to more than the limit', async () => {
    const packed = await packBody(JSON.stringify('a'.repeat(1_000_000)));
    expect(packed.length).toBeLessThan(2_000);
    expect(await unpackBody(packed, 10_000)).toEqual({ ok: false, error: { type: 'BodyUnreadable', because: 'too-large' } });
  });
});
