/** Members, their devices, and the sealed blobs that are theirs. */
import { err, ok, type Result } from '#domain/result.ts';
import type { MeAnswer, MembersAnswer } from '#wire/answers.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import { scopes, type Scope } from '#wire/ids.ts';
import { limits } from '#wire/limits.ts';
import { grantSchema, keyringSchema, revokeSchema, type KeyringRequest } from '#wire/requests.ts';
import { verify } from '#wire/signed.ts';
import { isBlobSigned } from '../check-signed.ts';
import type { BlobScope } from '../store/keyrings.ts';
import { anyMember, deviceOf, done, lineBy, route, type Answer, type AnyRoute, type Ask } from './route.ts';

/** A blob in base64url with what stands around it. */
const blobBodyBytes = Math.ceil((limits.blobBytes * 4) / 3) + 4_096;

const meRoute = route({
  method: 'GET', path: '/me', who: [...anyMember, 'pending'],
  run: async (ask) => {
    const { memberId, deviceId, isIn } = deviceOf(ask);
    const [member] = await ask.hub.store.members(memberId);
    if (!member) return err('not-found');
    // A device that waits learns nothing of the member it wants to be.
    const devices = isIn ? member.devices : member.devices.filter((device) => device.deviceId === deviceId);
    const json: MeAnswer = { hubId: ask.hub.hubId, memberId, deviceId, role: member.role, certificate: isIn ? (member.certificates.at(-1) ?? null) : null, devices, head: isIn ? member.head : 0 };
    return ok({ json });
  },
});

const membersRoute = route({
  method: 'GET', path: '/members', who: anyMember,
  run: async (ask) => {
    const { role, memberId } = deviceOf(ask);
    const { store } = ask.hub;
    const json: MembersAnswer = {
      members: [...await store.members(role === 'leader' ? memberId : null)],
      joins: role === 'owner' ? [...await store.pending()] : [],
    };
    return ok({ json });
  },
});

const revokeMemberRoute = route({
  method: 'POST', path: '/members/:id/revoke', who: ['owner'], body: revokeSchema,
  run: async (ask) => {
    const { hub, body: { revocations } } = ask;
    const { statement } = await hub.store.district();
    if (statement === null) return err('not-founded');
    if (revocations.body.hubId !== hub.hubId) return err('bad-request');
    if (!verify('revocations', revocations, statement.body.rootSigner)) return err('bad-signature');
    const revoked = await hub.store.revokeMember(ask.param('id'), revocations, lineBy(ask, 'member revoked', ask.param('id')));
    return revoked.ok ? ok(done) : revoked;
  },
});

const revokeDeviceRoute = route({
  method: 'POST', path: '/devices/:id/revoke', who: anyMember,
  run: async (ask) => {
    const { role, memberId } = deviceOf(ask);
    const revoked = await ask.hub.store.revokeDevice(ask.param('id'), role === 'owner' ? null : memberId, lineBy(ask, 'device revoked', ask.param('id')));
    return revoked.ok ? ok(done) : revoked;
  },
});

const grantRoute = route({
  method: 'PUT', path: '/members/:id/grant', who: ['owner'], body: grantSchema, bodyBytes: blobBodyBytes,
  run: (ask) => putByRoot(ask, 'grant'),
});

const readGrantRoute = route({
  method: 'GET', path: '/members/:id/grant', who: ['owner', 'district'],
  run: async (ask) => {
    if (ask.param('id') !== deviceOf(ask).memberId) return err('not-allowed');
    const [grant] = await ask.hub.store.blobs(ask.param('id'), ['grant']);
    if (!grant) return err('not-yet');
    return ok({ json: { version: grant.version, blob: grant.blob, signature: grant.signature } });
  },
});

const keyringRoute = route({
  method: 'PUT', path: '/keyrings/:scope', who: anyMember, body: keyringSchema, bodyBytes: blobBodyBytes,
  run: async (ask) => {
    const { memberId, signer } = deviceOf(ask);
    return put(ask, { memberId, scope: scopeOf(ask.param('scope')), signer: signer ?? '' });
  },
});

const recoveredKeyringRoute = route({
  method: 'PUT', path: '/members/:id/keyrings/record', who: ['owner'], body: keyringSchema, bodyBytes: blobBodyBytes,
  run: (ask) => putByRoot(ask, 'record'),
});

const keyringsRoute = route({
  method: 'GET', path: '/members/:id/keyrings', who: anyMember,
  run: async (ask) => {
    const { role, memberId } = deviceOf(ask);
    const isOwn = ask.param('id') === memberId;
    if (!isOwn && role === 'leader') return err('not-allowed');
    return ok({ json: { keyrings: await ask.hub.store.blobs(ask.param('id'), isOwn ? scopes : ['record']) } });
  },
});

const scopeOf = (text: string): Scope => (text === 'draft' ? 'draft' : 'record');

interface Place { readonly memberId: string; readonly scope: BlobScope; readonly signer: string }

async function putByRoot(ask: Ask<KeyringRequest, unknown>, scope: BlobScope): Promise<Result<Answer, ErrorCode>> {
  const { statement } = await ask.hub.store.district();
  return statement === null ? err('not-founded') : put(ask, { memberId: ask.param('id'), scope, signer: statement.body.rootSigner });
}

async function put(ask: Ask<KeyringRequest, unknown>, { memberId, scope, signer }: Place): Promise<Result<Answer, ErrorCode>> {
  const { hub, body } = ask;
  if (!isBlobSigned({ hubId: hub.hubId, memberId, scope, version: body.version }, body, signer)) return err('bad-signature');
  const what = scope === 'grant' ? 'granted' : 'keyring stored';
  const stored = await hub.store.putBlob(memberId, { ...body, scope }, lineBy(ask, what, memberId));
  return stored.ok ? ok(done) : stored;
}

export const memberRoutes: readonly AnyRoute[] = [
  meRoute, membersRoute, revokeMemberRoute, revokeDeviceRoute, grantRoute, readGrantRoute, keyringRoute, recoveredKeyringRoute, keyringsRoute,
];
