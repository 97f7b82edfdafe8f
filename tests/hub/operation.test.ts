import { readdirSync, readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { engines, openDistrict, openHub, type TestHub } from './with-hub.ts';

const open: TestHub[] = [];
const keep = <Hub extends TestHub>(hub: Hub): Hub => {
  open.push(hub);
  return hub;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((hub) => hub.close()));
});

describe('a hub whose disk is full', () => {
  it('says so with 503 and when to come back, loses nothing, and goes on giving out what it has', async () => {
    const { district, ask } = keep(await openDistrict('sqlite', { mostMb: 1 }));
    const leader = await district.admit('leader');
    let stored = 0;
    for (;;) {
      const answer = await ask('POST', '/records', { authorization: leader.authorization, frames: [district.record(leader, { bytes: 60_000 })] });
      if (answer.status !== 200) {
        expect([answer.status, answer.json(), answer.header('retry-after')]).toEqual([503, { code: 'storage-full', retryAfterMs: 60_000 }, '60']);
        break;
      }
      stored += 1;
    }
    expect(stored).toBeGreaterThan(5);
    expect((await district.pull(leader)).frames).toHaveLength(stored);
    expect((await ask('GET', '/me', { authorization: leader.authorization })).status).toBe(200);
  });
});

describe('a hub that is asked too often', () => {
  it('tells an address to wait', async () => {
    const { ask } = keep(await openHub('sqlite', { rates: { perAddress: 3, perDevice: 100 } }));
    const answers = [await ask('GET', '/hub'), await ask('GET', '/hub'), await ask('GET', '/hub'), await ask('GET', '/hub')];
    const last = answers.find(({ status }) => status === 429);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
    expect(last?.json()).toMatchObject({ code: 'too-many' });
    expect(Number(last?.header('retry-after'))).toBeGreaterThan(0);
  });

  it('tells a device to wait, and lets the others pass', async () => {
    const { district, ask } = keep(await openDistrict('sqlite', { rates: { perAddress: 1_000, perDevice: 12 } }));
    const [busy, other] = [await district.admit('leader'), await district.admit('leader')];
    const statuses = await Promise.all(Array.from({ length: 14 }, () => ask('GET', '/me', { authorization: busy.authorization }).then(({ status }) => status)));
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect((await ask('GET', '/me', { authorization: other.authorization })).status).toBe(200);
  });
});

describe('what operators ask', () => {
  it.each(engines)('readiness is the database on %s', async (engine) => {
    const { server, store } = keep(await openHub(engine));
    expect((await server.inject('/readyz')).body).toBe('ready\n');
    await store.close();
    expect((await server.inject('/readyz')).statusCode).toBe(503);
  });

  it('metrics count by route, for this computer or by the token', async () => {
    const { server, district } = keep(await openDistrict('sqlite', { metricsToken: 'only-for-prometheus' }));
    await district.push(district.owner, district.record(district.owner));
    const { body } = await server.inject('/metrics');
    expect(body).toContain('hub_records_stored_total 1');
    expect(body).toMatch(/hub_request_seconds_count\{route="\/api\/v1\/records",method="POST",status="200"\} 1/);
    expect(body).not.toContain(district.owner.deviceId);
    const from = (remoteAddress: string, headers: Record<string, string> = {}): Promise<number> => server.inject({ url: '/metrics', remoteAddress, headers }).then(({ statusCode }) => statusCode);
    expect([await from('10.0.0.9'), await from('127.0.0.1', { 'x-forwarded-for': '10.0.0.9' }), await from('10.0.0.9', { authorization: 'Bearer only-for-others' }), await from('10.0.0.9', { authorization: 'Bearer only-for-prometheus' })]).toEqual([404, 404, 404, 200]);
  });
});

describe('a connection', () => {
  const patience = { headersMs: 200, requestMs: 400, everyMs: 50 };

  function answerTo(port: number, text: string): Promise<string> {
    return new Promise((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.on('data', (part) => (answer += part.toString()));
      socket.on('close', () => { done(answer); });
      socket.on('error', () => { done(answer); });
    });
  }

  it.each([
    ['with headers that never end', 'GET / HTTP/1.1\r\nHost: a\r\n', /^HTTP\/1\.1 408 /],
    ['with a body that never comes', 'POST /api/v1/join HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{', /^HTTP\/1\.1 4\d\d /],
    ['with headers beyond measure', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1\.1 4\d\d /],
    ['that is no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['with two lengths', 'POST /api/v1/join HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', /^HTTP\/1\.1 400 /],
  ])('%s is cut off', async (_name, text, expected) => {
    const { server } = keep(await openHub('sqlite', { patience }));
    await server.listen({ port: 0, host: '127.0.0.1' });
    expect(await answerTo((server.server.address() as AddressInfo).port, text)).toMatch(expected);
  });
});

describe('what the hub keeps and tells', () => {
  it('has no token, no secret of a link and no word that was sealed, neither on disk nor in its log', async () => {
    const { district, ask, folder, logged, server } = keep(await openDistrict('sqlite'));
    const leader = await district.admit('leader');
    const invited = await district.invite('leader');
    await ask('GET', '/join', { authorization: invited.authorization });
    await district.push(leader, district.record(leader));
    await ask('GET', '/records?after=MARKER-IN-QUERY', { authorization: leader.authorization });
    await ask('POST', '/records', { authorization: leader.authorization, json: { note: 'MARKER-IN-BODY' } });
    await server.inject({ url: '/api/v1/MARKER-IN-PATH', headers: { authorization: 'Bearer MARKER-IN-HEADER' } });
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1')).join('') + logged.join('');
    expect(kept.length).toBeGreaterThan(10_000);
    const secrets = [leader.token, district.owner.token, invited.authorization.split('.')[1] ?? '-', Buffer.from(invited.secret).toString('base64url'), Buffer.from(invited.secret).toString('latin1'), 'MARKER-IN'];
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
  });
});
