/**
 * What only owners do: sign keys, hand the district's identity on, revoke, renew, publish. All
 * of it is signed by the root, whose private key only they have.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { makeDistrictIdentity, recipientOf } from '#seal/member-keys.ts';
import { openJsonWith, sealJsonTo } from '#seal/to-recipients.ts';
import { sealKeyring } from '#seal/keyring.ts';
import { doneSchema, grantAnswerSchema, publishedAnswerSchema, type PendingAnswer } from '#wire/answers.ts';
import { fromBase64Url, toBase64Url } from '#wire/base64url.ts';
import { isSameProof, joinProof } from '#wire/proof.ts';
import { sign, verify } from '#wire/signed.ts';
import type { Certificate, SignedPublished } from '#wire/statements.ts';
import { ask, askJson } from './ask.ts';
import { distrust, type Circle } from './circle.ts';
import { checkedFile, fetchBlob, openByDistrict, statementOf } from './keyrings.ts';
import { districtSchema, grantedSchema, invitesSchema, readRow, rootSchema, row, type District, type Invite, type Root } from './membership.ts';
import type { KnownMember, Members } from './members.ts';
import type { SyncObstacle } from './obstacle.ts';

type Told<T> = Promise<Result<T, SyncObstacle>>;

/** The root signer of an owner; null for all others. */
export const readRoot = ({ ports }: Circle): Promise<Root | null> => readRow<Root | null>(ports, 'root', rootSchema, null);
const readDistrict = ({ ports }: Circle): Promise<District | null> => readRow<District | null>(ports, 'district', districtSchema, null);

/**
 * Signs the keys of those who joined, when they are proved by the secret of an invitation that
 * this device made. Role and member are those of the invitation, whatever the hub says. Joins
 * by other owners' invitations are left to their devices.
 */
export async function countersign(circle: Circle, { joins, members }: Members): Told<number> {
  const [root, invites] = [await readRoot(circle), await readRow(circle.ports, 'invitations', invitesSchema, [])];
  let signed = 0;
  for (const join of root ? joins : []) {
    const invite = invites.find(({ inviteId }) => inviteId === join.inviteId);
    if (!invite) continue;
    const secret = fromBase64Url(invite.secret);
    const isTheirs = (invite.recovers ?? join.memberId) === join.memberId && (invite.recovers !== null || !members.some(({ memberId, certificate }) => memberId === join.memberId && certificate));
    if (!secret || !isTheirs || !isSameProof(joinProof(secret, join), join.proof)) return distrust({ type: 'JoinForged', memberId: join.memberId });
    const done = await admit(circle, join, { invite, earlier: members.find(({ memberId }) => memberId === join.memberId) ?? null });
    if (!done.ok) return done;
    signed += 1;
  }
  return ok(signed);
}

async function admit(circle: Circle, join: PendingAnswer, { invite, earlier }: { readonly invite: Invite; readonly earlier: KnownMember | null }): Told<void> {
  const keys = { memberId: join.memberId, role: invite.role, recipient: join.keys.recipient, signer: join.keys.signer };
  // Before the certificate, which retires the devices of before: a member who came back opens what was.
  if (invite.recovers !== null && earlier) {
    const handed = await handKeyringOver(circle, { ...earlier, signers: [...earlier.signers, join.keys.signer] }, join.keys.recipient);
    if (!handed.ok) return handed;
  }
  const certified = await certify(circle, keys);
  if (!certified.ok) return certified;
  const left = (await readRow(circle.ports, 'invitations', invitesSchema, [])).filter(({ inviteId }) => inviteId !== invite.inviteId);
  return circle.keep({ sync: [row('invitations', left)] });
}

/** Signs a certificate with the next serial and hands it to the hub. The serial is on the disk before it is used. */
export async function certify(circle: Circle, keys: Pick<Certificate, 'memberId' | 'role' | 'recipient' | 'signer'>): Told<void> {
  const signer = await nextSerial(circle);
  if (!signer.ok) return signer;
  const { hubId } = circle.me;
  const certificate = sign('certificate', { hubId, ...keys, issuedAtMs: circle.ports.nowMs(), serial: signer.value.serial }, signer.value.key);
  const put = await askJson(circle.ports, { method: 'PUT', path: `members/${keys.memberId}/certificate`, as: circle.as, json: { certificate }, answer: doneSchema }, circle.signal);
  return put.ok ? ok(undefined) : put;
}

async function nextSerial(circle: Circle): Told<{ readonly key: Uint8Array<ArrayBuffer>; readonly serial: number }> {
  const root = await readRoot(circle);
  const key = root && fromBase64Url(root.privateKey);
  if (!root || !key) return err({ type: 'NotAllowed', code: 'not-allowed' });
  const serial = Math.max(root.serial, ...Object.values(circle.trust.serials)) + 1;
  const kept = await circle.keep({ sync: [row('root', { ...root, serial })] });
  return kept.ok ? ok({ key, serial }) : kept;
}

/** Encrypts a member's keyring to new keys: the district can open it, and a root's signature vouches for it. */
async function handKeyringOver(circle: Circle, member: Pick<KnownMember, 'memberId' | 'signers'>, recipient: string): Told<void> {
  const blob = await fetchBlob(circle, member.memberId, 'record');
  if (!blob.ok) return blob;
  if (!blob.value) return ok(undefined);
  const file = await checkedFile(circle, member, blob.value);
  if (!file.ok) return file;
  const keys = await openByDistrict(circle, member.memberId, file.value);
  const root = await readRoot(circle);
  const key = root && fromBase64Url(root.privateKey);
  const district = circle.trust.statement?.body.recipient;
  if (!keys || !key || district === undefined) return ok(undefined); // of before a renewal that this device missed: new records open all the same
  const sealed = await sealKeyring({ hubId: circle.me.hubId, memberId: member.memberId, scope: 'record', keys }, [recipient, district]);
  if (!sealed.ok) return err({ type: 'HubNotTrusted', what: { type: 'JoinForged', memberId: member.memberId } });
  const version = blob.value.version + 1;
  const { signature } = sign('keyring', statementOf(circle, { memberId: member.memberId, scope: 'record', version, file: sealed.value }), key);
  const put = await askJson(circle.ports, {
    method: 'PUT', path: `members/${member.memberId}/keyrings/record`, as: circle.as, json: { version, blob: toBase64Url(sealed.value), signature }, answer: doneSchema,
  }, circle.signal);
  return put.ok ? ok(undefined) : put;
}

/** Hands the district's identities to all who read for it or own it, and do not have the newest yet. */
export async function grantAll(circle: Circle, members: readonly KnownMember[]): Told<void> {
  const [root, district] = [await readRoot(circle), await readDistrict(circle)];
  if (!root || !district) return ok(undefined);
  for (const { memberId, role, certificate, isRevoked } of members) {
    if (role === 'leader' || isRevoked || !certificate || memberId === circle.me.memberId) continue;
    const mark = `${String(district.version)}/${certificate.signer}`;
    if (root.granted[memberId] === mark) continue;
    const granted = await grant(circle, { memberId, role, recipient: certificate.recipient, district });
    if (!granted.ok) return granted;
    const now = await readRoot(circle);
    const kept = now ? await circle.keep({ sync: [row('root', { ...now, granted: { ...now.granted, [memberId]: mark } })] }) : ok(undefined);
    if (!kept.ok) return kept;
  }
  return ok(undefined);
}

interface Grant extends Pick<Certificate, 'memberId' | 'role' | 'recipient'> {
  readonly district: District;
}

async function grant(circle: Circle, { memberId, role, recipient, district }: Grant): Told<void> {
  // Numbered like certificates: it grows also when the same identity is handed to new keys.
  const signer = await nextSerial(circle);
  if (!signer.ok) return signer;
  const { key, serial: version } = signer.value;
  const sealed = await sealJsonTo([recipient], { district, ...(role === 'owner' ? { root: toBase64Url(key) } : {}) });
  if (!sealed.ok) return distrust({ type: 'CertificateForged', memberId });
  const { signature } = sign('grant', statementOf(circle, { memberId, scope: 'grant', version, file: sealed.value }), key);
  const put = await askJson(circle.ports, {
    method: 'PUT', path: `members/${memberId}/grant`, as: circle.as, json: { version, blob: toBase64Url(sealed.value), signature }, answer: doneSchema,
  }, circle.signal);
  return put.ok ? ok(undefined) : put;
}

/** Takes the district's identities that were handed to this member, when the statement names another than is here. */
export async function takeGrant(circle: Circle): Told<void> {
  const { me, trust } = circle;
  const version = trust.statement?.body.version ?? 1;
  const here = await readDistrict(circle);
  if (me.role === 'leader' || (here && here.version >= version)) return ok(undefined);
  const answer = await askJson(circle.ports, { method: 'GET', path: `members/${me.memberId}/grant`, as: circle.as, answer: grantAnswerSchema }, circle.signal);
  if (!answer.ok) return answer.error.type === 'RefusedByHub' ? ok(undefined) : answer; // not handed over yet
  const file = fromBase64Url(answer.value.blob);
  if (!file) return err({ type: 'NotTheHub' });
  const body = statementOf(circle, { memberId: me.memberId, scope: 'grant', version: answer.value.version, file });
  if (!verify('grant', { body, signature: answer.value.signature }, trust.statement?.body.rootSigner ?? '')) return distrust({ type: 'GrantForged' });
  const opened = await openJsonWith(me.keys.identity, file);
  const granted = grantedSchema.safeParse(opened.ok ? opened.value : null);
  if (!granted.success || granted.data.district.version < (here?.version ?? 0)) return distrust({ type: 'GrantForged' });
  const { district, root } = granted.data;
  const identities = [...district.identities, ...(here?.identities ?? []).filter((identity) => !district.identities.includes(identity))];
  const isNew = root !== undefined && !(await readRoot(circle));
  return circle.keep({ sync: [row('district', { ...district, identities }), ...(isNew ? [row('root', { privateKey: root, serial: 0, granted: {} })] : [])] });
}

/**
 * Revokes a member for good. Who could read for the district could read everything: then its
 * identity is renewed first, and handed to those who stay.
 */
export async function revokeMember(circle: Circle, memberId: string, members: readonly KnownMember[]): Told<void> {
  const signer = await nextSerial(circle);
  if (!signer.ok) return signer;
  const before = circle.trust.revocations?.body;
  const revocations = sign('revocations', {
    hubId: circle.me.hubId, serial: (before?.serial ?? 0) + 1, revoked: [...new Set([...(before?.revoked ?? []), memberId])], issuedAtMs: circle.ports.nowMs(),
  }, signer.value.key);
  const posted = await askJson(circle.ports, { method: 'POST', path: `members/${memberId}/revoke`, as: circle.as, json: { revocations }, answer: doneSchema }, circle.signal);
  if (!posted.ok) return posted;
  const learned = await circle.learn({ revocations, renewedAtMs: circle.ports.nowMs() });
  if (!learned.ok) return learned;
  const isReader = members.some((member) => member.memberId === memberId && member.role !== 'leader');
  return isReader ? renewDistrict(circle, members.filter((member) => member.memberId !== memberId)) : ok(undefined);
}

/** A new identity of the district; the one of before stays, to open what was sealed to it. */
export async function renewDistrict(circle: Circle, staying: readonly KnownMember[]): Told<void> {
  const [root, district, statement] = [await readRoot(circle), await readDistrict(circle), circle.trust.statement];
  const key = root && fromBase64Url(root.privateKey);
  if (!key || !district || !statement) return err({ type: 'NotAllowed', code: 'not-allowed' });
  const { identity } = await makeDistrictIdentity();
  const version = Math.max(statement.body.version, district.version) + 1;
  const kept = await circle.keep({ sync: [row('district', { version, identities: [identity, ...district.identities] })] });
  if (!kept.ok) return kept;
  const stated = await stateDistrict(circle);
  // What of this does not get through is done with the next pass.
  return stated.ok ? grantAll(circle, staying) : stated;
}

/** Tells the hub of an identity that is newer here than in the statement: a renewal that was broken off. */
export async function stateDistrict(circle: Circle): Told<void> {
  const [root, district, statement] = [await readRoot(circle), await readDistrict(circle), circle.trust.statement];
  const key = root && fromBase64Url(root.privateKey);
  const [identity] = district?.identities ?? [];
  if (!key || !district || !statement || identity === undefined || district.version <= statement.body.version) return ok(undefined);
  const body = { ...statement.body, version: district.version, recipient: await recipientOf(identity), issuedAtMs: circle.ports.nowMs() };
  const next = sign('statement', body, key);
  const put = await askJson(circle.ports, { method: 'PUT', path: 'statement', as: circle.as, json: { statement: next }, answer: doneSchema }, circle.signal);
  if (!put.ok) return put;
  return circle.learn({ statement: next, renewedAtMs: circle.ports.nowMs() });
}

/** What an owner gives to all members: a roadmap, settings. */
export async function publish(circle: Circle, what: { readonly roadmap?: unknown; readonly settings?: Readonly<Record<string, unknown>> }): Told<SignedPublished> {
  const root = await readRoot(circle);
  const key = root && fromBase64Url(root.privateKey);
  if (!key) return err({ type: 'NotAllowed', code: 'not-allowed' });
  const current = await pullPublished(circle);
  if (!current.ok) return current;
  const body = { hubId: circle.me.hubId, version: circle.trust.publishedVersion + 1, issuedAtMs: circle.ports.nowMs(), ...what };
  const published: SignedPublished = sign('published', body, key);
  const put = await askJson(circle.ports, { method: 'PUT', path: 'published', as: circle.as, json: { published }, answer: doneSchema }, circle.signal);
  if (!put.ok) return put;
  const kept = await circle.keep({ sync: [row('published', published)] });
  if (!kept.ok) return kept;
  const learned = await circle.learn({ publishedVersion: body.version });
  return learned.ok ? ok(published) : learned;
}

/** Takes what the district gave out; null when it never did. An earlier one than was seen is refused. */
export async function pullPublished(circle: Circle): Told<SignedPublished | null> {
  const answer = await askJson(circle.ports, { method: 'GET', path: 'published', as: circle.as, answer: publishedAnswerSchema }, circle.signal);
  if (!answer.ok) return answer;
  const { published } = answer.value;
  const seen = circle.trust.publishedVersion;
  if (!published) return seen > 0 && !circle.isRestored ? distrust({ type: 'PublishedRolledBack' }) : ok(null);
  if (published.body.hubId !== circle.me.hubId || !verify('published', published, circle.trust.statement?.body.rootSigner ?? '')) return distrust({ type: 'PublishedForged' });
  if (published.body.version < seen) return circle.isRestored ? ok(null) : distrust({ type: 'PublishedRolledBack' });
  if (published.body.version === seen) return ok(published);
  const kept = await circle.keep({ sync: [row('published', published)] });
  if (!kept.ok) return kept;
  const learned = await circle.learn({ publishedVersion: published.body.version });
  return learned.ok ? ok(published) : learned;
}

/** Ends one device: the own or, for an owner, anybody's. */
export async function revokeDevice(circle: Circle, deviceId: string): Told<void> {
  const done = await ask(circle.ports, { method: 'POST', path: `devices/${deviceId}/revoke`, as: circle.as }, circle.signal);
  return done.ok ? ok(undefined) : done;
}
