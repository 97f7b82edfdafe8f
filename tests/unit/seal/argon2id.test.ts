import { argon2Sync } from 'node:crypto';
import { argon2id as plain } from '@noble/hashes/argon2.js';
import { argon2id as compiled } from 'hash-wasm';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { argon2id, byScript, byWasm } from '#seal/argon2id.ts';
import { kdfParamsOf, newKdfParams, passphraseBytes, type KdfParams } from '#seal/kdf.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const small = (salt: Uint8Array<ArrayBuffer>, part: Partial<KdfParams> = {}): KdfParams =>
  ({ name: 'argon2id', memoryKiB: 64, passes: 3, lanes: 1, salt, ...part });

describe('Argon2id', () => {
  it('gives the tag of RFC 9106, section 5.3, in plain JavaScript', () => {
    const tag = plain(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
      t: 3, m: 32, p: 4, dkLen: 32, key: new Uint8Array(8).fill(3), personalization: new Uint8Array(12).fill(4),
    });
    expect(hex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('is the same by a third implementation, OpenSSL\'s', async () => {
    const params = small(new Uint8Array(16).fill(6), { memoryKiB: 1_024 });
    const message = passphraseBytes('four plain words here');
    const theirs = argon2Sync('argon2id', { message, nonce: params.salt, parallelism: 1, tagLength: 32, memory: 1_024, passes: 3 });
    expect(hex(await byWasm(message, params))).toBe(hex(theirs));
    expect(hex(await byScript(message, params))).toBe(hex(theirs));
  });

  // The vector has associated data, which the compiled one does not take: it is held to the other by the tests below.
  it.each([
    ['a secret', { secret: new Uint8Array(8).fill(3) }, { key: new Uint8Array(8).fill(3) }],
    ['four lanes', { parallelism: 4 }, { p: 4 }],
  ])('is the same in both with %s', async (_, forCompiled, forPlain) => {
    const salt = new Uint8Array(16).fill(2);
    const password = new Uint8Array(32).fill(1);
    const one = await compiled({ password, salt, iterations: 3, memorySize: 32, parallelism: 1, hashLength: 32, outputType: 'hex', ...forCompiled });
    expect(one).toBe(hex(plain(password, salt, { t: 3, m: 32, p: 1, dkLen: 32, ...forPlain })));
  });

  it('is the same in both for any passphrase, salt and cost', async () => {
    await fc.assert(fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.integer({ min: 8, max: 256 }), fc.integer({ min: 1, max: 4 }),
      async (passphrase, salt, memoryKiB, passes) => {
        const params = small(new Uint8Array(salt), { memoryKiB, passes });
        expect(hex(await byWasm(new Uint8Array(passphrase), params))).toBe(hex(await byScript(new Uint8Array(passphrase), params)));
      },
    ), { numRuns: 40 });
  });

  it('is the same in both at the cost that slots have', async () => {
    const params = { ...newKdfParams(), salt: new Uint8Array(16).fill(9) };
    expect(params).toMatchObject({ memoryKiB: 65_536, passes: 3, lanes: 1 });
    const passphrase = passphraseBytes('four plain words here');
    const start = performance.now();
    const compiledKey = hex(await byWasm(passphrase, params));
    const between = performance.now();
    expect(hex(await byScript(passphrase, params))).toBe(compiledKey);
    console.info(`Argon2id 64 MiB: compiled ${(between - start).toFixed(0)} ms, plain ${(performance.now() - between).toFixed(0)} ms`);
  }, 30_000);

  it.each([
    ['refused by a policy', { compile: () => Promise.reject(new EvalError('refused')) }],
    ['not there', undefined],
  ])('does without WebAssembly where it is %s', async (_, stand) => {
    const params = small(new Uint8Array(16).fill(5));
    const expected = hex(await byScript(passphraseBytes('x'), params));
    vi.stubGlobal('WebAssembly', stand);
    expect(hex(await argon2id(passphraseBytes('x'), params))).toBe(expected);
    vi.unstubAllGlobals();
  });
});

describe('parameters of a stored slot', () => {
  it('come back as they were made', () => {
    const params = newKdfParams();
    expect(kdfParamsOf(structuredClone(params))).toEqual(params);
  });

  it.each([
    { name: 'argon2i' }, { memoryKiB: 2_000_000 }, { memoryKiB: 1.5 }, { memoryKiB: '65536' }, { passes: 0 }, { passes: 1_000 },
    { lanes: 0 }, { lanes: 64 }, { salt: new Uint8Array(8) }, { salt: 'text' }, { salt: null },
  ])('are refused with %o', (part) => {
    expect(kdfParamsOf({ ...newKdfParams(), ...part })).toBeNull();
  });

  it.each([null, undefined, 'x', []])('are refused when they are %o', (stored) => {
    expect(kdfParamsOf(stored)).toBeNull();
  });
});
