/**
 * A keystroke in the roadmap editor, from the key to paint, with 70 and with 3,000 items, on the
 * slowed tablet; the floor is a field of a bare page that has as many rows and does nothing.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { dropProfile, newProfile, openTablet } from '../support/browser.ts';
import { Leader } from '../support/leader.ts';
import { itemsRecord } from './items-record.ts';
import { percentile } from './probe.ts';

const letters = 60;
const text = 'Everyone at the table says who they are ';

async function addKeyProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const samples: number[] = [];
    Object.assign(window, { keySamples: samples });
    addEventListener('keydown', (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // A message that is posted in a frame arrives after that frame's paint.
        port1.onmessage = () => { samples.push(performance.now() - event.timeStamp); };
        port2.postMessage(0);
      });
    }, true);
  });
}

async function typed(field: Locator): Promise<number[]> {
  const page = field.page();
  await field.click();
  await page.evaluate(() => { (window as unknown as { keySamples: number[] }).keySamples.length = 0; });
  for (let at = 0; at < letters; at += 1) {
    // Half of them taken away again, so that the text keeps its length.
    await page.keyboard.press(at % 2 === 0 ? (text[at % text.length] ?? 'a') : 'Backspace');
    await page.waitForFunction((count) => (window as unknown as { keySamples: number[] }).keySamples.length > count, at);
    await page.waitForTimeout(40);
  }
  return page.evaluate(() => (window as unknown as { keySamples: number[] }).keySamples);
}

async function floorKeys(address: string, rows: number, slow: (page: Page) => Promise<void>): Promise<number[]> {
  const tablet = await openTablet(newProfile());
  await addKeyProbe(tablet.page);
  await tablet.page.goto(`${address}/?rows=${String(rows)}`);
  await tablet.page.locator('body[data-ready]').waitFor();
  await tablet.page.evaluate(() => { document.body.prepend(document.createElement('input')); });
  await slow(tablet.page);
  const samples = await typed(tablet.page.locator('input'));
  await tablet.close();
  dropProfile(tablet.profile);
  return samples;
}

async function editorKeys(address: string, count: number, { folder, slow }: { folder: string; slow: (page: Page) => Promise<void> }): Promise<number[]> {
  const tablet = await openTablet(newProfile());
  const { page } = tablet;
  await addKeyProbe(page);
  const leader = new Leader(page, address);
  await leader.meetsTheApp();
  const file = join(folder, `roadmap-${String(count)}.json`);
  writeFileSync(file, JSON.stringify((JSON.parse(itemsRecord(count)) as { roadmap: unknown }).roadmap));
  await leader.opens('/roadmaps/bring-in');
  await page.getByLabel('Roadmap to bring in').setInputFiles(file);
  await page.getByRole('button', { name: 'Keep it on this tablet' }).click();
  await page.getByText(/is on this tablet now/).waitFor();
  await leader.opens('/roadmaps');
  await page.getByRole('button', { name: /edit\b.*Bench/i }).click();
  await page.getByRole('button', { name: /^1\.1 / }).click();
  await slow(page);
  const samples = await typed(page.getByLabel('Text', { exact: true }));
  await tablet.close();
  dropProfile(tablet.profile);
  return samples;
}

/** Rows for the table of main.ts. */
export async function editorBench(app: string, floor: string, setting: { folder: string; slow: (page: Page) => Promise<void> }): Promise<string[][]> {
  const rows: string[][] = [];
  for (const count of [70, 3_000]) {
    const bare = await floorKeys(floor, count / 6, setting.slow);
    const own = await editorKeys(app, count, setting);
    for (const share of [0.5, 0.95]) {
      const [here, there] = [percentile(own, share), percentile(bare, share)];
      rows.push([`key to paint in the editor, ${count.toLocaleString('en-US')} items, p${String(share * 100)}`, `${here.toFixed(1)} ms`, `${there.toFixed(1)} ms`, `+${(here - there).toFixed(1)} ms`, '+16.7 ms']);
    }
  }
  return rows;
}
