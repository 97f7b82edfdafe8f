import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateHybridIdentity, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, describe, expect, it } from 'vitest';
import { sealBlob, sealFile, type SealFor } from '#export/sealed-file.ts';
import { openWith } from '#seal/to-recipients.ts';
import { withAge } from '../../support/age-tool.ts';
import { systemTool } from '../../support/chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'qc-sealed-'));
const at = (name: string): string => join(folder, name);
const plain = new Uint8Array(150_000).map((_, index) => index % 251);
const passphrase = 'twelve quiet words';

async function sealed(to: SealFor): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await sealFile(plain, to);
  if (!bytes.ok) throw new Error(bytes.error.type);
  return bytes.value;
}

describe('a sealed file', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('opens by the age tool under its passphrase', async () => {
    writeFileSync(at('p.age'), await sealed({ passphrase }));
    withAge(['-d', '-o', at('p'), at('p.age')], `${passphrase}\n`);
    expect(readFileSync(at('p')).equals(plain)).toBe(true);
  }, 30_000);

  it('opens by the age tool with the identity of any of its recipients', async () => {
    const identities = await Promise.all([generateIdentity(), generateIdentity()]);
    writeFileSync(at('r.age'), await sealed({ recipients: await Promise.all(identities.map(identityToRecipient)) }));
    for (const identity of identities) {
      writeFileSync(at('key.txt'), `${identity}\n`);
      expect(execFileSync(systemTool('age', 'age'), ['-d', '-i', at('key.txt'), at('r.age')]).equals(plain)).toBe(true);
    }
  });

  it('opens with a post-quantum identity', async () => {
    const identity = await generateHybridIdentity();
    expect(await openWith(identity, await sealed({ recipients: [await identityToRecipient(identity)] }))).toEqual({ ok: true, value: plain });
  });

  it('is the same of a blob, in pieces', async () => {
    const identity = await generateIdentity();
    const blob = await sealBlob(new Blob([plain]), { recipients: [await identityToRecipient(identity)] });
    if (!blob.ok) throw new Error(blob.error.type);
    expect(await openWith(identity, new Uint8Array(await blob.value.arrayBuffer()))).toEqual({ ok: true, value: plain });
  });

  it('is not made when called off', async () => {
    const identity = await identityToRecipient(await generateIdentity());
    await expect(sealBlob(new Blob([plain]), { recipients: [identity] }, AbortSignal.abort())).rejects.toThrow('abort');
  });

  it.each(['', 'age1', 'age1qqqq', 'AGE-SECRET-KEY-1ABC', 'ssh-ed25519 AAAA', 'age1yubikey1qwerty', `age1${'q'.repeat(58)}`, `age1pq1${'q'.repeat(1900)}`])('is refused for %j, naming which', async (bad) => {
    const good = await identityToRecipient(await generateIdentity());
    expect(await sealFile(plain, { recipients: [good, bad] })).toEqual({ ok: false, error: { type: 'RecipientRefused', at: 1 } });
  });

  it('is refused without a recipient', async () => {
    expect(await sealFile(plain, { recipients: [] })).toEqual({ ok: false, error: { type: 'RecipientRefused', at: 0 } });
  });
});
