/** Argon2id in two implementations that give the same bytes: compiled, and for where that is refused in plain JavaScript. */
import { argon2id as plainArgon2id } from '@noble/hashes/argon2.js';
import { argon2id as compiledArgon2id } from 'hash-wasm';
import type { Kdf } from './kdf.ts';

const outBytes = 32;

/** By WebAssembly. Rejects with a CompileError where a policy or the browser refuses it. */
export const byWasm: Kdf = async (password, { salt, memoryKiB, passes, lanes }) =>
  new Uint8Array(await compiledArgon2id({
    password, salt, memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: outBytes, outputType: 'binary',
  }));

/** In plain JavaScript, several times slower. Blocks its thread. */
export const byScript: Kdf = (password, { salt, memoryKiB, passes, lanes }) =>
  Promise.resolve(new Uint8Array(plainArgon2id(password, salt, { t: passes, m: memoryKiB, p: lanes, dkLen: outBytes, maxmem: (memoryKiB + 64) * 1024 })));

/** The quicker one that this place allows. */
export const argon2id: Kdf = async (password, params) => {
  if (await isWasmAllowed()) return byWasm(password, params);
  return byScript(password, params);
};

/** The empty module: eight bytes that compile everywhere where compiling is allowed. */
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

async function isWasmAllowed(): Promise<boolean> {
  if (typeof WebAssembly === 'undefined') return false;
  try {
    await WebAssembly.compile(emptyModule);
    return true;
  } catch (error) {
    // CompileError, or an EvalError of the policy: both are Errors and both mean no.
    if (error instanceof Error) return false;
    throw error;
  }
}
