/** The derivation under the policies of the real hub: WebAssembly in its worker, nowhere else, and without a network. */
import { argon2Sync } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '#tests/support/browser.ts';
import { serve, type Served } from '#tests/support/serve.ts';
import { buildShell, untilOffline, type ShellBuild } from '#tests/support/shell-page.ts';

let build: ShellBuild;
let served: Served;
let tablet: Tablet;
beforeAll(async () => {
  build = buildShell('one', 'vault-page');
  served = await serve(build.dist);
  tablet = await openTablet(newProfile());
});
afterAll(async () => {
  await tablet.close();
  dropProfile(tablet.profile);
  await served.stop();
  build.remove();
});

/** Of the passphrase `x` with a salt of sevens, at the cost that slots have, by OpenSSL. */
const expected = argon2Sync('argon2id', {
  message: 'x', nonce: new Uint8Array(16).fill(7), parallelism: 1, tagLength: 32, memory: 65_536, passes: 3,
}).toString('hex');

/** Derives a key on a page: as hex, and in which time. */
const derive = (page: Page = tablet.page): Promise<{ hex: string; ms: number }> =>
  page.evaluate(async () => {
    const start = performance.now();
    const params = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1, salt: new Uint8Array(16).fill(7) } as const;
    const key = await window.vaultPage?.workerKdf(new TextEncoder().encode('x'), params);
    return { hex: Array.from(key ?? [], (byte) => byte.toString(16).padStart(2, '0')).join(''), ms: performance.now() - start };
  });

it('runs compiled in its worker, under the hub\'s policy, without a complaint', async () => {
  await tablet.page.goto(served.address);
  await untilOffline(tablet.page, 'whole');
  const { hex, ms } = await derive();
  console.info(`derivation in the worker: ${ms.toFixed(0)} ms`);
  expect(hex).toBe(expected);
  expect(tablet.complaints).toEqual([]);
});

it('is the only place where WebAssembly may be compiled', async () => {
  const refused = await tablet.page.evaluate(async () => {
    try {
      await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      return 'compiled';
    } catch (error) {
      return error instanceof Error ? error.name : 'other';
    }
  });
  expect(refused).toBe('CompileError');
  tablet.complaints.length = 0;
});

it('keeps its policy in the offline copy', async () => {
  const kept = await tablet.page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const request = (await cache.keys()).find(({ url }) => url.includes('/assets/kdf.worker-'));
      const answer = request && (await cache.match(request));
      if (answer) return answer.headers.get('content-security-policy');
    }
    return 'not kept';
  });
  expect(kept).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
  await served.stop();
  await tablet.page.goto(served.address);
  await untilOffline(tablet.page, 'whole');
  const { hex, ms } = await derive();
  expect(hex).toBe(expected);
  // Plain JavaScript would give the same key in several times that.
  console.info(`derivation in the worker, offline: ${ms.toFixed(0)} ms`);
  expect(tablet.complaints.filter((complaint) => complaint.includes('wasm'))).toEqual([]);
  served = await serve(build.dist, served.port);
});

it('gives the same key where WebAssembly is refused in the worker too', async () => {
  const other = await openTablet(newProfile());
  await other.context.route('**/assets/kdf.worker-*.js', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': "default-src 'none'; script-src 'self'" } });
  });
  await other.page.goto(served.address);
  expect((await derive(other.page)).hex).toBe(expected);
  await other.close();
  dropProfile(other.profile);
});

it('gives the same key where the worker\'s file is missing', async () => {
  const other = await openTablet(newProfile());
  await other.context.route('**/assets/kdf.worker-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await other.page.goto(served.address);
  expect((await derive(other.page)).hex).toBe(expected);
  await other.close();
  dropProfile(other.profile);
});
