import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '#tests/support/browser.ts';
import { serve, type Served } from '#tests/support/serve.ts';
import { buildShell, untilOffline, type ShellBuild } from '#tests/support/shell-page.ts';

let build: ShellBuild;
let served: Served;
let tablet: Tablet;
beforeEach(async () => {
  build = buildShell('one');
  served = await serve(build.dist);
  tablet = await openTablet(newProfile());
  await tablet.page.goto(served.address);
  await untilOffline(tablet.page, 'whole');
});
afterEach(async () => {
  await tablet.close();
  dropProfile(tablet.profile);
  await served.stop();
  build.remove();
});

const version = (page: Page): Promise<string | undefined> => page.evaluate(() => window.shell?.state.version);
const apply = (page: Page): Promise<boolean | undefined> => page.evaluate(() => window.shell?.applyUpdate());
const setBusy = (page: Page, busy: boolean): Promise<void> => page.evaluate((now) => window.shell?.setBusy(now), busy);
/** A word left on the window: gone when the page was reloaded. */
const mark = (page: Page): Promise<void> => page.evaluate(() => void Object.assign(window, { unmoved: true }));
const isUnmoved = (page: Page): Promise<boolean> => page.evaluate(() => 'unmoved' in window);

async function secondTab(): Promise<Page> {
  const page = await tablet.context.newPage();
  await page.goto(served.address);
  await untilOffline(page, 'whole');
  return page;
}

/** A new version is built, and the browser finds it. */
async function release(page: Page): Promise<void> {
  build.release('two');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.waitForFunction(() => window.shell?.state.updateWaits === true);
}

describe('an update', () => {
  it('waits while a meeting runs in another tab, and comes when asked after it, to the asking tab alone', async () => {
    const meeting = tablet.page;
    const other = await secondTab();
    const first = await version(meeting);
    await setBusy(meeting, true);
    await Promise.all([mark(meeting), mark(other)]);
    await release(other);

    expect(await apply(other)).toBe(false);
    expect(await apply(meeting)).toBe(false);
    expect([await isUnmoved(meeting), await isUnmoved(other)]).toEqual([true, true]);

    await setBusy(meeting, false);
    await Promise.all([other.waitForEvent('load'), other.evaluate(() => void window.shell?.applyUpdate())]);
    await untilOffline(other, 'whole');
    expect(await version(other)).not.toBe(first);
    expect([await isUnmoved(meeting), await version(meeting)]).toEqual([true, first]);
    expect(await meeting.evaluate(() => window.loaded)).toBe('a part that is loaded later');
  });

  it('is only told of, never put in place by itself', async () => {
    await mark(tablet.page);
    const first = await version(tablet.page);
    await release(tablet.page);
    await tablet.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await tablet.page.evaluate(() => window.shell?.look());
    expect([await isUnmoved(tablet.page), await version(tablet.page)]).toEqual([true, first]);
    expect(await tablet.page.evaluate(() => window.shell?.state.updateWaits)).toBe(true);
  });

  it('is put in place at a cold start, before anything is shown, also without a network', async () => {
    const first = await version(tablet.page);
    await release(tablet.page);
    await served.stop();
    const { profile } = tablet;
    await tablet.close();
    tablet = await openTablet(profile);
    await tablet.page.goto(served.address);
    await untilOffline(tablet.page, 'whole');
    await tablet.page.waitForFunction((old) => window.shell !== undefined && window.shell.state.version !== old, first);
    expect(await tablet.page.evaluate(() => window.shell?.state.updateWaits)).toBe(false);
  });

  it('with nothing new there is nothing to apply', async () => {
    expect(await apply(tablet.page)).toBe(false);
  });
});
