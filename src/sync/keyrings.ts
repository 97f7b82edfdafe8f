/**
 * Content keys on their way: the own ones to their readers, others' from their keyrings. A
 * keyring's signature covers hub, member, scope, number and hash of the file; it is the
 * member's, or the root's for a member who came back with new keys.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { isKeyDue, makeContentKey, presentKey, type ContentKey, type KeyScope } from '#seal/content-key.ts';
import { joinedKeys, openKeyring, sealKeyring } from '#seal/keyring.ts';
import { publicOf, signingBytes } from '#seal/member-keys.ts';
import { doneSchema, keyringsSchema as answerSchema, type KeyringsAnswer } from '#wire/answers.ts';
import { fromBase64Url, toBase64Url } from '#wire/base64url.ts';
import { sign, verify } from '#wire/signed.ts';
import { sha256Of, type BlobStatement } from '#wire/statements.ts';
import { askJson } from './ask.ts';
import { distrust, type Circle } from './circle.ts';
import { districtSchema, keyringsSchema, noRings, otherKeysSchema, readRow, row, type OtherKeys, type OwnRing, type OwnRings } from './membership.ts';
import type { KnownMember } from './members.ts';
import type { SyncObstacle } from './obstacle.ts';

/** Puts of two devices of one member may meet; after so many the next pass goes on. */
const mostTries = 4;

type Told<T> = Promise<Result<T, SyncObstacle>>;
type Blob = KeyringsAnswer['keyrings'][number];

/** The own content keys as they are kept here. */
export const readRings = ({ ports }: Circle): Promise<OwnRings> => readRow(ports, 'keyrings', keyringsSchema, noRings);

/**
 * Sees to it that there is a key to seal with, and that its readers have it. Keys are on the
 * disk before they go to the hub, and at the hub before anything that they seal.
 */
export async function ensureRing(circle: Circle, scope: KeyScope, own: KnownMember): Told<OwnRing> {
  for (let tries = 1; ; tries += 1) {
    const ring = (await readRings(circle))[scope];
    const readers = await readersOf(circle, scope);
    if (!isWanting(circle, scope, { ring, readers })) return ok(ring);
    const there = await fetchOwn(circle, scope, own);
    if (!there.ok) return there;
    const next = await renewed(circle, scope, { ...ring, keys: joinedKeys(ring.keys, there.value.keys), version: Math.max(ring.version, there.value.version) });
    const put = await putRing(circle, scope, { ...next, readers });
    if (put.ok || !isTaken(put.error) || tries >= mostTries) return put;
  }
}

/** Takes in what the member's other devices added: a record bears a key that is not here. */
export async function refreshRing(circle: Circle, scope: KeyScope, own: KnownMember): Told<readonly ContentKey[]> {
  const there = await fetchOwn(circle, scope, own);
  if (!there.ok) return there;
  const rings = await readRings(circle);
  const keys = joinedKeys(rings[scope].keys, there.value.keys);
  const kept = await circle.keep({ sync: [row('keyrings', { ...rings, [scope]: { ...rings[scope], keys, version: Math.max(rings[scope].version, there.value.version) } })] });
  return kept.ok ? ok(keys) : kept;
}

const isTaken = (obstacle: SyncObstacle): boolean => obstacle.type === 'RefusedByHub' && obstacle.code === 'version-taken';

async function readersOf({ me, trust }: Circle, scope: KeyScope): Promise<string[]> {
  const own = await publicOf(me.keys);
  const district = scope === 'record' ? trust.statement?.body.recipient : undefined;
  return [own?.recipient, district].filter((recipient) => recipient !== undefined);
}

function isWanting(circle: Circle, scope: KeyScope, { ring, readers }: { readonly ring: OwnRing; readonly readers: readonly string[] }): boolean {
  const { trust, ports, isRestored } = circle;
  const isDue = isKeyDue(ring.keys, scope, { nowMs: ports.nowMs(), sinceMs: trust.renewedAtMs });
  return isDue || ring.dirty || isRestored || ring.readers.join() !== readers.join();
}

async function renewed({ ports, trust }: Circle, scope: KeyScope, ring: OwnRing): Promise<OwnRing> {
  if (!isKeyDue(ring.keys, scope, { nowMs: ports.nowMs(), sinceMs: trust.renewedAtMs })) return Promise.resolve(ring);
  // A clock that was set back must not make the newest key look old.
  const madeAtMs = Math.max(ports.nowMs(), trust.renewedAtMs, (presentKey(ring.keys, scope)?.madeAtMs ?? -1) + 1);
  return Promise.resolve({ ...ring, keys: [...ring.keys, makeContentKey(scope, ports.newId(), madeAtMs)] });
}

async function putRing(circle: Circle, scope: KeyScope, ring: OwnRing): Told<OwnRing> {
  const { me } = circle;
  const next: OwnRing = { ...ring, version: ring.version + 1, dirty: true };
  const rings = await readRings(circle);
  const kept = await circle.keep({ sync: [row('keyrings', { ...rings, [scope]: { ...next, version: ring.version } })] });
  if (!kept.ok) return kept;
  const sealed = await sealKeyring({ hubId: me.hubId, memberId: me.memberId, scope, keys: next.keys }, next.readers);
  if (!sealed.ok) return distrust({ type: 'StatementForged' }); // the own recipient is good, so the district's is none
  const { signature } = sign('keyring', statementOf(circle, { memberId: me.memberId, scope, version: next.version, file: sealed.value }), signingBytes(me.keys));
  const put = await askJson(circle.ports, {
    method: 'PUT', path: `keyrings/${scope}`, as: circle.as, json: { version: next.version, blob: toBase64Url(sealed.value), signature }, answer: doneSchema,
  }, circle.signal);
  if (!put.ok) return put;
  const done = { ...next, dirty: false };
  const settled = await circle.keep({ sync: [row('keyrings', { ...rings, [scope]: done })] });
  if (!settled.ok) return settled;
  const seen = await seenKeyring(circle, `${me.memberId}/${scope}`, { version: next.version, sha256: sha256Of(sealed.value) });
  return seen.ok ? ok(done) : seen;
}

/** What a keyring's signature covers. */
export function statementOf(
  { me }: Pick<Circle, 'me'>, { memberId, scope, version, file }: { readonly memberId: string; readonly scope: BlobStatement['scope']; readonly version: number; readonly file: Uint8Array },
): BlobStatement {
  return { hubId: me.hubId, memberId, scope, version, sha256: sha256Of(file) };
}

async function fetchOwn(circle: Circle, scope: KeyScope, own: KnownMember): Told<OtherKeys | { readonly version: number; readonly keys: readonly ContentKey[] }> {
  const { me } = circle;
  const blob = await fetchBlob(circle, me.memberId, scope);
  if (!blob.ok) return blob;
  if (!blob.value) return ok({ version: 0, keys: [] });
  const file = await checkedFile(circle, own, blob.value);
  if (!file.ok) return file;
  const opened = await openKeyring(me.keys.identity, file.value, { hubId: me.hubId, memberId: me.memberId, scope });
  // Sealed for keys of before, which a wiped device does not have any more: it goes on with new ones.
  return ok({ version: blob.value.version, keys: opened.ok ? opened.value.keys : [] });
}

/** The keys of another member, as the district reads them; from here while they suffice for `keyId`, else from the hub. */
export async function keysOf(circle: Circle, member: KnownMember, keyId: string | null): Told<readonly ContentKey[]> {
  const name = `keys:${member.memberId}` as const;
  const known = await readRow<OtherKeys | null>(circle.ports, name, otherKeysSchema, null);
  if (known && (keyId === null || known.keys.some((key) => key.keyId === keyId))) return ok(known.keys);
  const blob = await fetchBlob(circle, member.memberId, 'record');
  if (!blob.ok) return blob;
  if (!blob.value) return ok(known?.keys ?? []);
  const file = await checkedFile(circle, member, blob.value);
  if (!file.ok) return file;
  const keys = await openByDistrict(circle, member.memberId, file.value);
  if (!keys) return ok(known?.keys ?? []);
  const all = joinedKeys(keys, known?.keys ?? []);
  const kept = await circle.keep({ sync: [row(name, { version: blob.value.version, keys: all })] });
  return kept.ok ? ok(all) : kept;
}

/** Opens a keyring by any of the district's identities; null when none of them fits. */
export async function openByDistrict({ ports, me }: Circle, memberId: string, file: Uint8Array): Promise<readonly ContentKey[] | null> {
  const district = await readRow(ports, 'district', districtSchema, { version: 1, identities: [''] });
  for (const identity of district.identities) {
    const opened = await openKeyring(identity, file, { hubId: me.hubId, memberId, scope: 'record' });
    if (opened.ok) return opened.value.keys;
  }
  return null;
}

/** The newest keyring of a scope at the hub; null when there is none. */
export async function fetchBlob(circle: Circle, memberId: string, scope: KeyScope): Told<Blob | null> {
  const answer = await askJson(circle.ports, { method: 'GET', path: `members/${memberId}/keyrings`, as: circle.as, answer: answerSchema }, circle.signal);
  if (!answer.ok) return answer;
  const blob = answer.value.keyrings.find((keyring) => keyring.scope === scope) ?? null;
  const seen = circle.trust.keyrings[`${memberId}/${scope}`];
  if (!blob && seen && !circle.isRestored) return distrust({ type: 'KeyringRolledBack', memberId });
  return ok(blob);
}

/** The file of a keyring whose signature and number were checked. */
export async function checkedFile(circle: Circle, { memberId, signers }: Pick<KnownMember, 'memberId' | 'signers'>, { scope, version, blob, signature }: Blob): Told<Uint8Array<ArrayBuffer>> {
  const file = fromBase64Url(blob);
  if (!file) return err({ type: 'NotTheHub' });
  const body = statementOf(circle, { memberId, scope, version, file });
  const roots = circle.trust.statement ? [circle.trust.statement.body.rootSigner] : [];
  if (![...signers, ...roots].some((signer) => verify('keyring', { body, signature }, signer))) return distrust({ type: 'KeyringForged', memberId });
  const name = `${memberId}/${scope}`;
  const seen = circle.trust.keyrings[name];
  const sha256 = sha256Of(file);
  if (seen && !circle.isRestored) {
    if (version < seen.version) return distrust({ type: 'KeyringRolledBack', memberId });
    if (version === seen.version && sha256 !== seen.sha256) return distrust({ type: 'KeyringForged', memberId });
  }
  const learned = await seenKeyring(circle, name, { version, sha256 });
  return learned.ok ? ok(file) : learned;
}

function seenKeyring(circle: Circle, name: string, now: { readonly version: number; readonly sha256: string }): Told<void> {
  if (circle.trust.keyrings[name]?.sha256 === now.sha256) return Promise.resolve(ok(undefined));
  return circle.learn({ keyrings: { ...circle.trust.keyrings, [name]: now } });
}
