import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '#tests/support/browser.ts';
import { serve, type Served } from '#tests/support/serve.ts';
import { buildShell, untilOffline, type ShellBuild } from '#tests/support/shell-page.ts';

let build: ShellBuild;
let served: Served;
let tablet: Tablet;
beforeAll(async () => {
  build = buildShell('one');
  served = await serve(build.dist);
  tablet = await openTablet(newProfile());
  await tablet.page.goto(served.address);
  await untilOffline(tablet.page, 'whole');
});
afterAll(async () => {
  await tablet.close();
  dropProfile(tablet.profile);
  await served.stop();
  build.remove();
});

const get = (path: string): Promise<{ status: number; kind: string | null }> =>
  tablet.page.evaluate(async (of) => {
    const answer = await fetch(of);
    return { status: answer.status, kind: answer.headers.get('content-type') };
  }, path);

describe('a file that is not there', () => {
  it.each(['/assets/index-old.js', '/assets/old.css', '/fonts/old.woff2'])('%s is answered with 404 through the worker, not with the app', async (path) => {
    expect(await get(path)).toEqual({ status: 404, kind: 'text/plain; charset=utf-8' });
  });

  it('an address of the api is not taken for a screen, not even when gone to', async () => {
    const answer = await tablet.page.context().newPage().then(async (page) => {
      const gone = await page.goto(`${served.address}/api/records`);
      await page.close();
      return gone;
    });
    expect(answer?.status()).toBe(404);
  });

  it('every file of the built page is there, with the hash that the page names', async () => {
    const named = await tablet.page.$$eval('[integrity]', (all) => all.length);
    expect(named).toBeGreaterThanOrEqual(2);
    expect(tablet.complaints.filter((line) => !line.includes('404'))).toEqual([]);
  });
});
