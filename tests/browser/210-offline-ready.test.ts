import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '#tests/support/browser.ts';
import { serve, type Served } from '#tests/support/serve.ts';
import { buildShell, untilOffline, type ShellBuild } from '#tests/support/shell-page.ts';

let build: ShellBuild;
let served: Served;
let tablet: Tablet;
beforeAll(() => {
  build = buildShell('one');
});
afterAll(() => {
  build.remove();
});
beforeEach(async () => {
  served = await serve(build.dist);
  tablet = await openTablet(newProfile());
});
afterEach(async () => {
  await tablet.close();
  dropProfile(tablet.profile);
  await served.stop();
});

/** Takes files out of the offline copy whose address holds one of the words; tells how many. */
const evict = (words: readonly string[]): Promise<number> =>
  tablet.page.evaluate(async (of) => {
    let gone = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (of.some((word) => request.url.includes(word)) && (await cache.delete(request))) gone += 1;
      }
    }
    return gone;
  }, words);

describe('ready for rooms without Wi-Fi', () => {
  it('is said after every file has been found, and then the app starts without the hub', async () => {
    await tablet.page.goto(served.address);
    await untilOffline(tablet.page, 'whole');
    const told = await tablet.page.evaluate(() => window.told.map(({ offline }) => offline.kind));
    expect(new Set(told.slice(told.indexOf('whole')))).toEqual(new Set(['whole']));
    const stored = await tablet.page.evaluate(async () => {
      const counts = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length));
      return counts.reduce((sum, count) => sum + count, 0);
    });
    expect(await tablet.page.evaluate(() => window.shell?.state.offline)).toEqual({ kind: 'whole', files: stored });

    await served.stop();
    await tablet.page.goto(`${served.address}/meeting/1/run`);
    await untilOffline(tablet.page, 'whole');
    await tablet.page.waitForFunction(() => window.loaded !== undefined);
    expect(tablet.complaints).toEqual([]);
  });

  it('is not said while a file is missing; the repair fetches it and leaves the database alone', async () => {
    await tablet.page.goto(served.address);
    await untilOffline(tablet.page, 'whole');
    await tablet.page.evaluate(() => new Promise((done) => {
      const opening = indexedDB.open('kept', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows').put('a note', 'one');
      opening.onsuccess = () => {
        opening.result.close();
        done(null);
      };
    }));
    expect(await evict(['/boot.js', '/favicon.svg'])).toBe(2);
    const seen = await tablet.page.evaluate(() => window.shell?.look());
    expect(seen?.offline).toMatchObject({ kind: 'incomplete', missing: 2 });

    await Promise.all([tablet.page.waitForEvent('load'), tablet.page.evaluate(() => void window.shell?.repair())]);
    await untilOffline(tablet.page, 'whole');
    expect(await readKept()).toBe('a note');
  });

  it('is said again after the next start with a network, which fetches what a browser short of room has dropped', async () => {
    await tablet.page.goto(served.address);
    await untilOffline(tablet.page, 'whole');
    expect(await evict(['.woff2', '/assets/part-', 'licenses.md', 'icon-512'])).toBeGreaterThan(2);
    await tablet.page.reload();
    await untilOffline(tablet.page, 'whole');
  });

  it('a repair works while another tab is open, and leaves that one where it is', async () => {
    await tablet.page.goto(served.address);
    await untilOffline(tablet.page, 'whole');
    const other = await tablet.context.newPage();
    await other.goto(served.address);
    await untilOffline(other, 'whole');
    await other.evaluate(() => void Object.assign(window, { unmoved: true }));
    await Promise.all([tablet.page.waitForEvent('load'), tablet.page.evaluate(() => void window.shell?.repair())]);
    await untilOffline(tablet.page, 'whole');
    expect(await other.evaluate(() => 'unmoved' in window)).toBe(true);
    await served.stop();
    await tablet.page.reload();
    await untilOffline(tablet.page, 'whole');
  });

  it('a repair without a network changes nothing', async () => {
    await tablet.page.goto(served.address);
    await untilOffline(tablet.page, 'whole');
    await evict(['/favicon.svg']);
    await served.stop();
    await tablet.page.evaluate(() => window.shell?.repair());
    expect((await tablet.page.evaluate(() => window.shell?.look()))?.offline).toMatchObject({ kind: 'incomplete', missing: 1 });
    await tablet.page.reload();
    await tablet.page.waitForFunction(() => window.shell !== undefined);
  });

  it('a start whose main part is gone offers the repair, which needs no code of the app', async () => {
    await tablet.page.goto(served.address);
    await untilOffline(tablet.page, 'whole');
    await evict(['/assets/index-']);
    await (await tablet.context.newCDPSession(tablet.page)).send('Network.clearBrowserCache');
    await served.stop();
    await tablet.page.goto(served.address);
    const link = tablet.page.getByRole('link', { name: 'Fetch the app again' });
    await link.waitFor();
    await link.click();
    await tablet.page.getByText('needs Wi-Fi').waitFor();

    served = await serve(build.dist, served.port);
    await tablet.page.goto(`${served.address}/?reset-shell`);
    await untilOffline(tablet.page, 'whole');
    expect(new URL(tablet.page.url()).search).toBe('');
  });

  const readKept = (): Promise<unknown> =>
    tablet.page.evaluate(() => new Promise((done) => {
      const opening = indexedDB.open('kept', 1);
      opening.onsuccess = () => {
        const reading = opening.result.transaction('rows').objectStore('rows').get('one');
        reading.onsuccess = () => {
          done(reading.result);
        };
      };
    }));
});
