/** Records open and are sealed in every engine: its own compressor, its own Ed25519 or the library's. */
import { expect, test } from 'vitest';
import { openRecord, sealRecord, verifiedEnvelope, type Address } from '#seal/record.ts';
import type { ContentKey } from '#seal/content-key.ts';
import { makeContentKey } from '#seal/content-key.ts';
import { openKeyring, sealKeyring } from '#seal/keyring.ts';
import { makeDistrictIdentity } from '#seal/member-keys.ts';
import { fromBase64Url } from '#wire/base64url.ts';
import frozen from '../fixtures/released/sealed-record-1.json' with { type: 'json' };

// The file's types are those of its words.
const vector = frozen as unknown as { address: Address; contentKey: ContentKey; signingKey: string; signer: string; content: unknown; envelope: string };
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => fromBase64Url(text) ?? new Uint8Array(0);

async function opened(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const envelope = await verifiedEnvelope(vector.address.hubId, bytes, [vector.signer]);
  if (!envelope.ok) return envelope.error;
  const value = await openRecord(vector.address.hubId, envelope.value, [vector.contentKey]);
  return value.ok ? value.value : value.error;
}

test('a record of a released version opens', async () => {
  expect(await opened(bytesOf(vector.envelope))).toEqual(vector.content);
});

test('what is sealed here opens, and an altered one does not', async () => {
  const sealed = await sealRecord(vector.address, vector.content, { contentKey: vector.contentKey, signingKey: bytesOf(vector.signingKey) });
  expect(await opened(sealed)).toEqual(vector.content);
  expect(await sealRecord(vector.address, vector.content, { contentKey: vector.contentKey, signingKey: bytesOf(vector.signingKey) })).toEqual(sealed);
  const altered = Uint8Array.from(sealed, (byte, at) => (at === 120 ? byte ^ 1 : byte));
  expect(await opened(altered)).toMatchObject({ because: 'signature' });
});

test('a keyring opens for its reader', async () => {
  const reader = await makeDistrictIdentity();
  const keyring = { hubId: vector.address.hubId, memberId: vector.address.memberId, scope: 'record', keys: [makeContentKey('record', crypto.randomUUID(), 1)] } as const;
  const sealed = await sealKeyring(keyring, [reader.recipient]);
  expect(sealed.ok && (await openKeyring(reader.identity, sealed.value, keyring))).toEqual({ ok: true, value: keyring });
});
