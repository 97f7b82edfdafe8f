import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '#domain/result.ts';
import { bucketBytes, leastBytes, openRow, paddedBytes, rowVersion, sealingOf, sealRow, type Place, type Sealed } from '#seal/row.ts';

const place: Place = { table: 'changes', key: 'meeting/stamp' };
const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const key = await newKey();
const damaged = (where: Place = place): object => ({ ok: false, error: { type: 'DamagedRow', ...where } });

/** A value as it comes back from JSON. */
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

test('what is sealed opens as it was', async () => {
  await fc.assert(fc.asyncProperty(json, fc.string(), fc.string({ unit: 'grapheme' }), async (value, table, rowKey) => {
    const where = { table, key: rowKey };
    expect(await openRow(key, where, await sealRow(key, where, value))).toEqual({ ok: true, value });
  }), { numRuns: 300 });
});

test('a row with any bit altered does not open', async () => {
  const sealed = await sealRow(key, place, { answer: 'yes' });
  await fc.assert(fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
    const altered = sealed.slice();
    altered[at] = (altered[at] ?? 0) ^ (1 << bit);
    expect(await openRow(key, place, altered)).toEqual(damaged());
  }), { numRuns: 500 });
});

test('a row that was cut or lengthened does not open', async () => {
  const sealed = await sealRow(key, place, 'x');
  for (let length = 0; length < sealed.length; length += 1) expect(await openRow(key, place, sealed.slice(0, length))).toEqual(damaged());
  expect(await openRow(key, place, new Uint8Array([...sealed, 0]))).toEqual(damaged());
});

test('a row opens at its own place only', async () => {
  const sealed = await sealRow(key, place, 1);
  await fc.assert(fc.asyncProperty(fc.string(), fc.string(), async (table, rowKey) => {
    fc.pre(table !== place.table || rowKey !== place.key);
    expect(await openRow(key, { table, key: rowKey }, sealed)).toEqual(damaged({ table, key: rowKey }));
  }));
});

test('table and key do not run together', async () => {
  const sealed = await sealRow(key, { table: 'ab', key: 'c' }, 1);
  expect((await openRow(key, { table: 'a', key: 'bc' }, sealed)).ok).toBe(false);
});

/** Seals any text, so that what is inside need not be JSON. */
async function sealText(plain: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new Uint8Array([rowVersion, ...new TextEncoder().encode(JSON.stringify([place.table, place.key]))]);
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, plain);
  return new Uint8Array([rowVersion, ...nonce, ...new Uint8Array(body)]);
}

test('the layout is the one that the header gives', async () => {
  const text = '{"a":1}'.padEnd(leastBytes);
  expect(await openRow(key, place, await sealText(new TextEncoder().encode(text)))).toEqual({ ok: true, value: { a: 1 } });
});

test.each([
  ['text that is no JSON', new TextEncoder().encode('{'.padEnd(leastBytes))],
  ['nothing but padding', new TextEncoder().encode(''.padEnd(leastBytes))],
  ['bytes that are no UTF-8', new Uint8Array(leastBytes).fill(0xff)],
  ['a byte order mark before the JSON', new TextEncoder().encode('\ufeff1'.padEnd(leastBytes))],
])('%s inside a sound sealing does not open', async (_, plain) => {
  expect(await openRow(key, place, await sealText(plain))).toEqual(damaged());
});

test.each([['undefined', undefined], ['null', null], ['text', 'abc'], ['an array', [1, 2]], ['no bytes', new Uint8Array()], ['zeros', new Uint8Array(500)]])(
  '%s is no row', async (_, sealed) => { expect(await openRow(key, place, sealed)).toEqual(damaged()); },
);

test('another key does not open it', async () => {
  expect(await openRow(await newKey(), place, await sealRow(key, place, 1))).toEqual(damaged());
});

test.each([['undefined', undefined], ['a function', () => 1]])('%s is not sealed', async (_, value) => {
  await expect(sealRow(key, place, value)).rejects.toThrow(TypeError);
});

test('lengths come in buckets, and small values have one length', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ maxLength: 2_000 }), async (text) => {
    const bytes = new TextEncoder().encode(JSON.stringify(text)).length;
    const { length } = await sealRow(key, place, text);
    expect(length).toBe(1 + 12 + paddedBytes(bytes) + 16);
    expect(paddedBytes(bytes) % bucketBytes).toBe(0);
    expect(paddedBytes(bytes)).toBeGreaterThanOrEqual(Math.max(bytes, leastBytes));
    expect(paddedBytes(bytes) - bytes < bucketBytes || paddedBytes(bytes) === leastBytes).toBe(true);
  }), { numRuns: 200 });
});

test('two sealings of one value share neither nonce nor text, and tell themselves apart', async () => {
  const [one, other] = [await sealRow(key, place, 1), await sealRow(key, place, 1)];
  expect(one).not.toEqual(other);
  expect(sealingOf(one)).not.toBe(sealingOf(other));
  expect(sealingOf(one)).toBe(sealingOf(one.slice()));
  expect(sealingOf('x')).toBeNull();
});

test('bytes inside a larger buffer open as well', async () => {
  const sealed = await sealRow(key, place, 'x');
  const larger = new Uint8Array(sealed.length + 10);
  larger.set(sealed, 5);
  const opened = await openRow(key, place, larger.subarray(5, 5 + sealed.length));
  assert(opened.ok, 'it opens');
  expect(opened.value).toBe('x');
});
