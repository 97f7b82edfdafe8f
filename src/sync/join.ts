/**
 * Coming in: founding a district by the owner link, joining it by an invitation, being paired
 * by another device of the same member; and what the other side does for that. The secret of a
 * link is never sent; keys are on the disk before the hub hears of them.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { z } from '#domain/zod.ts';
import { makeDistrictIdentity, makeMemberKeys, makeRootSigner, parseMemberKeys, publicOf, type MemberKeys } from '#seal/member-keys.ts';
import { contentKeySchema, type ContentKey } from '#seal/content-key.ts';
import { joinedKeys } from '#seal/keyring.ts';
import { openJsonWith, sealJsonTo } from '#seal/to-recipients.ts';
import { doneSchema, invitationsSchema, invitedSchema, meSchema, pairingAnswerSchema, pairingStateSchema, type InvitationsAnswer } from '#wire/answers.ts';
import { authKeyOf, secretBytes, tokenHashOf, type Credential } from '#wire/auth-key.ts';
import { fromBase64Url, toBase64Url } from '#wire/base64url.ts';
import { idSchema, roleSchema, type Role } from '#wire/ids.ts';
import { limits } from '#wire/limits.ts';
import { parseLink, type Link } from '#wire/link.ts';
import { answerMac, isSameProof, joinProof, pairCode, pairProof } from '#wire/proof.ts';
import { sign } from '#wire/signed.ts';
import { fingerprintOf } from '#wire/statements.ts';
import { ask, askJson } from './ask.ts';
import { distrust, type Circle } from './circle.ts';
import { askHub, statementObstacle } from './hello.ts';
import { keep } from './keep.ts';
import { readRings } from './keyrings.ts';
import { districtSchema, identitySchema, invitesSchema, noRings, noTrust, readIdentity, readRow, row, type Identity } from './membership.ts';
import type { SyncObstacle } from './obstacle.ts';
import type { SyncPorts } from './ports.ts';

type Told<T> = Promise<Result<T, SyncObstacle>>;
/** A link of a district that is founded; it names the district's root. */
export type PinnedLink = Exclude<Link, { readonly kind: 'owner' }>;

/** Reads a link as it was pasted, scanned or typed. */
export function readLink(text: string): Result<Link, SyncObstacle> {
  const link = parseLink(text);
  return link.ok ? link : err({ type: 'LinkUnreadable' });
}

const credentialOf = (scheme: 'Invite' | 'Pair', { id, secret }: Link): Credential => ({ scheme, id, token: authKeyOf(secret) });

/** A device of its own: id, token, and the token's hash for the hub. */
function newDevice(ports: SyncPorts): { readonly deviceId: string; readonly token: string; readonly tokenHash: string } {
  const token = toBase64Url(ports.randomBytes(32));
  return { deviceId: ports.newId(), token, tokenHash: tokenHashOf(token) ?? '' };
}

async function freeToJoin(ports: SyncPorts): Told<void> {
  return (await readIdentity(ports)) ? err({ type: 'AlreadyJoined' }) : ok(undefined);
}

/** Founds the district: makes its root and its identity on this device, and this member its first owner. */
export async function found(ports: SyncPorts, link: Link, { label, signal }: { readonly label?: string; readonly signal: AbortSignal }): Told<Identity> {
  if (link.kind !== 'owner') return err({ type: 'LinkUnreadable' });
  const free = await freeToJoin(ports);
  if (!free.ok) return free;
  const before = await resumed(ports, link, signal);
  if (!before.ok) return before;
  if (before.value) return ok(before.value);
  const hub = await askHub(ports, signal);
  if (!hub.ok) return hub;
  if (hub.value.statement) return err({ type: 'LinkSpent' });
  const { hubId, epoch } = hub.value;
  const [keys, district, root, device, memberId, nowMs] = [await makeMemberKeys(), await makeDistrictIdentity(), makeRootSigner(), newDevice(ports), ports.newId(), ports.nowMs()];
  const open = await publicOf(keys);
  const [privateKey, pin] = [fromBase64Url(root.privateKey), fingerprintOf(root.publicKey)];
  if (!open || !privateKey || pin === null) throw new Error('Broken invariant: keys that were just made are keys');
  const statement = sign('statement', { hubId, version: 1, rootSigner: root.publicKey, recipient: district.recipient, issuedAtMs: nowMs }, privateKey);
  const certificate = sign('certificate', { hubId, memberId, role: 'owner' as const, ...open, issuedAtMs: nowMs, serial: 1 }, privateKey);
  const { deviceId, token, tokenHash } = device;
  const identity: Identity = { hubId, memberId, deviceId, token, role: 'owner', keys, pin, joinedAtMs: nowMs, confirmed: true };
  const rows = [
    ...fresh(identity), row('root', { privateKey: root.privateKey, serial: 1, granted: {} }), row('district', { version: 1, identities: [district.identity] }),
    row('trust', { ...noTrust, epoch, statement, serials: { [memberId]: 1 } }),
  ];
  return enrol(ports, { link, identity, rows }, () => askJson(ports, {
    method: 'POST', path: 'found', as: credentialOf('Invite', link),
    json: { deviceId, tokenHash, ...(label === undefined ? {} : { label }), memberId, keys: open, statement, certificate }, answer: doneSchema,
  }, signal));
}

interface Enrolment {
  readonly link: Link;
  readonly identity: Identity;
  readonly rows: readonly ReturnType<typeof row>[];
}

/** Keys go to the disk first, aside, then to the hub; once it has them, they are this device's. */
async function enrol(ports: SyncPorts, { link, identity, rows }: Enrolment, post: () => Told<unknown>): Told<Identity> {
  const aside = await keep(ports, { sync: [row('joining', { linkId: link.id, identity, rows })] });
  if (!aside.ok) return aside;
  const posted = await post();
  if (!posted.ok) return posted;
  const kept = await keep(ports, { sync: [...rows, row('joining', null)] });
  return kept.ok ? ok(identity) : kept;
}

const joiningSchema = z.object({ linkId: idSchema, identity: identitySchema, rows: z.array(z.object({ id: z.string(), value: z.unknown() })) });

/** An earlier try with this link whose answer was lost: the hub may know this device already. Null when it does not. */
async function resumed(ports: SyncPorts, link: Link, signal: AbortSignal): Told<Identity | null> {
  const tried = joiningSchema.safeParse(await ports.storage.readNamed('sync', 'joining'));
  if (!tried.success || tried.data.linkId !== link.id) return ok(null);
  const { identity, rows } = tried.data;
  const me = await askJson(ports, { method: 'GET', path: 'me', as: { scheme: 'Bearer', id: identity.deviceId, token: identity.token }, answer: meSchema }, signal);
  if (!me.ok) return me.error.type === 'SignInNeeded' ? ok(null) : me;
  const kept = await keep(ports, { sync: [...rows.map(({ id, value }) => ({ id, value })), row('joining', null)] });
  return kept.ok ? ok(identity) : kept;
}

/** Joins by an invitation. The keys count once an owner's device has signed them (`confirmed`, with a later pass). */
export async function join(ports: SyncPorts, link: Link, { label, signal }: { readonly label?: string; readonly signal: AbortSignal }): Told<Identity> {
  if (link.kind !== 'invitation') return err({ type: 'LinkUnreadable' });
  const free = await freeToJoin(ports);
  if (!free.ok) return free;
  const before = await resumed(ports, link, signal);
  if (!before.ok) return before;
  if (before.value) return ok(before.value);
  const hub = await checkedHub(ports, link, signal);
  if (!hub.ok) return hub;
  const as = credentialOf('Invite', link);
  const invited = await askJson(ports, { method: 'GET', path: 'join', as, answer: invitedSchema }, signal);
  if (!invited.ok) return invited;
  const [keys, device] = [await makeMemberKeys(), newDevice(ports)];
  const open = await publicOf(keys);
  if (!open) throw new Error('Broken invariant: keys that were just made are keys');
  const memberId = invited.value.recovers ?? ports.newId();
  const { deviceId, token, tokenHash } = device;
  const identity: Identity = { hubId: hub.value.hubId, memberId, deviceId, token, role: invited.value.role, keys, pin: link.fingerprint, joinedAtMs: ports.nowMs(), confirmed: false };
  const proof = joinProof(link.secret, { memberId, deviceId, keys: open });
  return enrol(ports, { link, identity, rows: fresh(identity) }, () => askJson(ports, {
    method: 'POST', path: 'join', as, json: { deviceId, tokenHash, ...(label === undefined ? {} : { label }), memberId, keys: open, proof }, answer: doneSchema,
  }, signal));
}

/** The hub of a link: founded, and under the root that the link names. */
async function checkedHub(ports: SyncPorts, { fingerprint }: PinnedLink, signal: AbortSignal): Told<{ readonly hubId: string }> {
  const hub = await askHub(ports, signal);
  if (!hub.ok) return hub;
  const { hubId, statement } = hub.value;
  if (!statement) return err({ type: 'NotFounded' });
  const obstacle = statementObstacle(statement, { hubId, pin: fingerprint, seen: null });
  return obstacle ? err(obstacle) : ok({ hubId });
}

const fresh = (identity: Identity): ReturnType<typeof row>[] =>
  [row('identity', identity), row('trust', noTrust), row('keyrings', noRings), row('cursors', {}), row('district', null), row('root', null), row('pass', null), row('published', null)];

/** An invitation that was just made; `link` carries its secret and is shown to the invited person only. */
export interface Invited {
  readonly link: PinnedLink;
  readonly role: Role;
  readonly recovers: string | null;
  readonly expiresAtMs: number;
}

/** Makes an invitation. Its secret is kept here, sealed, until it was used: it proves who joined. */
export async function invite(circle: Circle, { role, recovers = null, label }: { readonly role: Role; readonly recovers?: string | null; readonly label?: string }): Told<Invited> {
  const { ports, me } = circle;
  const secret = ports.randomBytes(secretBytes);
  const inviteId = ports.newId();
  const expiresAtMs = ports.nowMs() + limits.invitationMs;
  const open = (await readRow(ports, 'invitations', invitesSchema, [])).filter((one) => one.expiresAtMs > ports.nowMs() - limits.invitationMs);
  const kept = await circle.keep({ sync: [row('invitations', [...open, { inviteId, secret: toBase64Url(secret), role, recovers, expiresAtMs }])] });
  if (!kept.ok) return kept;
  const posted = await askJson(ports, {
    method: 'POST', path: 'invitations', as: circle.as,
    json: { inviteId, role, authHash: tokenHashOf(authKeyOf(secret)), ...(recovers === null ? {} : { recovers }), ...(label === undefined ? {} : { label }) }, answer: doneSchema,
  }, circle.signal);
  return posted.ok ? ok({ link: { kind: 'invitation', id: inviteId, secret, fingerprint: me.pin }, role, recovers, expiresAtMs }) : posted;
}

/** The link of an invitation that this device made; null for others. */
export async function linkOfInvite({ ports, me }: Pick<Circle, 'ports' | 'me'>, inviteId: string): Promise<PinnedLink | null> {
  const found = (await readRow(ports, 'invitations', invitesSchema, [])).find((one) => one.inviteId === inviteId);
  const secret = found && fromBase64Url(found.secret);
  return secret ? { kind: 'invitation', id: inviteId, secret, fingerprint: me.pin } : null;
}

/** All invitations that are out, as the hub has them. */
export async function readInvitations(circle: Circle): Told<InvitationsAnswer['invitations']> {
  const answer = await askJson(circle.ports, { method: 'GET', path: 'invitations', as: circle.as, answer: invitationsSchema }, circle.signal);
  return answer.ok ? ok(answer.value.invitations) : answer;
}

/** Calls an invitation off; its secret is forgotten. */
export async function withdrawInvitation(circle: Circle, inviteId: string): Told<void> {
  const done = await ask(circle.ports, { method: 'DELETE', path: `invitations/${inviteId}`, as: circle.as }, circle.signal);
  if (!done.ok) return done;
  const left = (await readRow(circle.ports, 'invitations', invitesSchema, [])).filter((one) => one.inviteId !== inviteId);
  return circle.keep({ sync: [row('invitations', left)] });
}

/** A pairing that this device offers, or takes part in. Lives in memory only, ten minutes. */
export interface Offer {
  readonly link: PinnedLink;
  readonly expiresAtMs: number;
}

/** Offers a pairing: the link is shown to the other device of the same member. */
export async function offerPairing(circle: Circle): Told<Offer> {
  const { ports, me } = circle;
  const link: PinnedLink = { kind: 'pairing', id: ports.newId(), secret: ports.randomBytes(secretBytes), fingerprint: me.pin };
  const posted = await askJson(ports, { method: 'POST', path: 'pairings', as: circle.as, json: { pairingId: link.id, authHash: tokenHashOf(authKeyOf(link.secret)) }, answer: doneSchema }, circle.signal);
  return posted.ok ? ok({ link, expiresAtMs: ports.nowMs() + limits.pairingMs }) : posted;
}

/** A claim that was proved, and the six digits to compare. */
export interface Claimed {
  readonly deviceId: string;
  readonly recipient: string;
  readonly code: string;
}

/** Looks whether the other device has claimed; null while it has not. A claim without the link's secret is `PairingEnded`. */
export async function readClaim(circle: Circle, { link }: Offer): Told<Claimed | null> {
  const state = await askJson(circle.ports, { method: 'GET', path: `pairings/${link.id}`, as: circle.as, answer: pairingStateSchema }, circle.signal);
  if (!state.ok) return state;
  const { claim } = state.value;
  if (!claim) return ok(null);
  const about = { pairingId: link.id, deviceId: claim.deviceId, recipient: claim.recipient };
  if (!isSameProof(pairProof(link.secret, about), claim.proof)) return err({ type: 'PairingEnded' });
  return ok({ deviceId: claim.deviceId, recipient: claim.recipient, code: pairCode(link.secret, about) });
}

/** The codes are alike: hands the keys of this member over. */
export async function answerPairing(circle: Circle, { link }: Offer, { deviceId, recipient }: Claimed): Told<void> {
  const { ports, me } = circle;
  const rings = await readRings(circle);
  const district = me.role === 'leader' ? null : await readRow(ports, 'district', z.nullable(districtSchema), null);
  const inside: HandedOver = { memberId: me.memberId, role: me.role, keys: me.keys, contentKeys: [...rings.record.keys, ...rings.draft.keys], district };
  const sealed = await sealJsonTo([recipient], inside);
  if (!sealed.ok) return err({ type: 'PairingEnded' });
  const blob = toBase64Url(sealed.value);
  const mac = answerMac(link.secret, { pairingId: link.id, deviceId, recipient }, blob);
  const put = await askJson(ports, { method: 'PUT', path: `pairings/${link.id}/answer`, as: circle.as, json: { blob, mac }, answer: doneSchema }, circle.signal);
  return put.ok ? ok(undefined) : put;
}

/** What the new device keeps between claiming and being answered. */
export interface Claiming {
  readonly link: PinnedLink;
  readonly hubId: string;
  readonly deviceId: string;
  readonly token: string;
  readonly pairingIdentity: string;
  readonly recipient: string;
  readonly code: string;
}

/** Claims a pairing with a one-time key; shows the same six digits as the other device. */
export async function claimPairing(ports: SyncPorts, link: Link, { label, signal }: { readonly label?: string; readonly signal: AbortSignal }): Told<Claiming> {
  if (link.kind !== 'pairing') return err({ type: 'LinkUnreadable' });
  const free = await freeToJoin(ports);
  if (!free.ok) return free;
  const hub = await checkedHub(ports, link, signal);
  if (!hub.ok) return hub;
  const { identity, recipient } = await makeDistrictIdentity();
  const { deviceId, token, tokenHash } = newDevice(ports);
  const about = { pairingId: link.id, deviceId, recipient };
  const claimed = await askJson(ports, {
    method: 'POST', path: `pairings/${link.id}/claim`, as: credentialOf('Pair', link),
    json: { deviceId, tokenHash, ...(label === undefined ? {} : { label }), recipient, proof: pairProof(link.secret, about) }, answer: doneSchema,
  }, signal);
  return claimed.ok ? ok({ link, hubId: hub.value.hubId, deviceId, token, pairingIdentity: identity, recipient, code: pairCode(link.secret, about) }) : claimed;
}

/** Looks for the answer; null while there is none. With it this device is the member. */
export async function takePairing(ports: SyncPorts, claiming: Claiming, signal: AbortSignal): Told<Identity | null> {
  const { link, hubId, deviceId, token, recipient } = claiming;
  const answer = await askJson(ports, { method: 'GET', path: `pairings/${link.id}/answer`, as: credentialOf('Pair', link), answer: pairingAnswerSchema }, signal);
  if (!answer.ok) return answer.error.type === 'RefusedByHub' && answer.error.code === 'not-yet' ? ok(null) : answer;
  const { blob, mac } = answer.value;
  const file = fromBase64Url(blob);
  if (!file || !isSameProof(answerMac(link.secret, { pairingId: link.id, deviceId, recipient }, blob), mac)) return err({ type: 'PairingEnded' });
  const opened = await openJsonWith(claiming.pairingIdentity, file);
  const inside = handedOverSchema.safeParse(opened.ok ? opened.value : null);
  if (!inside.success) return err({ type: 'PairingEnded' });
  const { memberId, role, contentKeys, district } = inside.data;
  const keys = await parseMemberKeys(inside.data.keys);
  if (!keys.ok) return distrust({ type: 'CertificateForged', memberId });
  const identity: Identity = { hubId, memberId, deviceId, token, role, keys: keys.value, pin: link.fingerprint, joinedAtMs: ports.nowMs(), confirmed: true };
  const rings = ringsOf(contentKeys);
  const kept = await keep(ports, { sync: [...fresh(identity), row('keyrings', rings), row('district', district)] });
  return kept.ok ? ok(identity) : kept;
}

/** The keys that came over: the keyring at the hub has others perhaps, which the next pass joins to them. */
function ringsOf(contentKeys: readonly ContentKey[]): object {
  const of = (scope: ContentKey['scope']): object => ({ version: 0, readers: [], keys: joinedKeys(contentKeys.filter((key) => key.scope === scope), []), dirty: false });
  return { record: of('record'), draft: of('draft') };
}

const handedOverSchema = z.object({
  memberId: idSchema, role: roleSchema, keys: z.unknown(), contentKeys: z.array(contentKeySchema).check(z.maxLength(2_000)), district: z.nullable(districtSchema),
});
interface HandedOver extends Omit<z.infer<typeof handedOverSchema>, 'keys'> {
  readonly keys: MemberKeys;
}

/** Forgets the hub on this device: rows of membership go, meetings and what was pulled stay. */
export const leave = (ports: SyncPorts): Told<void> => keep(ports, {
  sync: ['identity', 'keyrings', 'district', 'root', 'invitations', 'trust', 'cursors', 'members', 'published', 'pass'].map((id) => ({ id, value: null })),
});
