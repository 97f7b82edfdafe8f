/**
 * Hostile requests to every route, from a seed: bodies of the wrong shape, size and depth, requests
 * with something in them replaced, torn frames, odd headers and addresses, by callers with and
 * without a token. Nothing may fault the hub, and nobody may see what is the victim's.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { allRoutes } from '#hub/routes/all-routes.ts';
import { toBase64Url } from '#wire/base64url.ts';
import { encodeFrames, framesType } from '#wire/frames.ts';
import { refusalSchema } from '#wire/error-code.ts';
import { newDevice, type TestDevice } from '#tests/support/hub-members.ts';
import { engines, openDistrict, type EngineName } from './with-hub.ts';

const cases = 20_000;
const ownerCases = 2_500;
const seed = 20_261_124;
const marker = 'THE-VICTIM-S-OWN-WORDS';

let hub: Awaited<ReturnType<typeof openDistrict>>;
let victim: TestDevice;
let attacker: TestDevice;
let pending: TestDevice;
let templates: unknown[];
let frames: Uint8Array[];

async function begin(engine: EngineName): Promise<void> {
  hub = await openDistrict(engine);
  const { district } = hub;
  [victim, attacker, pending] = [await district.admit('leader'), await district.admit('leader'), await district.pending('leader')];
  const bytes = Buffer.from(`${marker} ${marker} ${marker}`);
  await district.push(victim, district.record(victim, { body: bytes }));
  await hub.ask('PUT', '/keyrings/record', { authorization: victim.authorization, json: district.blob(victim.memberId, 'record', { key: victim.signerKey, bytes }) });
  const { keys, deviceId } = newDevice();
  const random = toBase64Url(randomBytes(32));
  templates = [
    district.founding(), { statement: district.statement }, { certificate: district.certificate(attacker, 'owner') }, { revocations: district.revocations() },
    { published: { body: { hubId: district.hubId, version: 1, issuedAtMs: 1 }, signature: district.statement.signature } },
    { inviteId: randomUUID(), role: 'owner', authHash: random, recovers: victim.memberId, label: 'x' }, { memberId: victim.memberId, deviceId, tokenHash: random, keys, proof: random, label: 'x' },
    district.blob(victim.memberId, 'record'), { pairingId: randomUUID(), authHash: random }, { deviceId, tokenHash: random, recipient: keys.recipient, proof: random, label: 'x' }, { blob: 'AAAA', mac: random },
  ];
  frames = [district.record(attacker), district.record(attacker, { kind: 'tombstone' }), district.record({ ...attacker, memberId: victim.memberId })];
}

/** Chance from a seed (mulberry32). */
function dice(from: number): (below: number) => number {
  let state = from;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) % below;
  };
}

type Roll = (below: number) => number;
const pick = <T>(roll: Roll, from: readonly T[]): T => from[roll(from.length)] as T;

const junk = (roll: Roll): unknown => pick<() => unknown>(roll, [
  () => null, () => -1, () => 1e308, () => 2 ** 53, () => 0.5, () => '', () => 'x'.repeat(roll(5_000)), () => '\u0000\ud800', () => [], () => ({}), () => true,
  () => ({ __proto__: 1, constructor: { prototype: 1 } }), () => "'; drop table records; --", () => randomLike(roll), () => victim.memberId, () => ['a', ['b', [{}]]],
])();

const randomLike = (roll: Roll): string => Array.from({ length: 1 + roll(60) }, () => String.fromCharCode(32 + roll(95))).join('');

/** The value with one place in it replaced, taken out or doubled. */
function spoiled(roll: Roll, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || roll(4) === 0) return junk(roll);
  const keys = Object.keys(value);
  if (keys.length === 0) return junk(roll);
  const key = pick(roll, keys);
  const copy: Record<string, unknown> = { ...value };
  // What is undefined is not in the JSON.
  copy[key] = roll(6) === 0 ? undefined : spoiled(roll, copy[key]);
  if (roll(8) === 0) copy[randomLike(roll)] = junk(roll);
  return copy;
}

function bodyFor(roll: Roll): { payload: string | Buffer; type: string } {
  const json = 'application/json';
  return pick<() => { payload: string | Buffer; type: string }>(roll, [
    () => ({ payload: JSON.stringify(pick(roll, templates)), type: json }),
    () => ({ payload: JSON.stringify(spoiled(roll, pick(roll, templates))), type: json }),
    () => ({ payload: JSON.stringify(spoiled(roll, pick(roll, templates))), type: json }),
    () => ({ payload: JSON.stringify(junk(roll)), type: json }),
    () => ({ payload: pick(roll, ['', '{', '{"a":', '[1,', '"', 'null', '{"__proto__":{}}', '\ufeff{}']), type: json }),
    () => ({ payload: '['.repeat(1 + roll(30_000)), type: json }),
    () => ({ payload: `${'{"a":'.repeat(1 + roll(3_000))}1`, type: json }),
    () => ({ payload: `"${'x'.repeat(roll(200_000))}"`, type: json }),
    () => ({ payload: Buffer.from(encodeFrames(frames)), type: framesType }),
    () => ({ payload: Buffer.from(encodeFrames(frames)).subarray(0, roll(900)), type: framesType }),
    () => ({ payload: turned(roll, Buffer.from(encodeFrames(frames))), type: framesType }),
    () => ({ payload: Buffer.from(randomLike(roll)), type: pick(roll, [json, framesType, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ';', `${json}; charset=x`, framesType.toUpperCase()]) }),
  ])();
}

function turned(roll: Roll, bytes: Buffer): Buffer {
  for (let count = 1 + roll(3); count > 0; count -= 1) bytes[roll(bytes.length)] = roll(256);
  return bytes;
}

const idFor = (roll: Roll): string => pick(roll, [victim.memberId, victim.deviceId, attacker.memberId, randomUUID(), 'record', 'draft', '..', '%00', '%2e%2e', 'constructor', '__proto__', 'x'.repeat(1_500), encodeURIComponent(randomLike(roll)), '%', '%ff']);

function addressFor(roll: Roll, path: string): string {
  const base = roll(12) === 0 ? `/api/v1/${encodeURIComponent(randomLike(roll))}` : `/api/v1${path.replace(/:\w+/g, () => idFor(roll))}`;
  const query = pick(roll, ['', '', `?member=${victim.memberId}`, `?member=${victim.memberId}&after=0&limit=500`, '?after=-1', '?after=999999999999999999', '?limit=0', '?limit=1e9', '?member[]=a&member=b', '?after=%00', `?${'a=1&'.repeat(500)}`, '?epoch=x', `?after=${encodeURIComponent(randomLike(roll))}`]);
  return base + query;
}

function authorizationFor(roll: Roll): string | undefined {
  return pick(roll, [
    undefined, attacker.authorization, attacker.authorization, attacker.authorization, pending.authorization,
    `Bearer ${victim.deviceId}.${attacker.token}`, `Bearer ${victim.deviceId}.${'A'.repeat(43)}`, `Invite ${victim.deviceId}.${attacker.token}`, `Pair ${randomUUID()}.${attacker.token}`,
    'Bearer', `Bearer ${'x'.repeat(3_000)}`, 'Basic YTpi', randomLike(roll).trim(), `Bearer ' or 1=1.${attacker.token}`,
  ]);
}

interface Hostile {
  readonly method: NonNullable<InjectOptions['method']>;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string | Buffer;
}

function requestFor(roll: Roll): Hostile {
  const route = pick(roll, allRoutes);
  const method = roll(10) === 0 ? pick(roll, ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const) : route.method;
  const headers: Record<string, string> = {};
  const authorization = authorizationFor(roll);
  if (authorization !== undefined) headers['authorization'] = authorization;
  if (roll(6) === 0) headers[pick(roll, ['x-forwarded-for', 'x-http-method-override', 'accept', 'host', 'origin', 'transfer-encoding', 'expect', 'range', 'if-none-match', 'content-encoding', 'qc-next'])] = pick(roll, ['127.0.0.1', 'DELETE', '*/*', 'evil', 'chunked', 'gzip', 'bytes=0-', '-1', 'x'.repeat(4_000)]);
  if (method === 'GET' || method === 'HEAD') return { method, url: addressFor(roll, route.path), headers };
  const { payload, type } = bodyFor(roll);
  return { method, url: addressFor(roll, route.path), headers: { ...headers, ...(roll(15) === 0 ? {} : { 'content-type': type }) }, payload };
}

/** Sends them; fails on a fault, on a refusal of another form, and on a secret in an answer. */
async function send(count: number, roll: Roll, { secrets, authorization }: { secrets: readonly string[]; authorization?: string }): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
  for (let at = 0; at < count; at += 1) {
    const request = requestFor(roll);
    if (authorization !== undefined) request.headers['authorization'] = authorization;
    const answer = await hub.server.inject(request);
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
    const text = answer.rawPayload.toString('latin1');
    const about = `${request.method} ${request.url} ${JSON.stringify(request.headers).slice(0, 300)} ${(request.payload ?? '').toString().slice(0, 300)}`;
    if (answer.statusCode >= 500) expect.fail(`${String(answer.statusCode)} to ${about}`);
    if (secrets.some((secret) => text.includes(secret))) expect.fail(`what is the victim's, to ${about}`);
    if (answer.statusCode >= 400 && request.method !== 'HEAD' && !refusalSchema.safeParse(JSON.parse(text)).success) expect.fail(`no refusal of the hub's own form: ${text} to ${about}`);
  }
  expect(hub.logged.join('')).not.toContain('"fault"');
  return statuses;
}

describe('hostile requests', () => {
  afterEach(() => hub.close());

  it(`${String(cases)} of them fault nothing, show nobody what is not theirs, and leave no memory behind`, { timeout: 120_000 }, async () => {
    await begin('sqlite');
    const rssBefore = process.memoryUsage().rss;
    const secrets = [marker, toBase64Url(Buffer.from(`${marker} ${marker}`)).slice(0, 40), victim.token, victim.keys.recipient];
    const statuses = await send(cases, dice(seed), { secrets });
    expect((process.memoryUsage().rss - rssBefore) / 1024 / 1024).toBeLessThan(400);
    // They have come in everywhere: taken, refused for form, for the caller, for size, for what is there.
    for (const status of [200, 400, 401, 403, 404, 413, 415]) expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(5);
    expect((await hub.district.pull(victim)).frames).toHaveLength(1);
  });

  it.each(engines)(`${String(ownerCases)} of an owner's own fault nothing on %s`, { timeout: 120_000 }, async (engine) => {
    await begin(engine);
    const statuses = await send(ownerCases, dice(seed + 1), { secrets: [], authorization: hub.district.owner.authorization });
    expect(statuses.get(200) ?? 0).toBeGreaterThan(50);
  });
});
