/** A district for tests of the hub: members with keys and certificates, and sealed-looking records. */
import { randomBytes, randomUUID } from 'node:crypto';
import { authKeyOf, authorizationOf, tokenHashOf } from '#wire/auth-key.ts';
import { hubSchema, pushSchema, type PushAnswer } from '#wire/answers.ts';
import { toBase64Url } from '#wire/base64url.ts';
import { buildEnvelope, noKey, type EnvelopeKind } from '#wire/envelope.ts';
import { decodeFrames } from '#wire/frames.ts';
import type { Role } from '#wire/ids.ts';
import { parseLink } from '#wire/link.ts';
import { joinProof, pairProof } from '#wire/proof.ts';
import { publicKeyOf, sign } from '#wire/signed.ts';
import { fingerprintOf, sha256Of, type BlobStatement, type Certificate, type MemberKeys, type SignedCertificate, type SignedRevocations, type SignedStatement } from '#wire/statements.ts';
import type { AskHub, Heard } from './hub-asks.ts';

export interface TestDevice {
  readonly memberId: string;
  readonly deviceId: string;
  readonly token: string;
  readonly authorization: string;
  readonly keys: MemberKeys;
  /** The member's private signing key. */
  readonly signerKey: Uint8Array;
}

const fakeRecipient = (): string => `age1pq1${randomBytes(40).toString('hex')}`;
const hashOf = (token: string): string => tokenHashOf(token) ?? '';

/** A device with keys of its own, unknown to any hub. */
export function newDevice(of: Partial<TestDevice> = {}): TestDevice {
  const token = toBase64Url(randomBytes(32));
  const deviceId = randomUUID();
  const signerKey = of.signerKey ?? randomBytes(32);
  return {
    memberId: of.memberId ?? randomUUID(), deviceId, token, authorization: authorizationOf({ scheme: 'Bearer', id: deviceId, token }),
    keys: of.keys ?? { recipient: fakeRecipient(), signer: publicKeyOf(signerKey) }, signerKey,
  };
}

export interface RecordOptions {
  readonly recordId?: string;
  readonly revision?: number;
  readonly kind?: EnvelopeKind;
  readonly body?: Uint8Array;
  readonly bytes?: number;
}

/** A record as a device would push it; its body is chance. */
export function recordOf(hubId: string, device: TestDevice, { recordId = randomUUID(), revision = 1, kind = 'record', bytes = 200, body = randomBytes(bytes) }: RecordOptions = {}): Uint8Array {
  const isTombstone = kind === 'tombstone';
  const header = {
    kind, memberId: device.memberId, recordId, deviceId: device.deviceId, revision, keyId: isTombstone ? noKey : '99999999-9999-4999-8999-999999999999',
    nonce: isTombstone ? new Uint8Array(12) : randomBytes(12), bodyLength: 0,
  };
  return buildEnvelope(hubId, header, isTombstone ? new Uint8Array(0) : body, device.signerKey);
}

const must = async (heard: Promise<Heard>): Promise<Heard> => {
  const answer = await heard;
  if (answer.status !== 200) throw new Error(`The hub answered ${String(answer.status)}: ${new TextDecoder().decode(answer.bytes)}`);
  return answer;
};

export interface Invited { readonly inviteId: string; readonly secret: Uint8Array; readonly authorization: string }

/** A founded district and the verbs of its owner. */
export class TestDistrict {
  readonly hubId: string;
  readonly ask: AskHub;
  readonly owner: TestDevice;
  readonly root: Uint8Array;
  readonly statement: SignedStatement;
  #serial = 1;
  #revoked: string[] = [];

  private constructor(ask: AskHub, hubId: string, root: Uint8Array) {
    this.ask = ask;
    this.hubId = hubId;
    this.root = root;
    this.owner = newDevice();
    this.statement = sign('statement', { hubId, version: 1, rootSigner: publicKeyOf(root), recipient: fakeRecipient(), issuedAtMs: 1 }, root);
  }

  /** Founds the hub's district by its owner link. */
  static async found(ask: AskHub, ownerLink: string): Promise<TestDistrict> {
    const link = parseLink(ownerLink);
    if (!link.ok) throw new Error('The owner link is none');
    const { hubId } = hubSchema.parse((await must(ask('GET', '/hub'))).json());
    const district = new TestDistrict(ask, hubId, randomBytes(32));
    await must(ask('POST', '/found', { authorization: authorizationOf({ scheme: 'Invite', id: link.value.id, token: authKeyOf(link.value.secret) }), json: district.founding() }));
    return district;
  }

  /** The request that founds it. */
  founding(): Record<string, unknown> {
    const { owner } = this;
    return { memberId: owner.memberId, deviceId: owner.deviceId, tokenHash: hashOf(owner.token), keys: owner.keys, statement: this.statement, certificate: this.certificate(owner, 'owner', { serial: 1 }) };
  }

  get fingerprint(): string { return fingerprintOf(publicKeyOf(this.root)) ?? ''; }

  certificate(device: TestDevice, role: Role, more: Partial<Certificate> = {}): SignedCertificate {
    const body = { hubId: this.hubId, memberId: device.memberId, role, ...device.keys, issuedAtMs: 1, serial: (this.#serial += 1), ...more };
    return sign('certificate', body, this.root);
  }

  async invite(role: Role, more: Record<string, unknown> = {}): Promise<Invited> {
    const secret = randomBytes(16);
    const inviteId = randomUUID();
    await must(this.ask('POST', '/invitations', { authorization: this.owner.authorization, json: { inviteId, role, authHash: hashOf(authKeyOf(secret)), ...more } }));
    return { inviteId, secret, authorization: authorizationOf({ scheme: 'Invite', id: inviteId, token: authKeyOf(secret) }) };
  }

  joining(invited: Invited, device: TestDevice): Record<string, unknown> {
    return { memberId: device.memberId, deviceId: device.deviceId, tokenHash: hashOf(device.token), keys: device.keys, proof: joinProof(invited.secret, device) };
  }

  /** A device that used an invitation and waits. */
  async pending(role: Role): Promise<TestDevice> {
    const invited = await this.invite(role);
    const device = newDevice();
    await must(this.ask('POST', '/join', { authorization: invited.authorization, json: this.joining(invited, device) }));
    return device;
  }

  countersign(device: TestDevice, role: Role): Promise<Heard> {
    return this.ask('PUT', `/members/${device.memberId}/certificate`, { authorization: this.owner.authorization, json: { certificate: this.certificate(device, role) } });
  }

  /** A member who is in. */
  async admit(role: Role): Promise<TestDevice> {
    const device = await this.pending(role);
    await must(this.countersign(device, role));
    return device;
  }

  /** A second device of a member, by pairing. */
  async pair(first: TestDevice): Promise<TestDevice> {
    const pairingId = randomUUID();
    const secret = randomBytes(16);
    const second = newDevice(first);
    const authorization = authorizationOf({ scheme: 'Pair', id: pairingId, token: authKeyOf(secret) });
    const claim = { pairingId, deviceId: second.deviceId, recipient: fakeRecipient() };
    await must(this.ask('POST', '/pairings', { authorization: first.authorization, json: { pairingId, authHash: hashOf(authKeyOf(secret)) } }));
    await must(this.ask('POST', `/pairings/${pairingId}/claim`, { authorization, json: { deviceId: second.deviceId, tokenHash: hashOf(second.token), recipient: claim.recipient, proof: pairProof(secret, claim) } }));
    await must(this.ask('PUT', `/pairings/${pairingId}/answer`, { authorization: first.authorization, json: { blob: 'AAAA', mac: toBase64Url(new Uint8Array(32)) } }));
    return second;
  }

  revocations(...more: readonly string[]): SignedRevocations {
    this.#revoked = [...this.#revoked, ...more];
    return sign('revocations', { hubId: this.hubId, serial: Math.max(1, this.#revoked.length), revoked: this.#revoked, issuedAtMs: 1 }, this.root);
  }

  async revoke(member: TestDevice): Promise<void> {
    await must(this.ask('POST', `/members/${member.memberId}/revoke`, { authorization: this.owner.authorization, json: { revocations: this.revocations(member.memberId) } }));
  }

  /** A sealed blob with the signature that it needs. */
  blob(memberId: string, scope: BlobStatement['scope'], { version = 1, key = this.root, bytes = randomBytes(60) }: { version?: number; key?: Uint8Array; bytes?: Uint8Array } = {}): { version: number; blob: string; signature: string } {
    const { signature } = sign(scope === 'grant' ? 'grant' : 'keyring', { hubId: this.hubId, memberId, scope, version, sha256: sha256Of(bytes) }, key);
    return { version, blob: toBase64Url(bytes), signature };
  }

  record(device: TestDevice, options: RecordOptions = {}): Uint8Array {
    return recordOf(this.hubId, device, options);
  }

  async push(device: TestDevice, ...frames: readonly Uint8Array[]): Promise<PushAnswer> {
    return pushSchema.parse((await must(this.ask('POST', '/records', { authorization: device.authorization, frames }))).json());
  }

  /** One page, or with `limit` a part of it. */
  async pull(device: TestDevice, { member = device.memberId, after = 0, limit = 500 }: { member?: string; after?: number; limit?: number } = {}): Promise<{ frames: readonly Uint8Array[]; next: number; more: boolean }> {
    return pageOf(await must(this.ask('GET', `/records?member=${member}&after=${String(after)}&limit=${String(limit)}`, { authorization: device.authorization })));
  }
}

/** Reads the answer of a pull. */
export function pageOf(heard: Heard): { frames: readonly Uint8Array[]; next: number; more: boolean } {
  const frames = decodeFrames(heard.bytes);
  if (!frames.ok) throw new Error('What the hub sent is no frames');
  return { frames: frames.value, next: Number(heard.header('qc-next')), more: heard.header('qc-more') === '1' };
}
