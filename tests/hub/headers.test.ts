import { describe, expect, it } from 'vitest';
import { hubOfBuiltApp } from './built-app.ts';

const { server } = hubOfBuiltApp();

const headersOf = async (url: string): Promise<Record<string, unknown>> =>
  (await server().inject({ url, headers: { accept: 'text/html' } })).headers;

describe('the headers of the hub', () => {
  it.each(['/', '/index.html', '/meeting/1/run', '/assets/index-abc.js', '/assets/none.js', '/healthz', '/sw.js'])(
    '%s: nothing may be guessed, framed or leaked',
    async (url) => {
      const headers = await headersOf(url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('microphone=()');
      expect(headers).not.toHaveProperty('clear-site-data');
    },
  );

  it.each(['/', '/index.html', '/meeting/1/run'])('%s: pages are under the strict policy with Trusted Types', async (url) => {
    const policy = String((await headersOf(url))['content-security-policy']);
    for (const part of ["default-src 'none'", "frame-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|data:|\*|http/);
  });

  it('gives the passphrase worker, and nothing else, WebAssembly', async () => {
    const policies = ['/assets/kdf.worker-abc.js', '/assets/kdf.worker-abc.css', '/kdf.worker-abc.js', '/assets/x/kdf.worker-abc.js', '/', '/sw.js']
      .map(async (url) => (await headersOf(url))['content-security-policy']);
    expect((await Promise.all(policies)).map((policy) => String(policy).includes('wasm-unsafe-eval'))).toEqual([true, false, false, false, false, false]);
    expect(await policies[0]).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
  });

  it.each(['/sw.js', '/assets/other.worker-abc.js'])('%s: a worker is without Trusted Types', async (url) => {
    expect((await headersOf(url))['content-security-policy']).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
  });

  it.each([
    ['/assets/index-abc.js', 'public, max-age=31536000, immutable'],
    ['/', 'no-cache'],
    ['/meeting/1/run', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/manifest.webmanifest', 'no-cache'],
    ['/assets/none.js', 'no-store'],
  ])('%s is kept as: %s', async (url, caching) => {
    expect((await headersOf(url))['cache-control']).toBe(caching);
  });

  it('sends the compressed copy to who takes it, under the name asked for', async () => {
    const small = await server().inject({ url: '/assets/index-abc.js', headers: { 'accept-encoding': 'br' } });
    expect(small.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(small.headers['content-type']).toContain('javascript');
    const whole = await server().inject({ url: '/assets/index-abc.js' });
    expect(whole.headers).not.toHaveProperty('content-encoding');
    expect((await server().inject({ url: '/assets/index-abc.js.br' })).statusCode).toBe(404);
  });
});
