/**
 * The benchmark of the running meeting, on a slowed tablet (six times slower processor),
 * against a floor measured in the same run: a bare page that changes one text and puts one
 * row with strict durability. Prints a table; decides nothing.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { dropProfile, newProfile, openTablet } from '../support/browser.ts';
import { Leader } from '../support/leader.ts';
import { serve } from '../support/serve.ts';
import { editorBench } from './editor.ts';
import { serveFloor } from './floor-server.ts';
import { itemsRecord } from './items-record.ts';
import { patternsInBrowser } from './patterns-browser.ts';
import { patternsBench } from './patterns.ts';
import { addProbe, clickThrough, percentile, type Sample } from './probe.ts';
import { sizes } from './sizes.ts';
import { syncBench } from './sync.ts';
import { unlockMs } from './unlock.ts';

const slowdown = 6;
/** Another build than the usual one can be measured. */
const dist = process.env['DIST'] ?? 'dist';
const clicks = Number(process.env['CLICKS'] ?? 120);
const folder = mkdtempSync(join(tmpdir(), 'qc-bench-'));
const lines: string[][] = [['what', 'measured', 'floor', 'ratio or gap', 'mark']];
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

async function slow(page: Page, rate = slowdown): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

async function floorTicks(address: string, rows: number): Promise<Sample[]> {
  const tablet = await openTablet(newProfile());
  await addProbe(tablet.page);
  await tablet.page.goto(`${address}/?rows=${String(rows)}`);
  await tablet.page.locator('body[data-ready]').waitFor();
  await slow(tablet.page);
  await clickThrough(tablet.page, '#rows button', 10);
  const samples = await clickThrough(tablet.page, '#rows button', clicks);
  await tablet.close();
  dropProfile(tablet.profile);
  return samples;
}

/** Puts a meeting with `count` items on a new tablet; gives the tablet and the meeting's address. */
async function tabletWithItems(address: string, count: number): Promise<{ leader: Leader; meeting: string; close: () => Promise<void> }> {
  const tablet = await openTablet(newProfile());
  await addProbe(tablet.page);
  const leader = new Leader(tablet.page, address);
  await leader.meetsTheApp();
  const file = join(folder, `${String(count)}.json`);
  const record = itemsRecord(count);
  writeFileSync(file, record);
  await leader.importsFile(file);
  const meeting = `/meeting/${(JSON.parse(record) as { meeting: string }).meeting}`;
  await leader.sitsIn(meeting);
  return { leader, meeting, close: async () => { await tablet.close(); dropProfile(tablet.profile); } };
}

async function appTicks(address: string, count: number): Promise<Sample[]> {
  const { leader, close } = await tabletWithItems(address, count);
  await slow(leader.page);
  await clickThrough(leader.page, '[role=radio]', 10);
  const samples = await clickThrough(leader.page, '[role=radio]', clicks);
  await close();
  return samples;
}

async function ticks(app: string, floor: string): Promise<void> {
  const medians: number[] = [];
  for (const count of [60, 600, 3_000]) {
    const bare = await floorTicks(floor, count / 6);
    const own = await appTicks(app, count);
    for (const share of [0.5, 0.95]) {
      const paint = [percentile(own.map((one) => one.paintMs), share), percentile(bare.map((one) => one.paintMs), share)] as const;
      const durable = [percentile(own.map((one) => one.durableMs), share), percentile(bare.map((one) => one.durableMs), share)] as const;
      const name = `${String(count)} items, p${String(share * 100)}`;
      lines.push([`tick to paint, ${name}`, ms(paint[0]), ms(paint[1]), `+${ms(paint[0] - paint[1])}`, share === 0.95 ? '+16.7 ms' : '']);
      lines.push([`tick to durable, ${name}`, ms(durable[0]), ms(durable[1]), `${(durable[0] / durable[1]).toFixed(2)} x`, share === 0.95 ? '1.5 x' : '']);
      if (share === 0.5) medians.push(paint[0]);
    }
  }
  lines.push(['600 items against 60, paint p50', ms(medians[1] ?? 0), ms(medians[0] ?? 0), `${((medians[1] ?? 0) / (medians[0] ?? 1)).toFixed(2)} x`, '1 x']);
}

/** Median time from navigation to a usable screen, served by the worker alone. */
async function startMs(page: Page, path: string): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 7; at += 1) {
    await page.goto(path, { waitUntil: 'commit' });
    const usable = await page.waitForFunction(() => (window as unknown as { usableMs?: number }).usableMs ?? null, undefined, { timeout: 60_000 });
    times.push((await usable.jsonValue()) as number);
  }
  return percentile(times, 0.5);
}

async function offlineStart(): Promise<void> {
  const floor = await serveFloor();
  const bare = await openTablet(newProfile());
  await addProbe(bare.page);
  await bare.page.goto(floor.address);
  await bare.page.evaluate(() => navigator.serviceWorker.ready);
  await bare.page.waitForTimeout(500);
  await floor.stop();
  await slow(bare.page);
  const floorMs = await startMs(bare.page, floor.address);
  await bare.close();
  dropProfile(bare.profile);

  const served = await serve(dist);
  const { leader, meeting, close } = await tabletWithItems(served.address, 60);
  await leader.opens('/');
  await leader.page.getByText('Ready for rooms without Wi-Fi').waitFor();
  await served.stop();
  await slow(leader.page);
  const appMs = await startMs(leader.page, `${served.address}${meeting}/run`);
  await close();
  lines.push(['offline start to a usable meeting', ms(appMs), ms(floorMs), `mark ${ms(1.5 * floorMs + 300)}`, '1.5 x + 300 ms']);
}

async function weigh(address: string): Promise<void> {
  const tablet = await openTablet(newProfile());
  const weighed = await sizes(tablet.page, address, dist);
  await tablet.close();
  dropProfile(tablet.profile);
  lines.push(['code of the first screen, brotli', kB(weighed.firstScreenCode), '', '', '75 kB']);
  lines.push(['app with fonts, without exporters', kB(weighed.appWithFonts), '', '', '300 kB']);
  lines.push(['everything precached', kB(weighed.precache), '', '', '1200 kB']);
}

async function unlocking(address: string): Promise<void> {
  const few = await unlockMs(address, 5, folder);
  const many = await unlockMs(address, 2_000, folder);
  lines.push(['unlock to home, 2,000 finished meetings, unslowed', ms(many), ms(few), `+${ms(many - few)}`, '+1000 ms']);
}

function print(): void {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  for (const line of lines) console.log(line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

if (!existsSync(join(dist, 'index.html'))) throw new Error('The benchmark measures the production build. Run `npm run build` first.');
const served = await serve(dist);
const floor = await serveFloor();
await weigh(served.address);
await ticks(served.address, floor.address);
lines.push(...(await editorBench(served.address, floor.address, { folder, slow })));
await unlocking(served.address);
lines.push(...(await patternsInBrowser(served.address)));
await served.stop();
await floor.stop();
await offlineStart();
rmSync(folder, { recursive: true });
console.log(`\nProcessor slowed ${String(slowdown)} times, ${String(clicks)} ticks each, Chromium.\n`);
print();
console.log('');
patternsBench();
await syncBench();
