/** A lock is set, closes and opens; everything is there again, and the rows were never rewritten. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { Locksmith, passphrase } from '../support/locksmith.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

it('asks after a reload, says quietly what does not open it, and brings everything back', async () => {
  const { leader, tablet } = await app.arrives();
  const meeting = await leader.plans({ code: 'R-14', room: 'Okapiroom' });
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  await leader.marks('Everyone introduced by name and job', 'Yes');
  await leader.notes('Said aloud what the day is for', 'Strength');
  await leader.seesSaved();
  const sealed = await rowsOf(leader.page);
  const smith = new Locksmith(leader);
  await smith.setsALock();
  expect(await rowsOf(leader.page)).toEqual(sealed);

  await leader.opens('/');
  await smith.seesItLocked();
  expect(await leader.page.locator('body').innerText()).not.toMatch(/R-14|Okapiroom|Meetings/);
  for (let tries = 0; tries < 3; tries += 1) {
    await smith.types('river lantern');
    await leader.page.getByText('That does not open it.').waitFor();
  }
  expect(await leader.page.locator('main').innerText()).not.toMatch(/fail|wrong|error|invalid|!/i);
  await leader.page.waitForFunction(() => document.querySelector('[aria-disabled]') === null);
  await smith.opensIt();
  await leader.page.getByText('R-14').first().waitFor();
  await leader.opens(`${meeting}/run`);
  await smith.opensIt();
  await expect.poll(() => leader.answerOf('Everyone introduced by name and job')).toBe('Yes');
  expect(tablet.complaints).toEqual([]);
});

it('waits longer after more tries, and looks at nothing meanwhile', async () => {
  const { leader } = await app.arrives();
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await leader.opens('/');
  for (let tries = 0; tries < 4; tries += 1) {
    await smith.types(`no ${String(tries)} of these`);
    await leader.page.locator('[role=status]:not(:empty)').waitFor();
    await leader.page.getByRole('button', { name: 'Open', exact: true }).waitFor();
  }
  await leader.page.getByText(/The next try opens in \d seconds?\./).waitFor();
  await smith.types(passphrase);
  await smith.seesItLocked();
  await leader.page.reload();
  await smith.types(passphrase);
  await leader.page.getByText(/The next try opens in/).waitFor(); // a reload is no way round
  await leader.page.waitForTimeout(5_500);
  await smith.opensIt();
});

it('opens by the recovery sheet, names a mistyped group, and lets a new passphrase be set by it', async () => {
  const { leader } = await app.arrives();
  const meeting = await leader.plans({ code: 'K-88' });
  expect(meeting).not.toBe('');
  const smith = new Locksmith(leader);
  const key = await smith.setsALock();
  await leader.opens('/');
  const groups = key.split(' ');
  expect(groups).toHaveLength(8);
  const slipped = groups.map((group, at) => (at === 4 ? group.replace(/^../, ([first = '', second = '']) => (first === second ? `${first}Z` : second + first)) : group));
  await smith.typesTheKey(slipped.join(' '));
  await leader.page.getByText(/Group 5 is not as it was printed/).waitFor();
  await leader.page.getByLabel(/^Recovery key/).fill(key.toLowerCase());
  await leader.page.getByRole('button', { name: 'Open', exact: true }).click();
  await leader.page.getByText('K-88').first().waitFor();

  await leader.page.getByRole('link', { name: 'This tablet' }).first().click();
  await leader.page.getByRole('button', { name: 'Change' }).click();
  await leader.page.getByRole('button', { name: 'Use the recovery sheet' }).click();
  await leader.page.getByLabel('The key of the recovery sheet').fill(key);
  await leader.page.getByRole('button', { name: 'Go on' }).click();
  await leader.page.getByLabel('New passphrase').fill('four other plain words');
  await leader.page.getByLabel('The same once more').fill('four other plain words');
  await leader.page.getByRole('button', { name: 'Change the passphrase' }).click();
  await leader.page.getByText('The new passphrase opens').waitFor();
  await smith.locksNow();
  await smith.opensIt('four other plain words');
});

it('goes off again, and then asks for nothing', async () => {
  const { leader } = await app.arrives();
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await leader.page.getByRole('button', { name: 'Turn the lock off' }).click();
  await leader.page.getByLabel('The passphrase as it is now').fill(passphrase);
  await leader.page.getByRole('button', { name: 'Turn the lock off' }).click();
  await leader.page.getByText('The lock is off.').waitFor();
  await leader.opens('/');
  await leader.page.getByRole('link', { name: 'Plan a meeting' }).waitFor();
  expect(await leader.page.getByRole('button', { name: 'Lock', exact: true }).count()).toBe(0);
});

it('erases after as many tries as were chosen, and begins anew', async () => {
  const { leader } = await app.arrives();
  await leader.plans({ code: 'W-10' });
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await leader.page.getByRole('radio', { name: '10 tries' }).check({ force: true });
  await leader.page.getByRole('button', { name: 'Erase after 10 tries' }).click();
  await leader.page.getByText(/After 10 tries that do not open it/).waitFor();
  await leader.opens('/');
  for (let tries = 0; tries < 10; tries += 1) {
    // The waits are long; the clock of the page is put on, as a patient person would wait.
    await leader.page.clock.install({ time: Date.now() + tries * 3_600_000 });
    await leader.page.reload();
    await smith.types(`guess ${String(tries)}`);
    await leader.page.locator('[data-lock=erased], [role=status]:not(:empty)').first().waitFor();
  }
  await leader.page.getByRole('heading', { name: 'Erased' }).waitFor();
  await leader.page.getByRole('button', { name: 'Begin anew' }).click();
  await leader.page.getByRole('heading', { name: 'What stays on this tablet' }).waitFor();
});

/** Every sealed row of the database, to see that none is rewritten. */
async function rowsOf(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('quiet-checkpoint');
      request.onsuccess = () => { resolve(request.result); };
      request.onerror = () => { reject(request.error ?? new Error('not opened')); };
    });
    const all = (store: string): Promise<unknown[]> => new Promise((resolve) => {
      const request = db.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => { resolve(request.result as unknown[]); };
    });
    const rows = await Promise.all(['changes', 'roadmaps'].map(all));
    db.close();
    return rows.flat().map((row) => JSON.stringify(row, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value)));
  });
}
