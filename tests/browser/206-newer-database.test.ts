/** A database that a later version of the app wrote: refused politely at a cold start, and not touched. */
import { expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet } from '../support/browser.ts';
import { serve } from '../support/serve.ts';

const later = 99_990;

it('says so on a page of its own and leaves everything as it was', async () => {
  const served = await serve('dist');
  const tablet = await openTablet(newProfile());
  const { page } = tablet;
  try {
    await page.goto(`${served.address}/robots.txt`);
    await page.evaluate((version) => new Promise<void>((done) => {
      const open = indexedDB.open('quiet-checkpoint', version);
      open.onupgradeneeded = () => open.result.createObjectStore('of-later', { keyPath: 'id' }).put({ id: 'a', words: 'kept' });
      open.onsuccess = () => { open.result.close(); done(); };
    }), later);
    await page.goto(served.address);
    await page.getByText(/newer version/).first().waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/\b(fail|failed|error|wrong)\b/i);
    const kept = await page.evaluate(() => new Promise<unknown>((done) => {
      const open = indexedDB.open('quiet-checkpoint');
      open.onsuccess = () => {
        const get = open.result.transaction('of-later').objectStore('of-later').get('a');
        get.onsuccess = () => { done({ version: open.result.version, row: get.result as unknown, stores: [...open.result.objectStoreNames] }); };
      };
    }));
    expect(kept).toEqual({ version: later, row: { id: 'a', words: 'kept' }, stores: ['of-later'] });
  } finally {
    await tablet.close();
    dropProfile(tablet.profile);
    await served.stop();
  }
});
