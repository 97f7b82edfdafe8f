import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '#tests/support/browser.ts';
import { serve, type Served } from '#tests/support/serve.ts';

let served: Served;
let tablet: Tablet;
beforeAll(async () => {
  served = await serve(resolve('dist'));
  tablet = await openTablet(newProfile());
  await tablet.context.addInitScript(() => {
    const breaches: string[] = [];
    addEventListener('securitypolicyviolation', (event) => breaches.push(`${event.violatedDirective} ${event.blockedURI}`));
    Object.assign(window, { breaches });
  });
});
afterAll(async () => {
  await tablet.close();
  dropProfile(tablet.profile);
  await served.stop();
});

const breaches = (): Promise<unknown> => tablet.page.evaluate(() => ('breaches' in window ? window.breaches : 'not listened to'));

describe('the policy of the real app', () => {
  it.each(['/', '/welcome', '/plan', '/tablet', '/roadmaps', '/no-such-screen'])('%s loads without a breach', async (path) => {
    await tablet.page.goto(`${served.address}${path}`, { waitUntil: 'networkidle' });
    await tablet.page.waitForFunction(() => document.querySelector('#app')?.childElementCount !== 0);
    expect(await breaches()).toEqual([]);
    expect(tablet.complaints).toEqual([]);
  });

  it('still binds pages that come from the offline copy', async () => {
    await tablet.page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
    await served.stop();
    await tablet.page.goto(served.address);
    const refused = await tablet.page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.setAttribute('src', 'https://example.org/x.js');
        return 'taken';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : 'other';
      }
    });
    expect(refused).toBe('refused');
  });

  it('asks no other site for anything', async () => {
    served = await serve(resolve('dist'), served.port);
    const asked = new Set<string>();
    tablet.page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await tablet.page.goto(served.address, { waitUntil: 'networkidle' });
    expect([...asked]).toEqual([served.address]);
  });
});
