import { connect, type AddressInfo } from 'node:net';
import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { hubOfBuiltApp } from './built-app.ts';

const { server } = hubOfBuiltApp();

const ask = (url: string, more: InjectOptions = {}) => server().inject({ url, headers: { accept: 'text/html,*/*' }, ...more });

describe('the addresses of the hub', () => {
  it.each(['/', '/plan', '/meeting/0c9f/run', '/meeting/0c9f/after?step=finish', '/apiary'])('%s opens the app', async (url) => {
    const answer = await ask(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('<title>app</title>');
  });

  it('a head request for a screen is answered without a body', async () => {
    const answer = await ask('/plan', { method: 'HEAD' });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  });

  it.each(['/assets/index-gone.js', '/assets/gone', '/fonts/gone.woff2', '/none.json', '/readyz', '/metrics', '/.env', '/healthz/x'])(
    '%s is not there, and the answer is not the app',
    async (url) => {
      const answer = await ask(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toContain('text/plain');
    },
  );

  it.each(['/api', '/api/records', '/api/v1/nothing', '/api/v1/hub/'])('%s is no address of the interface either, and it says so in its own way', async (url) => {
    const answer = await ask(url);
    expect([answer.statusCode, answer.json<unknown>()]).toEqual([404, { code: 'not-found' }]);
  });

  it('what does not ask for a page does not get one', async () => {
    expect((await server().inject({ url: '/plan', headers: { accept: 'application/json' } })).statusCode).toBe(404);
    expect((await ask('/plan', { method: 'POST' })).statusCode).toBe(404);
  });

  it('says that it is well', async () => {
    expect((await ask('/healthz')).body).toBe('ok\n');
  });

  it.each(['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/assets/..%2f..%2foutside.txt', '/assets/../../outside.txt', '/%00', '/%'])(
    '%s does not lead out of the folder',
    async (path) => {
      const answer = await rawGet(await listening(), path);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).not.toContain('outside\n');
      expect(answer).not.toMatch(/\r\n\r\noutside/);
    },
  );
});

/** The port of the server; it listens from the first call on. */
async function listening(): Promise<number> {
  if (!server().server.listening) await server().listen({ host: '127.0.0.1', port: 0 });
  return (server().server.address() as AddressInfo).port;
}

/** A request that no client library tidies up. */
function rawGet(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n`);
    });
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('end', () => {
      resolve(answer);
    });
    socket.on('error', reject);
  });
}
