import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of a large file as 64 hex digits, read piece by piece; WebCrypto takes no stream. Rejects with an AbortError when called off. */
export async function sha256OfBlob(file: Blob, signal?: AbortSignal): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      signal?.throwIfAborted();
      hash.update(next.value);
    }
  } catch (error) {
    await reader.cancel(error);
    throw error;
  }
  return bytesToHex(hash.digest());
}
