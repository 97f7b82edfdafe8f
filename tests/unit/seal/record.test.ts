import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assert } from '#domain/result.ts';
import { replicaOf } from '#domain/merge.ts';
import { recordOf } from '#domain/record/finish.ts';
import { parseSentRecord, sentRecordOf } from '#domain/sync/sent-record.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { makeContentKey, type ContentKey } from '#seal/content-key.ts';
import { openRecord, sealRecord, sealTombstone, verifiedEnvelope, type Address } from '#seal/record.ts';
import { newSigningKey, publicKeyOf } from '#seal/signer.ts';
import { toBase64Url } from '#wire/base64url.ts';
import { headerBytes } from '#wire/envelope.ts';
import { anyJournal, someDevice, someMeeting } from '../../support/arbitrary-meeting.ts';

const id = (last: number): string => `6f1d2c3b-0000-4000-8000-00000000010${String(last)}`;
const address: Address = { hubId: id(1), kind: 'record', memberId: id(2), recordId: someMeeting, deviceId: someDevice, revision: 7 };
const signingKey = newSigningKey();
const signer = toBase64Url(publicKeyOf(signingKey));
const contentKey = makeContentKey('record', id(3), 1);

async function opened(bytes: Uint8Array<ArrayBuffer>, from: { hubId?: string; signers?: string[]; keys?: ContentKey[] } = {}): Promise<unknown> {
  const { hubId = address.hubId, signers = [signer], keys = [contentKey] } = from;
  const envelope = await verifiedEnvelope(hubId, bytes, signers);
  if (!envelope.ok) return envelope.error.because;
  const value = await openRecord(hubId, envelope.value, keys);
  return value.ok ? { ...envelope.value.header, nonce: null, inside: value.value } : value.error.because;
}

const sent = anyJournal.map((journal) => JSON.parse(JSON.stringify(sentRecordOf(
  recordOf({ meeting: someMeeting, device: someDevice, replica: replicaOf(journal), roadmap: defaultRoadmap(), finishedAtMs: 5, revision: 7 }), 'r'.repeat(43),
))) as object);

describe('a sealed record', () => {
  it('opens to what was sealed, whatever the meeting, and seals to the same bytes again', async () => {
    await fc.assert(fc.asyncProperty(sent, async (record) => {
      const bytes = await sealRecord(address, record, { contentKey, signingKey });
      const found = await opened(bytes) as { inside: unknown };
      expect(found.inside).toEqual(record);
      expect(parseSentRecord(found.inside).ok).toBe(true);
      expect(await sealRecord(address, structuredClone(record), { contentKey, signingKey })).toEqual(bytes);
    }), { numRuns: 40 });
  });

  it('is refused when any one bit of it is another', async () => {
    const bytes = await sealRecord(address, { words: 'Half a sentence' }, { contentKey, signingKey });
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
      expect(typeof (await opened(altered)), `bit ${String(bit)}`).toBe('string');
    }
  });

  it('does not open as another record, device, revision, kind, member or at another hub, signed anew or not', async () => {
    const bytes = await sealRecord(address, { words: 'x' }, { contentKey, signingKey });
    expect(await opened(bytes, { hubId: id(9) })).toBe('signature');
    expect(await opened(bytes, { signers: [toBase64Url(publicKeyOf(newSigningKey()))] })).toBe('signature');
    expect(await opened(bytes, { keys: [] })).toBe('key');
    // The member's own signature over a body that was taken from elsewhere: only the seal is left to notice.
    for (const other of [{ recordId: id(8) }, { deviceId: id(8) }, { revision: 8 }, { kind: 'draft' as const }, { memberId: id(8) }, { hubId: id(8) }]) {
      const elsewhere = await sealRecord({ ...address, ...other }, { words: 'x' }, { contentKey, signingKey });
      const envelope = await verifiedEnvelope(other.hubId ?? address.hubId, elsewhere, [signer]);
      const first = await verifiedEnvelope(address.hubId, bytes, [signer]);
      assert(envelope.ok && first.ok, 'both are signed');
      const swapped = { ...envelope.value, body: first.value.body, header: { ...envelope.value.header, nonce: first.value.header.nonce, bodyLength: first.value.body.length } };
      expect(await openRecord(other.hubId ?? address.hubId, swapped, [contentKey]), JSON.stringify(other)).toMatchObject({ error: { because: 'seal' } });
    }
  });

  it('has a nonce of its own for another inside, device and revision', async () => {
    const nonces = new Set<string>();
    for (const change of [{}, { revision: 8 }, { deviceId: id(8) }, { recordId: id(8) }]) {
      for (const words of ['a', 'b']) {
        const bytes = await sealRecord({ ...address, ...change }, { words }, { contentKey, signingKey });
        nonces.add(toBase64Url(bytes.slice(73, 85)));
      }
    }
    expect(nonces.size).toBe(8);
  });

  it('has the same length for every short record', async () => {
    const lengths = new Set<number>();
    for (const words of ['', 'yes', 'partly', 'a note of some words']) lengths.add((await sealRecord(address, { words }, { contentKey, signingKey })).length);
    expect([...lengths]).toEqual([headerBytes + 256 + 16 + 64]);
  });

  it('is told apart from anything else, and nothing is thrown', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(await opened(new Uint8Array(bytes))).toBe('form');
    }), { numRuns: 100 });
    const odd = await sealRecord(address, null, { contentKey, signingKey });
    expect(await opened(odd)).toMatchObject({ inside: null });
  });
});

describe('a tombstone', () => {
  it('is signed and has nothing inside', async () => {
    const bytes = await sealTombstone(address, signingKey);
    expect(bytes).toHaveLength(headerBytes + 64);
    expect(await opened(bytes)).toMatchObject({ kind: 'tombstone', recordId: someMeeting, revision: 7, inside: null });
    expect(await opened(bytes.with(60, 1))).toBe('signature');
  });
});

interface Vector {
  readonly address: Address; readonly contentKey: ContentKey; readonly signingKey: string; readonly signer: string; readonly content: unknown;
  readonly envelope: string; readonly tombstone: string;
}

describe('records of released versions', () => {
  const vector = JSON.parse(readFileSync('tests/fixtures/released/sealed-record-1.json', 'utf8')) as Vector;
  const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));

  it('open', async () => {
    const from = { hubId: vector.address.hubId, signers: [vector.signer], keys: [vector.contentKey] };
    expect(await opened(bytesOf(vector.envelope), from)).toMatchObject({ inside: vector.content, recordId: vector.address.recordId });
    expect(await opened(bytesOf(vector.tombstone), from)).toMatchObject({ kind: 'tombstone' });
  });

  it('are sealed the same but for the compressor’s own choices', async () => {
    const sealed = await sealRecord(vector.address, vector.content, { contentKey: vector.contentKey, signingKey: bytesOf(vector.signingKey) });
    expect(toBase64Url(sealed.slice(0, 73))).toBe(toBase64Url(bytesOf(vector.envelope).slice(0, 73)));
    expect(toBase64Url(await sealTombstone(vector.address, bytesOf(vector.signingKey)))).toBe(vector.tombstone);
  });
});
