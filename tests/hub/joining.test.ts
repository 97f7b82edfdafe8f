import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invitedSchema, keyringsSchema, membersSchema, meSchema } from '#wire/answers.ts';
import { authKeyOf, authorizationOf } from '#wire/auth-key.ts';
import { parseLink } from '#wire/link.ts';
import { joinProof } from '#wire/proof.ts';
import { newDevice, TestDistrict } from '#tests/support/hub-members.ts';
import { engines, openDistrict, openHub } from './with-hub.ts';

const dayMs = 24 * 60 * 60 * 1_000;

describe.each(engines)('joining a hub on %s', (engine) => {
  let hub: Awaited<ReturnType<typeof openDistrict>>;
  beforeAll(async () => {
    hub = await openDistrict(engine);
  });
  afterAll(() => hub.close());

  const me = async (authorization: string): Promise<ReturnType<typeof meSchema.parse>> => meSchema.parse((await hub.ask('GET', '/me', { authorization })).json());

  it('the owner link founds the district once, and again for the same device alone', async () => {
    const fresh = await openHub(engine);
    const link = parseLink(fresh.ownerLink);
    if (!link.ok) throw new Error('no link');
    const authorization = authorizationOf({ scheme: 'Invite', id: link.value.id, token: authKeyOf(link.value.secret) });
    const district = await TestDistrict.found(fresh.ask, fresh.ownerLink);
    expect((await fresh.ask('POST', '/found', { authorization, json: district.founding() })).status).toBe(200);
    await expect(TestDistrict.found(fresh.ask, fresh.ownerLink)).rejects.toThrow('already-founded');
    expect(await fresh.store.replaceOwnerLink({ id: randomUUID(), authHash: 'x' }, 1)).toEqual({ ok: false, error: 'already-founded' });
    await fresh.close();
  });

  it('an owner link that was replaced opens nothing', async () => {
    const fresh = await openHub(engine);
    await fresh.store.replaceOwnerLink({ id: randomUUID(), authHash: 'x' }, 1);
    await expect(TestDistrict.found(fresh.ask, fresh.ownerLink)).rejects.toThrow('sign-in-needed');
    await fresh.close();
  });

  it('who is invited waits until an owner has countersigned, and the owner sees the proof', async () => {
    const { district, ask } = hub;
    const invited = await district.invite('leader', { label: 'Room 12' });
    expect(invitedSchema.parse((await ask('GET', '/join', { authorization: invited.authorization })).json())).toMatchObject({ role: 'leader', recovers: null });
    const device = newDevice();
    expect((await ask('POST', '/join', { authorization: invited.authorization, json: district.joining(invited, device) })).status).toBe(200);
    expect(await me(device.authorization)).toMatchObject({ certificate: null, role: 'leader', head: 0 });
    expect((await ask('POST', '/records', { authorization: device.authorization, frames: [] })).json()).toEqual({ code: 'not-yet-countersigned' });
    const { joins } = membersSchema.parse((await ask('GET', '/members', { authorization: district.owner.authorization })).json());
    expect(joins.find(({ deviceId }) => deviceId === device.deviceId)).toMatchObject({ keys: device.keys, proof: joinProof(invited.secret, device) });
    expect((await district.countersign(device, 'leader')).status).toBe(200);
    expect((await me(device.authorization)).certificate?.body).toMatchObject({ memberId: device.memberId, signer: device.keys.signer });
  });

  it('an invitation works once, but the lost answer to it can be had again', async () => {
    const { district, ask } = hub;
    const invited = await district.invite('leader');
    const device = newDevice();
    const join = (json: unknown): Promise<number> => ask('POST', '/join', { authorization: invited.authorization, json }).then(({ status }) => status);
    expect([await join(district.joining(invited, device)), await join(district.joining(invited, device)), await join(district.joining(invited, newDevice()))]).toEqual([200, 200, 410]);
  });

  it('an invitation ends with its time, or when it is withdrawn', async () => {
    const { district, ask, clock } = hub;
    const [late, gone] = [await district.invite('leader'), await district.invite('leader')];
    await ask('DELETE', `/invitations/${gone.inviteId}`, { authorization: district.owner.authorization });
    expect((await ask('GET', '/join', { authorization: gone.authorization })).status).toBe(401);
    clock.nowMs += 7 * dayMs + 1;
    expect((await ask('GET', '/join', { authorization: late.authorization })).json()).toEqual({ code: 'link-spent' });
  });

  it('a certificate of other keys lets nobody in', async () => {
    const { district, ask } = hub;
    const device = await district.pending('leader');
    expect((await district.countersign({ ...device, keys: newDevice().keys }, 'leader')).json()).toEqual({ code: 'not-found' });
    expect((await ask('POST', '/records', { authorization: device.authorization, frames: [] })).status).toBe(403);
  });

  it('a wiped device comes back as the same member with new keys; the ones before are put out', async () => {
    const { district, ask } = hub;
    const old = await district.admit('leader');
    await district.push(old, district.record(old));
    const invited = await district.invite('leader', { recovers: old.memberId });
    const fresh = newDevice({ memberId: old.memberId });
    expect((await ask('POST', '/join', { authorization: invited.authorization, json: district.joining(invited, fresh) })).status).toBe(200);
    expect((await me(fresh.authorization)).devices).toHaveLength(1);
    await district.push(old, district.record(old));
    expect((await district.countersign(fresh, 'leader')).status).toBe(200);
    expect((await ask('GET', '/me', { authorization: old.authorization })).json()).toEqual({ code: 'revoked' });
    expect((await district.pull(fresh)).frames).toHaveLength(2);
    await district.push(fresh, district.record(fresh));
    const { members } = membersSchema.parse((await ask('GET', '/members', { authorization: fresh.authorization })).json());
    expect(members[0]?.certificates.map(({ body }) => body.signer)).toEqual([old.keys.signer, fresh.keys.signer]);
    const keyring = district.blob(old.memberId, 'record');
    expect((await ask('PUT', `/members/${old.memberId}/keyrings/record`, { authorization: district.owner.authorization, json: keyring })).status).toBe(200);
    expect(keyringsSchema.parse((await ask('GET', `/members/${old.memberId}/keyrings`, { authorization: fresh.authorization })).json()).keyrings).toMatchObject([{ scope: 'record', version: 1 }]);
  });

  it('a second device of a member is in once the first has answered', async () => {
    const { district } = hub;
    const first = await district.admit('leader');
    const second = await district.pair(first);
    await district.push(second, district.record(second));
    expect((await district.pull(first)).frames).toHaveLength(1);
    expect((await me(first.authorization)).devices.map(({ deviceId }) => deviceId).sort()).toEqual([first.deviceId, second.deviceId].sort());
  });

  it('a member who was revoked, and a device alone, are out at once; the list keeps all names', async () => {
    const { district, ask } = hub;
    const gone = await district.admit('leader');
    const first = await district.admit('leader');
    const lost = await district.pair(first);
    await district.revoke(gone);
    expect((await ask('POST', `/devices/${lost.deviceId}/revoke`, { authorization: first.authorization })).status).toBe(200);
    for (const { authorization } of [gone, lost]) expect((await ask('GET', '/me', { authorization })).json()).toEqual({ code: 'revoked' });
    expect((await me(first.authorization)).memberId).toBe(first.memberId);
    const { revocations } = await hub.store.district();
    expect(revocations?.body.revoked).toContain(gone.memberId);
    const forgetful = district.revocations();
    const answer = await ask('POST', `/members/${district.owner.memberId}/revoke`, { authorization: district.owner.authorization, json: { revocations: forgetful } });
    expect(answer.status).toBe(400);
  });

  it('the last owner cannot be revoked', async () => {
    const other = await openDistrict(engine);
    const { district } = other;
    const answer = await other.ask('POST', `/members/${district.owner.memberId}/revoke`, { authorization: district.owner.authorization, json: { revocations: district.revocations(district.owner.memberId) } });
    expect([answer.status, answer.json()]).toEqual([403, { code: 'not-allowed' }]);
    await other.close();
  });

  it('keyrings go forward only, and only with the right signature', async () => {
    const { district, ask } = hub;
    const own = await district.admit('leader');
    const put = (json: unknown, scope = 'record'): Promise<unknown> => ask('PUT', `/keyrings/${scope}`, { authorization: own.authorization, json }).then((heard) => heard.json());
    const second = district.blob(own.memberId, 'record', { version: 2, key: own.signerKey });
    expect(await put(second)).toEqual({ done: true });
    expect(await put(second)).toEqual({ done: true });
    expect(await put(district.blob(own.memberId, 'record', { version: 2, key: own.signerKey }))).toEqual({ code: 'version-taken' });
    expect(await put(district.blob(own.memberId, 'record', { version: 1, key: own.signerKey }))).toEqual({ code: 'version-taken' });
    expect(await put(district.blob(own.memberId, 'record', { version: 3, key: newDevice().signerKey }))).toEqual({ code: 'bad-signature' });
    expect(await put(second, 'draft')).toEqual({ code: 'bad-signature' });
    expect(await put(district.blob(own.memberId, 'draft', { key: own.signerKey }), 'draft')).toEqual({ done: true });
    const reader = await district.admit('district');
    const scopesFor = async (authorization: string): Promise<string[]> => keyringsSchema.parse((await ask('GET', `/members/${own.memberId}/keyrings`, { authorization })).json()).keyrings.map(({ scope }) => scope);
    expect([await scopesFor(own.authorization), await scopesFor(reader.authorization)]).toEqual([['record', 'draft'], ['record']]);
  });
});
