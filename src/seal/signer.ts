/**
 * Ed25519 (RFC 8032) for many signatures: by WebCrypto where it has the curve (Safari 17,
 * Chrome 137, Firefox 129), else by the library. Both give the same signature for the same
 * message. Private keys are 32 bytes that are kept sealed, never CryptoKeys that are stored.
 */
import { ed25519 } from '@noble/curves/ed25519.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** Before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
const pkcs8Head = Uint8Array.of(0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20);
const algorithm = { name: 'Ed25519' } as const;
/** Private keys for as long as somebody holds their bytes: a lock lets go of both. */
const signing = new WeakMap<Bytes, Promise<CryptoKey | null>>();
/** Public keys, as they come again with every record. */
const kept = new Map<string, Promise<CryptoKey | null>>();
/** More than a district has members; beyond that the oldest goes. */
const mostKept = 500;

/** The 64 bytes of the signature. */
export async function signBytes(privateKey: Bytes, message: Bytes): Promise<Bytes> {
  const known = signing.get(privateKey) ?? imported('sign', privateKey);
  signing.set(privateKey, known);
  const key = await known;
  if (key) return new Uint8Array(await crypto.subtle.sign(algorithm, key, message));
  return new Uint8Array(ed25519.sign(message, privateKey));
}

/** True for the signature of this message by this key; false for all else, bytes that are no key among them. */
export async function verifyBytes(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = await verifyingKey(publicKey);
  if (key) return crypto.subtle.verify(algorithm, key, signature, message);
  try {
    return ed25519.verify(signature, message, publicKey);
  } catch (error) {
    if (error instanceof Error) return false; // no point of the curve
    throw error;
  }
}

/** A random private key. */
export const newSigningKey = (): Bytes => new Uint8Array(ed25519.utils.randomSecretKey());

/** The public key of a private one. */
export const publicKeyOf = (privateKey: Bytes): Bytes => new Uint8Array(ed25519.getPublicKey(privateKey));

function verifyingKey(bytes: Bytes): Promise<CryptoKey | null> {
  const name = bytes.join();
  const known = kept.get(name);
  if (known) return known;
  const key = imported('verify', bytes);
  kept.set(name, key);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return key;
}

async function imported(usage: 'sign' | 'verify', bytes: Bytes): Promise<CryptoKey | null> {
  try {
    if (usage === 'verify') return await crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
    const pkcs8 = new Uint8Array(pkcs8Head.length + 32);
    pkcs8.set(pkcs8Head);
    pkcs8.set(bytes, pkcs8Head.length);
    return await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  } catch (error) {
    // NotSupportedError: no such curve here. DataError: no such key, which the library then refuses.
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}
