import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeContentKey } from '#seal/content-key.ts';
import { sealKeyring } from '#seal/keyring.ts';
import { makeDistrictIdentity } from '#seal/member-keys.ts';
import { sealRecord, sealTombstone } from '#seal/record.ts';
import { newSigningKey, publicKeyOf } from '#seal/signer.ts';
import { toBase64Url } from '#wire/base64url.ts';
import { encodeFrames } from '#wire/frames.ts';

const id = (last: number): string => `6f1d2c3b-0000-4000-8000-00000000020${String(last)}`;
const folder = mkdtempSync(join(tmpdir(), 'open-record-'));
const at = (name: string): string => join(folder, name);
const signingKey = newSigningKey();
const contentKey = makeContentKey('record', id(3), 1);
const address = { hubId: id(1), kind: 'record', memberId: id(2), recordId: id(4), deviceId: id(5), revision: 2 } as const;

beforeAll(async () => {
  const [member, district, stranger] = [await makeDistrictIdentity(), await makeDistrictIdentity(), await makeDistrictIdentity()];
  const keyring = await sealKeyring({ hubId: id(1), memberId: id(2), scope: 'record', keys: [contentKey] }, [member.recipient, district.recipient]);
  if (!keyring.ok) throw new Error(keyring.error.type);
  const record = await sealRecord(address, { words: 'Él leyó.' }, { contentKey, signingKey });
  writeFileSync(at('one.qcr'), record);
  writeFileSync(at('many.qcr'), encodeFrames([record, await sealTombstone({ ...address, recordId: id(6) }, signingKey)]));
  writeFileSync(at('keyring.age'), keyring.value);
  writeFileSync(at('keyring.txt'), `${toBase64Url(keyring.value)}\n`);
  writeFileSync(at('district.txt'), `# the district\n${district.identity}\n`);
  writeFileSync(at('stranger.txt'), stranger.identity);
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const run = (...args: string[]): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/open-record/main.ts', ...args], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
};
const signer = toBase64Url(publicKeyOf(signingKey));

describe('open-record', () => {
  it('opens a record by the district’s identity', () => {
    const ran = run(at('one.qcr'), '--identity', at('district.txt'), '--keyring', at('keyring.age'), '--signer', signer);
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({ kind: 'record', recordId: id(4), content: { words: 'Él leyó.' } });
  });

  it('opens a body of many, and a keyring as text', () => {
    const ran = run(at('many.qcr'), '--identity', at('district.txt'), '--keyring', at('keyring.txt'));
    expect(ran.status).toBe(0);
    expect(ran.out).toContain('"kind": "tombstone"');
  });

  it('says what does not open', () => {
    expect(run(at('one.qcr'), '--identity', at('stranger.txt'), '--keyring', at('keyring.age'))).toMatchObject({ status: 1, out: '', err: 'The keyring does not open with this identity.\n' });
    const other = toBase64Url(publicKeyOf(newSigningKey()));
    expect(run(at('one.qcr'), '--identity', at('district.txt'), '--keyring', at('keyring.age'), '--signer', other)).toMatchObject({ status: 1, err: 'Record 1 does not open: signature.\n' });
    expect(run(at('district.txt'), '--identity', at('district.txt'), '--keyring', at('keyring.age')).status).toBe(1);
    expect(run(at('none.qcr'), '--identity', at('district.txt'), '--keyring', at('keyring.age')).status).toBe(2);
    expect(run().status).toBe(2);
  });
});
