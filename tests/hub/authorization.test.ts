/**
 * Who may what: every route that the server itself lists, by every caller. A route without a
 * row fails, and so does a row without a route. All requests are about the leader's things.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authKeyOf, authorizationOf, tokenHashOf } from '#wire/auth-key.ts';
import { toBase64Url } from '#wire/base64url.ts';
import { publicKeyOf, sign } from '#wire/signed.ts';
import type { AskMore } from '#tests/support/hub-asks.ts';
import { newDevice, type TestDevice, type TestDistrict } from '#tests/support/hub-members.ts';
import { openDistrict } from './with-hub.ts';

const callers = ['none', 'revoked', 'pending', 'leader', 'other leader', 'district', 'owner', 'invitation', 'pairing'] as const;
type CallerName = (typeof callers)[number];

interface World {
  readonly district: TestDistrict;
  readonly devices: Readonly<Record<Exclude<CallerName, 'none' | 'invitation' | 'pairing'>, TestDevice>>;
  readonly authorization: Readonly<Record<Exclude<CallerName, 'none'>, string>>;
  readonly pairingId: string;
}

let hub: Awaited<ReturnType<typeof openDistrict>>;
let world: World;

beforeAll(async () => {
  hub = await openDistrict('sqlite');
  const { district } = hub;
  const devices = {
    revoked: await district.admit('leader'), pending: await district.pending('leader'), leader: await district.admit('leader'),
    'other leader': await district.admit('leader'), district: await district.admit('district'), owner: district.owner,
  };
  await district.revoke(devices.revoked);
  await hub.ask('PUT', `/members/${devices.district.memberId}/grant`, { authorization: devices.owner.authorization, json: district.blob(devices.district.memberId, 'grant') });
  const invited = await district.invite('leader');
  const { pairingId, authorization: pairing } = await pairingOf(devices.leader);
  const of = Object.fromEntries(Object.entries(devices).map(([name, device]) => [name, device.authorization])) as Record<keyof typeof devices, string>;
  world = { district, devices, pairingId, authorization: { ...of, invitation: invited.authorization, pairing } };
});
afterAll(() => hub.close());

async function pairingOf(device: TestDevice): Promise<{ pairingId: string; authorization: string }> {
  const pairingId = randomUUID();
  const token = authKeyOf(randomBytes(16));
  await hub.ask('POST', '/pairings', { authorization: device.authorization, json: { pairingId, authHash: tokenHashOf(token) } });
  return { pairingId, authorization: authorizationOf({ scheme: 'Pair', id: pairingId, token }) };
}

const claim = (): object => ({ deviceId: randomUUID(), tokenHash: toBase64Url(randomBytes(32)), recipient: 'age1pq1x', proof: toBase64Url(randomBytes(32)) });
const deviceOf = (caller: CallerName): TestDevice => (caller === 'none' || caller === 'invitation' || caller === 'pairing' ? world.devices.leader : world.devices[caller]);

type Request = AskMore & { readonly at?: string };

interface Row {
  /** By caller, in the order of `callers`. */
  readonly expected: string;
  readonly request?: (caller: CallerName) => Request | Promise<Request>;
}

const ownerOnly = '401 403 403 403 403 403 200 403 403';
const members = '401 403 403 200 200 200 200 403 403';
const readers = '401 403 403 200 403 200 200 403 403';
const pairingOnly = '401 403 403 403 403 403 403 403 200';
let version = 1;

const rows: Readonly<Record<string, Row>> = {
  'GET /hub': { expected: '200 200 200 200 200 200 200 200 200' },
  'POST /found': { expected: '401 403 403 403 403 403 403 403 403', request: () => ({ json: world.district.founding() }) },
  'PUT /statement': { expected: ownerOnly, request: () => ({ json: { statement: sign('statement', { ...world.district.statement.body, version: (version += 1) }, world.district.root) } }) },
  'GET /published': { expected: members },
  'PUT /published': { expected: ownerOnly, request: () => ({ json: { published: sign('published', { hubId: world.district.hubId, version: (version += 1), issuedAtMs: 1 }, world.district.root) } }) },
  'GET /audit': { expected: ownerOnly },
  'POST /invitations': { expected: ownerOnly, request: () => ({ json: { inviteId: randomUUID(), role: 'leader', authHash: toBase64Url(randomBytes(32)) } }) },
  'GET /invitations': { expected: ownerOnly },
  'DELETE /invitations/:id': { expected: ownerOnly, request: async () => ({ at: `/invitations/${(await world.district.invite('leader')).inviteId}` }) },
  'GET /join': { expected: '401 403 403 403 403 403 403 200 403' },
  'POST /join': { expected: '401 403 403 403 403 403 403 200 403', request: () => ({ json: { ...newDevice(), tokenHash: toBase64Url(randomBytes(32)), proof: toBase64Url(randomBytes(32)) } }) },
  'PUT /members/:id/certificate': { expected: ownerOnly, request: () => ({ json: { certificate: world.district.certificate(world.devices.leader, 'leader', { serial: (version += 1) + 100 }) } }) },
  'GET /me': { expected: '401 403 200 200 200 200 200 403 403' },
  'GET /members': { expected: members },
  'POST /members/:id/revoke': {
    expected: ownerOnly,
    request: async (caller) => {
      const gone = caller === 'owner' ? await world.district.admit('leader') : world.devices.leader;
      const revocations = caller === 'owner' ? world.district.revocations(gone.memberId) : sign('revocations', { hubId: world.district.hubId, serial: 99, revoked: [gone.memberId], issuedAtMs: 1 }, world.district.root);
      return { at: `/members/${gone.memberId}/revoke`, json: { revocations } };
    },
  },
  'POST /devices/:id/revoke': { expected: '401 403 403 200 404 404 200 403 403', request: async () => ({ at: `/devices/${(await world.district.pair(world.devices.leader)).deviceId}/revoke` }) },
  'PUT /members/:id/grant': { expected: ownerOnly, request: () => ({ json: world.district.blob(world.devices.leader.memberId, 'grant', { version: (version += 1) }) }) },
  'GET /members/:id/grant': { expected: '401 403 403 403 403 200 403 403 403', request: () => ({ at: `/members/${world.devices.district.memberId}/grant` }) },
  'PUT /keyrings/:scope': {
    expected: members,
    request: (caller) => ({ at: '/keyrings/record', json: world.district.blob(deviceOf(caller).memberId, 'record', { version: (version += 1), key: deviceOf(caller).signerKey }) }),
  },
  'PUT /members/:id/keyrings/record': { expected: ownerOnly, request: () => ({ json: world.district.blob(world.devices.leader.memberId, 'record', { version: (version += 1) }) }) },
  'GET /members/:id/keyrings': { expected: readers },
  'POST /pairings': { expected: members, request: () => ({ json: { pairingId: randomUUID(), authHash: toBase64Url(randomBytes(32)) } }) },
  'GET /pairings/:id': { expected: '401 403 403 200 404 404 404 403 200', request: () => ({ at: `/pairings/${world.pairingId}` }) },
  'POST /pairings/:id/claim': { expected: pairingOnly, request: () => ({ at: `/pairings/${world.pairingId}/claim`, json: claim() }) },
  'PUT /pairings/:id/answer': {
    expected: '401 403 403 200 404 404 404 403 403',
    request: async () => {
      const { pairingId, authorization } = await pairingOf(world.devices.leader);
      await hub.ask('POST', `/pairings/${pairingId}/claim`, { authorization, json: claim() });
      return { at: `/pairings/${pairingId}/answer`, json: { blob: 'AAAA', mac: toBase64Url(randomBytes(32)) } };
    },
  },
  'GET /pairings/:id/answer': {
    expected: pairingOnly,
    request: async (caller) => {
      if (caller === 'pairing') await hub.ask('PUT', `/pairings/${world.pairingId}/answer`, { authorization: world.devices.leader.authorization, json: { blob: 'AAAA', mac: toBase64Url(randomBytes(32)) } });
      return { at: `/pairings/${world.pairingId}/answer` };
    },
  },
  'POST /records': { expected: members, request: (caller) => ({ frames: [world.district.record(deviceOf(caller))] }) },
  'GET /records': { expected: readers, request: () => ({ at: `/records?member=${world.devices.leader.memberId}` }) },
  'GET /records/compare': { expected: readers, request: () => ({ at: `/records/compare?member=${world.devices.leader.memberId}` }) },
};

describe.each(Object.entries(rows))('%s', (name, { expected, request }) => {
  it(`answers ${callers.join(', ')} with ${expected}`, async () => {
    const [method = 'GET', path = ''] = name.split(' ');
    const answered: number[] = [];
    for (const caller of callers) {
      const { at = path.replace(':id', world.devices.leader.memberId), ...more } = (await request?.(caller)) ?? {};
      const authorization = caller === 'none' ? undefined : world.authorization[caller];
      answered.push((await hub.ask(method as 'GET', at, { authorization, ...more })).status);
    }
    expect(answered.join(' ')).toBe(expected);
  });
});

describe('the table', () => {
  it('has a row for each route that the server lists, and no other', () => {
    const listed = routesOf(hub.server.printRoutes({ commonPrefix: false })).filter(([, url]) => url.startsWith('/api/'));
    expect(listed.length).toBeGreaterThan(20);
    expect(listed.map(([method, url]) => `${method} ${url.replace('/api/v1', '')}`).sort()).toEqual(Object.keys(rows).sort());
  });

  it('knows a token that is wrong, cut, or of another device for none', async () => {
    const { leader, owner } = world.devices;
    const wrong = [`Bearer ${leader.deviceId}.${owner.token}`, leader.authorization.slice(0, -1), `Bearer ${randomUUID()}.${leader.token}`, leader.authorization.replace('Bearer', 'Invite'), leader.authorization.replace('Bearer', 'Pair'), 'Bearer', ''];
    for (const authorization of wrong) expect((await hub.ask('GET', '/me', { authorization })).json()).toEqual({ code: 'sign-in-needed' });
  });

  it('leaves the root alone to speak for the district', async () => {
    const forged = sign('certificate', { ...world.district.certificate(world.devices.leader, 'owner').body, serial: 5_000 }, world.devices.leader.signerKey);
    const answer = await hub.ask('PUT', `/members/${world.devices.leader.memberId}/certificate`, { authorization: world.devices.owner.authorization, json: { certificate: forged } });
    expect([answer.status, answer.json()]).toEqual([400, { code: 'bad-signature' }]);
    const otherRoot = randomBytes(32);
    const statement = sign('statement', { ...world.district.statement.body, version: 500, rootSigner: publicKeyOf(otherRoot) }, otherRoot);
    expect((await hub.ask('PUT', '/statement', { authorization: world.devices.owner.authorization, json: { statement } })).status).toBe(400);
  });
});

/** Reads the tree that the server prints: each line has a part of an address under that of the line that it is indented below. */
function routesOf(tree: string): (readonly [method: string, url: string])[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^((?:[│ ] {3})*)[├└]── (\S*)(?: \((.+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    above.length = depth;
    above.push(part);
    const url = above.join('');
    return methods.split(', ').filter((method) => method !== '' && method !== 'HEAD').map((method) => [method, url] as const);
  });
}
