/**
 * Sealing and opening what travels in an envelope. The clear header, the additional data and
 * the signature stand byte by byte in `#wire/envelope.ts`; the inside in `record-body.ts`.
 *
 *   body       AES-256-GCM (NIST SP 800-38D) of the packed inside under a content key of the
 *              member, 16-byte tag at its end
 *   nonce      12 bytes: the first of HMAC-SHA-256 under a key drawn from the content key, over
 *              hub id, header (its nonce and length zero) and packed inside. So the same item
 *              seals to the same bytes, and a push that is repeated is the same push; two
 *              different insides meet in a nonce as rarely as at random.
 *   inside     kind record, draft   the record without its roadmap (domain/sync/sent-record.ts)
 *              kind roadmap         the roadmap
 *              kind tombstone       nothing; the body is empty
 *
 * The inside is canonical JSON.
 */
import { assert, err, ok, type Result } from '#domain/result.ts';
import { canonicalJson } from '#wire/canonical-json.ts';
import {
  additionalData, noKey, parseEnvelope, signatureBytes, signedHash, writeHeader, type Envelope, type EnvelopeHeader, type EnvelopeKind,
} from '#wire/envelope.ts';
import { fromBase64Url } from '#wire/base64url.ts';
import { workingKeyOf, type ContentKey } from './content-key.ts';
import { packBody, unpackBody } from './record-body.ts';
import { signBytes, verifyBytes } from './signer.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What stands in the header: whose, which, by which device, which revision. */
export interface Address {
  readonly hubId: string;
  readonly kind: EnvelopeKind;
  readonly memberId: string;
  readonly recordId: string;
  readonly deviceId: string;
  readonly revision: number;
}

/** An envelope that does not open, and where it stopped. Everything else goes on. */
export interface NotOpened {
  readonly type: 'NotOpened';
  readonly because:
    /** No envelope of this layout. */
    | 'form'
    /** Not signed by the member whose it says it is. */
    | 'signature'
    /** Sealed by a key that is not in the keyring. */
    | 'key'
    /** Altered, moved, or of another hub. */
    | 'seal'
    /** It opened, and holds nothing that can be read. */
    | 'inside';
}

const tagBytes = 16;
const noNonce = new Uint8Array(12);

/** Seals a value. `content` is read at the call. Throws when it is not JSON, or the keys were not parsed: bugs. */
export async function sealRecord(address: Address, content: unknown, keys: { readonly contentKey: ContentKey; readonly signingKey: Bytes }): Promise<Bytes> {
  const { hubId, ...header } = address;
  const json = canonicalJson(content);
  assert(json !== null, 'what is sealed is JSON');
  const [inside, { aes, nonces }] = await Promise.all([packBody(json), workingKeyOf(keys.contentKey)]);
  const named = { ...header, keyId: keys.contentKey.keyId };
  const bound = additionalData(hubId, { ...named, nonce: noNonce, bodyLength: 0 });
  const nonce = new Uint8Array(await crypto.subtle.sign('HMAC', nonces, joined(bound, inside))).slice(0, 12);
  const whole = { ...named, nonce, bodyLength: inside.length + tagBytes };
  const body = await crypto.subtle.encrypt(gcm(hubId, whole), aes, inside);
  return signed(hubId, joined(writeHeader(whole), new Uint8Array(body)), keys.signingKey);
}

/** A tombstone: nothing inside, and signed like all else. */
export function sealTombstone({ hubId, ...header }: Omit<Address, 'kind'>, signingKey: Bytes): Promise<Bytes> {
  return signed(hubId, writeHeader({ ...header, kind: 'tombstone', keyId: noKey, nonce: noNonce, bodyLength: 0 }), signingKey);
}

/** Reads the header and checks whose signature it bears, before anything is opened. `signers`: base64url, any of them may have signed. */
export async function verifiedEnvelope(hubId: string, bytes: Bytes, signers: readonly string[]): Promise<Result<Envelope, NotOpened>> {
  const envelope = parseEnvelope(bytes);
  if (!envelope.ok) return notOpened('form');
  const hash = new Uint8Array(signedHash(hubId, bytes.subarray(0, bytes.length - signatureBytes)));
  for (const signer of signers) {
    const key = fromBase64Url(signer);
    if (key && (await verifyBytes(key, hash, bytes.slice(bytes.length - signatureBytes)))) return envelope;
  }
  return notOpened('signature');
}

/** Opens the body of an envelope whose signature was checked; null for a tombstone. */
export async function openRecord(hubId: string, { header, body }: Envelope, contentKeys: readonly ContentKey[]): Promise<Result<unknown, NotOpened>> {
  if (header.kind === 'tombstone') return ok(null);
  const key = contentKeys.find(({ keyId }) => keyId === header.keyId);
  if (!key) return notOpened('key');
  const { aes } = await workingKeyOf(key);
  let inside: ArrayBuffer;
  try {
    inside = await crypto.subtle.decrypt(gcm(hubId, header), aes, body.slice());
  } catch (error) {
    if (error instanceof DOMException) return notOpened('seal'); // an OperationError: it does not fit
    throw error;
  }
  const value = await unpackBody(new Uint8Array(inside));
  return value.ok ? value : notOpened('inside');
}

const notOpened = (because: NotOpened['because']): Result<never, NotOpened> => err({ type: 'NotOpened', because });

async function signed(hubId: string, unsigned: Bytes, signingKey: Bytes): Promise<Bytes> {
  return joined(unsigned, await signBytes(signingKey, new Uint8Array(signedHash(hubId, unsigned))));
}

const gcm = (hubId: string, header: EnvelopeHeader): AesGcmParams =>
  ({ name: 'AES-GCM', iv: new Uint8Array(header.nonce), additionalData: additionalData(hubId, header), tagLength: tagBytes * 8 });

function joined(one: Bytes, other: Bytes): Bytes {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}
