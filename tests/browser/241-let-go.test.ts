/** Removing, erasing, and a database that is gone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { backsUp, restores } from '../support/keeper.ts';
import { Leader } from '../support/leader.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const folder = mkdtempSync(join(tmpdir(), 'qc-let-go-'));
const passphrase = 'lantern copper meadow Tuesday';

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('erasing everything', () => {
  it('wants the word on the screen, leaves nothing, and begins with the first run', async () => {
    const { leader, tablet } = await app.arrives();
    const { page } = leader;
    await leader.plans({ code: 'E-91' });
    const before = await page.evaluate(() => {
      localStorage.setItem('qc.look', '{"theme":"dim"}');
      return localStorage.getItem('qc.device');
    });
    await leader.opens('/tablet/erase');
    const word = (await page.locator('b.word').textContent()) ?? '';
    await page.getByLabel('The word').fill(word);
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.waitForURL(/\/welcome/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const after = await page.evaluate(() => ({ device: localStorage.getItem('qc.device'), look: localStorage.getItem('qc.look') }));
    expect(after.look).toBeNull();
    expect(after.device).not.toBe(before);
    await leader.meetsTheApp();
    await page.getByText('No meeting is planned.').waitFor();
    expect(tablet.complaints).toEqual([]);
  });

  it('ends in the other windows too, lock or no lock, and nothing is written after it', async () => {
    const { leader, tablet } = await app.arrives();
    const meeting = await leader.plans({ code: 'E-92' });
    const other = new Leader(await tablet.context.newPage(), leader.address);
    await other.sitsIn(meeting);
    await other.turnsTo('Kickoff');
    await other.jot().fill('Half a sentence');
    await leader.opens('/tablet/erase');
    await leader.fills('The word', (await leader.page.locator('b.word').textContent()) ?? '');
    await leader.page.getByRole('button', { name: 'Erase everything' }).click();
    await leader.page.waitForURL(/\/welcome/);
    await other.page.getByRole('heading', { name: 'Nothing is kept here any more' }).waitFor();
    await other.page.waitForTimeout(1_000);
    await other.page.getByRole('link', { name: 'Begin anew' }).click();
    await other.page.getByRole('heading', { level: 1 }).waitFor();
    const rows = await other.page.evaluate(() => new Promise<number>((done) => {
      const open = indexedDB.open('quiet-checkpoint');
      open.onsuccess = () => {
        const count = open.result.transaction('changes').objectStore('changes').count();
        count.onsuccess = () => { open.result.close(); done(count.result); };
      };
    }));
    expect(rows).toBe(0);
  });
});

describe('a database that somebody cleared', () => {
  it('is told as a loss, not as a cheerful beginning, and a backup brings all back', async () => {
    const { leader } = await app.arrives();
    const { page } = leader;
    await leader.plans({ code: 'L-15' });
    const file = await backsUp(leader, passphrase, folder);
    await leader.opens('/');
    await page.getByText('L-15').first().waitFor();
    await page.waitForFunction(() => localStorage.getItem('qc.kept')?.includes('"some":true'));
    await page.goto(`${leader.address}/robots.txt`);
    await page.evaluate(() => new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('quiet-checkpoint');
      request.onsuccess = () => { resolve(); };
      request.onerror = () => { reject(new Error('not deleted')); };
    }));
    await leader.opens('/');
    await page.getByText('There were meetings on this tablet, and they are gone.').waitFor();
    await restores(leader, file, passphrase);
    await leader.opens('/');
    await page.getByText('L-15').first().waitFor();
    await leader.opens('/tablet');
    await page.getByText(/This device erases data/).waitFor();
  });
});

describe('everything about one code', () => {
  it('leaves as one file', async () => {
    const { leader } = await app.arrives();
    const { page } = leader;
    await leader.plans({ code: 'F-20' });
    await leader.plans({ code: 'F-20' });
    await leader.plans({ code: 'G-1' });
    await leader.opens('/tablet/code');
    await page.getByLabel('Student code').fill('f-20');
    await page.getByRole('button', { name: 'Find everything about it' }).click();
    await page.getByLabel('What it is for').fill('Parents asked');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save all of it' }).click()]);
    const path = join(folder, 'code.zip');
    await download.saveAs(path);
    expect(Object.keys(unzipSync(readFileSync(path))).filter((name) => name.startsWith('records/'))).toHaveLength(2);
  });
});
