/** Opens the records of a file by the identity of somebody who may read them: the district's, or the member's own. */
import { err, ok, type Result } from '#domain/result.ts';
import { readKeyring, type Keyring } from '#seal/keyring.ts';
import { openRecord, verifiedEnvelope } from '#seal/record.ts';
import { openJsonWith } from '#seal/to-recipients.ts';
import { fromBase64Url } from '#wire/base64url.ts';
import { parseEnvelope, type Envelope } from '#wire/envelope.ts';
import { decodeFrames } from '#wire/frames.ts';

export interface Given {
  /** One sealed record, or many as the hub sends them (`wire/frames.ts`). */
  readonly records: Uint8Array<ArrayBuffer>;
  /** The text of an identity file, as the age tool takes it: one key a line, `#` for comments. */
  readonly identity: string;
  /** The keyring of the member whose records they are: an age file, or its bytes as base64url. */
  readonly keyring: Uint8Array<ArrayBuffer>;
  /** The member's public signing key, base64url; without it signatures are not checked. */
  readonly signer?: string;
}

/** What one record held, and where it stood. */
export interface Opened {
  readonly kind: string;
  readonly memberId: string;
  readonly recordId: string;
  readonly deviceId: string;
  readonly revision: number;
  readonly content: unknown;
}

/** Opens all that can be; a line for each that cannot. Nothing is thrown for what the files hold. */
export async function openRecords({ records, identity, keyring: file, signer }: Given): Promise<{ readonly opened: readonly Opened[]; readonly refused: readonly string[] }> {
  const keyring = await keyringOf(identity, file);
  if (!keyring) return { opened: [], refused: ['The keyring does not open with this identity.'] };
  const frames = envelopesIn(records);
  if (!frames) return { opened: [], refused: ['The file holds no sealed records.'] };
  const opened: Opened[] = [];
  const refused: string[] = [];
  for (const [at, bytes] of frames.entries()) {
    const one = await openOne(keyring, bytes, signer);
    if (one.ok) opened.push(one.value);
    else refused.push(`Record ${String(at + 1)} does not open: ${one.error}.`);
  }
  return { opened, refused };
}

async function keyringOf(identities: string, file: Uint8Array<ArrayBuffer>): Promise<Keyring | null> {
  const text = new TextDecoder('latin1').decode(file).trim();
  const bytes = text.startsWith('age-encryption.org/') ? file : fromBase64Url(text);
  const keys = identities.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  for (const key of bytes ? keys : []) {
    const opened = await openJsonWith(key, bytes ?? file);
    const keyring = opened.ok ? readKeyring(opened.value) : null;
    if (keyring) return keyring;
  }
  return null;
}

function envelopesIn(file: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] | null {
  if (parseEnvelope(file).ok) return [file];
  const frames = decodeFrames(file);
  return frames.ok && frames.value.length > 0 ? frames.value.map((frame) => new Uint8Array(frame)) : null;
}

async function openOne(keyring: Keyring, bytes: Uint8Array<ArrayBuffer>, signer: string | undefined): Promise<Result<Opened, string>> {
  const envelope = signer === undefined ? parseEnvelope(bytes) : await verifiedEnvelope(keyring.hubId, bytes, [signer]);
  if (!envelope.ok) return err(reasonOf(envelope.error));
  const content = await openRecord(keyring.hubId, envelope.value, keyring.keys);
  return content.ok ? ok(openedOf(envelope.value, content.value)) : err(content.error.because);
}

const reasonOf = (error: { readonly because: string } | { readonly what: string }): string => ('because' in error ? error.because : error.what);

const openedOf = ({ header: { kind, memberId, recordId, deviceId, revision } }: Envelope, content: unknown): Opened =>
  ({ kind, memberId, recordId, deviceId, revision, content });
