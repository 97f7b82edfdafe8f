/** All tabs lock together; nothing of a meeting is left in the memory of a locked one. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { Leader } from '../support/leader.ts';
import { Locksmith } from '../support/locksmith.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

it('locks the other tab, too, without a reload, and keeps its place and its half-written note', async () => {
  const { leader, tablet } = await app.arrives();
  const meeting = await leader.plans();
  const smith = new Locksmith(leader);
  await smith.setsALock();
  const other = new Leader(await tablet.context.newPage(), leader.address);
  await other.opens(`${meeting}/run`);
  await new Locksmith(other).opensIt();
  await other.rail().waitFor();
  await other.turnsTo('Goals');
  await other.page.evaluate(() => { document.documentElement.dataset['witness'] = 'same page'; });
  await other.jot().fill('Half a sentence about');

  await smith.locksNow();
  await new Locksmith(other).seesItLocked();
  expect(await other.page.locator('.jot').count()).toBe(0);
  await new Locksmith(other).opensIt();
  await other.page.getByRole('heading', { name: 'Goals' }).waitFor();
  await expect.poll(() => other.jot().inputValue()).toBe('Half a sentence about');
  expect(await other.page.evaluate(() => document.documentElement.dataset['witness'])).toBe('same page');
  await smith.seesItLocked(); // each tab is opened by itself
  expect(tablet.complaints).toEqual([]);
});

it('drops every word of a meeting from memory', async () => {
  const { leader } = await app.arrives();
  const meeting = await leader.plans({ code: 'ZEBRA-41', team: 'Quokkateam', school: 'Marmotschool', room: 'Okapiroom' });
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await leader.opens(`${meeting}/run`);
  await smith.opensIt();
  await leader.rail().waitFor();
  await leader.turnsTo('Kickoff');
  await leader.notes('Narwhalnote was said aloud', 'Strength');
  await leader.notes('Axolotlsecret stays here', 'Device only');
  await leader.jot().fill('Wombatdraft half writ');
  await leader.seesSaved();
  await leader.page.waitForTimeout(500);
  const words = ['ZEBRA-41', 'Quokkateam', 'Marmotschool', 'Okapiroom', 'Narwhalnote', 'Axolotlsecret', 'Wombatdraft'];
  // That the search finds them while the meeting is open is shown first.
  expect(await wordsInMemory(leader.page, words)).toEqual(expect.arrayContaining(['Quokkateam', 'Narwhalnote', 'Axolotlsecret']));

  await leader.page.keyboard.press('Escape');
  await leader.page.keyboard.press('v');
  await leader.page.getByRole('button', { name: 'Agenda' }).click(); // the way back leads through the lock
  await smith.seesItLocked();
  await leader.page.waitForTimeout(1_000);
  expect(await wordsInMemory(leader.page, words)).toEqual([]);

  await smith.opensIt();
  await expect.poll(() => leader.jot().inputValue()).toBe('Wombatdraft half writ');
});

it('drops them from the list of meetings, too', async () => {
  const { leader } = await app.arrives();
  await leader.plans({ code: 'LYNX-52', team: 'Tapirteam' });
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await leader.opens('/');
  await smith.opensIt();
  await leader.page.getByText('LYNX-52').first().waitFor();
  await smith.locksNow();
  await leader.page.waitForTimeout(1_000);
  expect(await wordsInMemory(leader.page, ['LYNX-52', 'Tapirteam'])).toEqual([]);
});

/** Those of the words that stand in a snapshot of the page's heap. */
async function wordsInMemory(page: Page, words: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qc-heap-'));
  const file = join(folder, 'heap.json');
  const session = await page.context().newCDPSession(page);
  const out = createWriteStream(file);
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => out.write(chunk));
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  await new Promise((done) => out.end(done));
  const found = new Set<string>();
  let rest = '';
  for await (const part of createReadStream(file, 'utf8')) {
    const text = rest + String(part);
    for (const word of words) if (text.includes(word)) found.add(word);
    rest = text.slice(-100);
  }
  rmSync(folder, { recursive: true });
  return [...found];
}
