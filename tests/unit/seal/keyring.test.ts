import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { isKeyDue, keyLifeMs, makeContentKey, presentKey } from '#seal/content-key.ts';
import { joinedKeys, openKeyring, readKeyring, sealKeyring } from '#seal/keyring.ts';
import { makeDistrictIdentity } from '#seal/member-keys.ts';
import { systemTool } from '../../support/chromium.ts';

const memberId = '6f1d2c3b-0000-4000-8000-000000000001';
const keyId = (at: number): string => `6f1d2c3b-0000-4000-8000-0000000001${String(at).padStart(2, '0')}`;
const keys = [makeContentKey('record', keyId(1), 1_000), makeContentKey('record', keyId(2), 2_000)];
const hubId = '6f1d2c3b-0000-4000-8000-000000000009';
const keyring = { hubId, memberId, scope: 'record', keys } as const;

describe('a keyring', () => {
  it('opens for the member and for the district, and for nobody else', async () => {
    const [member, district, stranger] = [await makeDistrictIdentity(), await makeDistrictIdentity(), await makeDistrictIdentity()];
    const sealed = await sealKeyring(keyring, [member.recipient, district.recipient]);
    if (!sealed.ok) throw new Error(sealed.error.type);
    for (const { identity } of [member, district]) expect(await openKeyring(identity, sealed.value, keyring)).toEqual({ ok: true, value: keyring });
    expect(await openKeyring(stranger.identity, sealed.value, keyring)).toEqual({ ok: false, error: { type: 'NotForThisKey' } });
    expect(await openKeyring(member.identity, sealed.value, { ...keyring, memberId: keyId(9) })).toMatchObject({ error: { type: 'NotAKeyring' } });
    expect(await openKeyring(member.identity, sealed.value, { ...keyring, hubId: memberId })).toMatchObject({ error: { type: 'NotAKeyring' } });
    expect(await openKeyring(member.identity, sealed.value, { ...keyring, scope: 'draft' })).toMatchObject({ error: { type: 'NotAKeyring' } });
    sealed.value[sealed.value.length - 20] = (sealed.value.at(-20) ?? 0) ^ 1;
    expect(await openKeyring(member.identity, sealed.value, keyring)).toMatchObject({ error: { type: 'NotForThisKey' } });
    expect(await openKeyring('nonsense', sealed.value, keyring)).toMatchObject({ error: { type: 'NotForThisKey' } });
  });

  it('refuses recipients that are none', async () => {
    for (const no of [[], ['age1pq1'], ['ssh-ed25519 AAAA'], ['']]) expect(await sealKeyring(keyring, no)).toEqual({ ok: false, error: { type: 'RecipientRefused' } });
  });

  it('holds no key of another scope', () => {
    const mixed = { format: 'quiet-checkpoint/keyring', version: 1, ...keyring, keys: [makeContentKey('draft', keyId(3), 1)] };
    expect(readKeyring(mixed)).toBeNull();
    expect(readKeyring(null)).toBeNull();
  });

  // Version 1.1 of the tool, as Debian has it, does not know the hybrid keys; for X25519 keys the file is the same but for its stanza.
  it('opens with the age tool, given an X25519 key', async () => {
    const identity = await generateX25519Identity();
    const sealed = await sealKeyring(keyring, [await identityToRecipient(identity)]);
    if (!sealed.ok) throw new Error(sealed.error.type);
    const folder = mkdtempSync(join(tmpdir(), 'keyring-'));
    try {
      writeFileSync(join(folder, 'identity.txt'), `${identity}\n`);
      writeFileSync(join(folder, 'keyring.age'), sealed.value);
      execFileSync(systemTool('age', 'age'), ['-d', '-i', join(folder, 'identity.txt'), '-o', join(folder, 'keyring.json'), join(folder, 'keyring.age')]);
      expect(readKeyring(JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8')))).toEqual(keyring);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('content keys', () => {
  it('are due when there is none, after a year, and when somebody was revoked since', () => {
    expect(presentKey(keys, 'record')?.keyId).toBe(keyId(2));
    expect(presentKey(keys, 'draft')).toBeNull();
    expect(isKeyDue([], 'record', { nowMs: 0, sinceMs: 0 })).toBe(true);
    expect(isKeyDue(keys, 'record', { nowMs: 3_000, sinceMs: 0 })).toBe(false);
    expect(isKeyDue(keys, 'record', { nowMs: 3_000, sinceMs: 2_500 })).toBe(true);
    expect(isKeyDue(keys, 'record', { nowMs: 2_000 + keyLifeMs, sinceMs: 0 })).toBe(true);
  });

  it('of two keyrings come together', () => {
    const more = makeContentKey('record', keyId(3), 3_000);
    expect(joinedKeys(keys, [...keys, more])).toEqual([...keys, more]);
  });
});
