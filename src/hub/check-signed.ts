/** Signatures that the hub checks itself, so that nothing is stored which clients would have to refuse. */
import { createHash, createPublicKey, verify as verifyEd25519, type KeyObject } from 'node:crypto';
import { fromBase64Url } from '#wire/base64url.ts';
import { signatureBytes, signedHash, type Envelope } from '#wire/envelope.ts';
import { verify, type Signed } from '#wire/signed.ts';
import { sha256Of, type BlobStatement } from '#wire/statements.ts';

// An Ed25519 public key as X.509 SubjectPublicKeyInfo (RFC 8410, section 4) is this and the 32 bytes.
const spki = Buffer.from('302a300506032b6570032100', 'hex');

/** The key object of a public key, base64url. Node's own signature check is fifty times as fast as one in JavaScript. */
export const keyOf = (signer: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([spki, Buffer.from(signer, 'base64url')]), format: 'der', type: 'spki' });

/** Whether a record's envelope is signed by the key, for this hub. */
export const isRecordSigned = (hubId: string, { bytes, signature }: Envelope, key: KeyObject): boolean =>
  verifyEd25519(null, signedHash(hubId, bytes.subarray(0, bytes.length - signatureBytes)), key, signature);

/** SHA-256 of an envelope as in receipts. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/** Whether a keyring or grant is signed by the key: its statement is put together from what was sent. */
export function isBlobSigned(statement: Omit<BlobStatement, 'sha256'>, { blob, signature }: { blob: string; signature: string }, signer: string): boolean {
  const bytes = fromBase64Url(blob);
  if (bytes === null) return false;
  const signed: Signed<unknown> = { body: { ...statement, sha256: sha256Of(bytes) }, signature };
  return verify(statement.scope === 'grant' ? 'grant' : 'keyring', signed, signer);
}
