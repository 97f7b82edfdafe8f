import { expect, test } from 'vitest';
import { assert } from '#domain/result.ts';
import { isDeviceSlot, makeDeviceSlot, openSlot, opensSame } from '#seal/key-slot.ts';
import { openRow, sealRow } from '#seal/row.ts';

const place = { table: 'settings', key: 'x' };
const slot = await makeDeviceSlot('device');
const flip = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const altered = bytes.slice();
  altered[0] = (altered[0] ?? 0) ^ 1;
  return altered;
};

test('a slot gives the same key each time', async () => {
  const [one, other] = [await openSlot(slot), await openSlot(structuredClone(slot))];
  assert(one.ok && other.ok, 'both open');
  expect(await openRow(other.value, place, await sealRow(one.value, place, 'x'))).toEqual({ ok: true, value: 'x' });
  expect(await opensSame(slot, structuredClone(slot))).toBe(true);
});

test('neither key can be taken out', async () => {
  const key = await openSlot(slot);
  assert(key.ok, 'it opens');
  expect([key.value.extractable, slot.wrappingKey.extractable]).toEqual([false, false]);
  await expect(crypto.subtle.exportKey('raw', key.value)).rejects.toThrow();
  await expect(crypto.subtle.exportKey('raw', slot.wrappingKey)).rejects.toThrow();
});

test('two slots that were made apart have different keys', async () => {
  expect(await opensSame(slot, await makeDeviceSlot('device'))).toBe(false);
});

const other = await makeDeviceSlot('device');
test.each([
  ['nothing', undefined], ['null', null], ['text', 'slot'], ['an empty object', {}],
  ['a lost wrapping key', { ...slot, wrappingKey: null }], ['a wrapping key that is none', { ...slot, wrappingKey: {} }],
  ["another slot's wrapping key", { ...slot, wrappingKey: other.wrappingKey }], ['an altered key', { ...slot, wrapped: flip(slot.wrapped) }],
  ['an altered nonce', { ...slot, nonce: flip(slot.nonce) }], ['another id', { ...slot, id: 'other' }], ['another kind', { ...slot, kind: 'passphrase' }],
  ['no bytes', { ...slot, wrapped: new Uint8Array() }],
])('a slot with %s is damaged', async (_, broken) => {
  expect(await openSlot(broken)).toEqual({ ok: false, error: { type: 'KeyDamaged' } });
  expect(await opensSame(slot, broken)).toBe(false);
});

test('the shape of a slot is told', () => {
  expect([isDeviceSlot(slot), isDeviceSlot({ ...slot, wrapped: 'x' })]).toEqual([true, false]);
});
