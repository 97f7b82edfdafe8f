/**
 * Passkeys that give a secret: WebAuthn Level 3 with the PRF extension. The passkey is kept on
 * the device and asks for the person each time. Nothing is sent anywhere: there is no server
 * to prove anything to, so challenges are random and answers are not checked.
 *
 * Every function answers with an obstacle; none throws for what a person or a device does.
 */
import { err, ok, type Result } from '#domain/result.ts';

export type PasskeyObstacle =
  /** No WebAuthn, no authenticator in this device, or one without PRF. */
  | { readonly type: 'NoPasskeys' }
  /** Broken off, timed out, or not allowed here; `name` is the browser's. */
  | { readonly type: 'PasskeyRefused'; readonly name: string }
  /** Two evaluations differed: not to be relied on. */
  | { readonly type: 'PasskeyUnsteady' };

/** A passkey and its 32 bytes. `credentialId` in base64url. */
export interface EvaluatedPasskey {
  readonly credentialId: string;
  readonly prf: Uint8Array<ArrayBuffer>;
}

/** What the authenticator turns into the secret. The same for every passkey: each has a key of its own. */
const input = new TextEncoder().encode('quiet-checkpoint/slot/1');
const secretBytes = 32;
const timeout = 60_000;
const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** Passkeys are bound to a site's name: `localhost` is one, `127.0.0.1` is not. */
const isNamed = (host: string): boolean => !/^[\d.]+$|^\[/.test(host);

/** Whether it is worth offering. A yes may still turn out a no at the first evaluation. */
export async function canUsePasskeys(): Promise<boolean> {
  if (!isSecureContext || !isNamed(location.hostname) || typeof PublicKeyCredential === 'undefined') return false;
  const asked = PublicKeyCredential as Partial<Pick<typeof PublicKeyCredential, 'getClientCapabilities' | 'isUserVerifyingPlatformAuthenticatorAvailable'>>;
  try {
    const known = await asked.getClientCapabilities?.call(PublicKeyCredential);
    // Not named means not known: older browsers have PRF without telling of it.
    if (known?.['extension:prf'] === false) return false;
    return (await asked.isUserVerifyingPlatformAuthenticatorAvailable?.call(PublicKeyCredential)) === true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * Makes a passkey and evaluates it twice; it is only given when both evaluations agree.
 * `label` is what the device shows in its list of passkeys.
 */
export async function createPasskey(label: string): Promise<Result<EvaluatedPasskey, PasskeyObstacle>> {
  const made = await asking(() => navigator.credentials.create({ publicKey: creation(label) }));
  if (!made.ok) return made;
  // Some say at once that they have no PRF; those that say nothing are asked.
  if (made.value.getClientExtensionResults().prf?.enabled === false) return err({ type: 'NoPasskeys' });
  const credentialId = toBase64url(new Uint8Array(made.value.rawId));
  const first = await evaluatePasskey([credentialId]);
  if (!first.ok) return first;
  const second = await evaluatePasskey([credentialId]);
  if (!second.ok) return second;
  const same = first.value.prf.every((byte, index) => byte === second.value.prf[index]);
  return same ? ok(first.value) : err({ type: 'PasskeyUnsteady' });
}

/** Asks for one of the passkeys and gives its bytes. Must follow a touch or a key. */
export async function evaluatePasskey(credentialIds: readonly string[]): Promise<Result<EvaluatedPasskey, PasskeyObstacle>> {
  const given = await asking(() => navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32), userVerification: 'required', timeout,
      allowCredentials: credentialIds.map((id) => ({ type: 'public-key', id: fromBase64url(id) })),
      extensions: { prf: { eval: { first: input } } },
    },
  }));
  if (!given.ok) return given;
  const prf = bytesOf(given.value.getClientExtensionResults().prf?.results?.first);
  if (prf?.length !== secretBytes) return err({ type: 'NoPasskeys' });
  return ok({ credentialId: toBase64url(new Uint8Array(given.value.rawId)), prf });
}

const creation = (label: string): PublicKeyCredentialCreationOptions => ({
  rp: { name: 'Quiet Checkpoint' },
  user: { id: randomBytes(16), name: label, displayName: label },
  challenge: randomBytes(32),
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  attestation: 'none',
  timeout,
  extensions: { prf: {} },
});

async function asking(ask: () => Promise<Credential | null>): Promise<Result<PublicKeyCredential, PasskeyObstacle>> {
  if (typeof PublicKeyCredential === 'undefined') return err({ type: 'NoPasskeys' });
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? ok(credential) : err({ type: 'NoPasskeys' });
  } catch (error) {
    if (error instanceof DOMException) return err(error.name === 'NotSupportedError' ? { type: 'NoPasskeys' } : { type: 'PasskeyRefused', name: error.name });
    throw error;
  }
}

function bytesOf(source: BufferSource | undefined): Uint8Array<ArrayBuffer> | null {
  if (source === undefined) return null;
  return new Uint8Array(ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source));
}

const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
