/**
 * WebKit's network process, which keeps the databases, killed in the middle of a meeting:
 * the window's database is dead from then on, and the store goes on with that of a hidden
 * frame. Everything is there after the browser was started anew.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropProfile, newProfile } from '#tests/support/browser.ts';
import { hasEngine } from '#tests/support/engines.ts';
import { buildStorePage, type Stand, type StorePage } from '#tests/support/store-page.ts';
import { openMiniBrowser } from '#tests/support/webkit.ts';

/** Once is what iPads do at waking up; twice shows that the frame too is replaced. */
const kills = 2;
let page: StorePage;
beforeAll(async () => { page = await buildStorePage(); });
afterAll(() => { page.remove(); });

type Saved = Extract<Stand['told'][number], { what: 'saved' }>;
const saved = (stand: Stand): Saved[] => stand.told.filter((one) => one.what === 'saved');

it.skipIf(!hasEngine('webkit'))('webkit: ticks go on without its network process, and are all there after a restart', { timeout: 300_000 }, async () => {
  const profile = newProfile();
  const stand = await page.stand();
  const meeting = crypto.randomUUID();
  const browser = await openMiniBrowser(profile, stand.at({ write: meeting, pause: 100 }));
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const before = saved(stand).length;
      await stand.until(() => saved(stand)[before + 40], 'commits before');
      await browser.killNetworkProcess();
      const killedAtMs = Date.now();
      const since = (): Saved[] => saved(stand).filter(({ madeAtMs }) => madeAtMs > killedAtMs);
      const first = await stand.until(() => since()[0], 'a commit of what was written after the kill');
      const gapMs = Date.now() - killedAtMs;
      console.info(`commits again ${String(gapMs)} ms after the kill`);
      expect(gapMs, 'before the screen would speak of it').toBeLessThan(10_000);
      expect(first.frames, 'frames that lend their database').toBe(1);
      await stand.until(() => since()[40], 'commits afterwards');
    }
  } finally {
    await browser.kill();
  }
  const stamps = saved(stand).flatMap((one) => one.stamps);
  const again = await openMiniBrowser(profile, stand.at({ read: [meeting] }));
  const found = await stand.until(() => stand.told.find((one) => one.what === 'found'), 'the look after the restart');
  await again.kill();
  await stand.close();
  dropProfile(profile);
  const there = new Set(found.changes.map(([, stamp]) => stamp));
  expect(found.damaged).toBe(0);
  expect(stamps.filter((stamp) => !there.has(stamp))).toEqual([]);
  expect(stamps.length).toBeGreaterThan(kills * 80 * 3 - 1);
});
