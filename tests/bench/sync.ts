/**
 * Push and pull of finished meetings of 3 kB, from Chromium to the hub's process, over SQLite
 * and PostgreSQL; beside two others in the same run:
 *
 *   floor     fetch of as many bytes in the same batches, to a bare Node server that has each on the disk before it answers
 *   PouchDB   the same records as JSON, to its own server on LevelDB
 *
 * Called by main.ts; alone: `node tests/bench/sync.ts`. `SIZES=100,1000` chooses how many.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { dropProfile, newProfile, openTablet } from '../support/browser.ts';
import { freePort, PostgresFiles, type Cluster } from '../support/postgres.ts';
import { serve, type Served } from '../support/serve.ts';
import type { SyncBench, Trip } from './sync-page/told.ts';

type Engine = 'SQLite' | 'PostgreSQL';
type Row = readonly string[];

interface Both<T> { readonly push: T; readonly pull: T }

const sizes = (process.env['SIZES'] ?? '100,1000,10000').split(',').map(Number);
const wireSize = 1_000;
const rates = ['--rate-address', '1000000', '--rate-device', '1000000', '--log', 'faults'];

async function buildPage(dist: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, 'sync-page'), configFile: false, logLevel: 'error',
    define: { __APP_VERSION__: '"0.0.0+bench"' },
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
    worker: { format: 'es' },
    build: { outDir: dist, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: ['safari16.4', 'chrome111', 'firefox115'] },
  });
}

/** The page's verbs, called from here. */
function verbs(page: Page): SyncBench {
  const call = (name: string) => (...given: readonly unknown[]): unknown =>
    page.evaluate(([verb, args]) => (window as unknown as { bench: Record<string, (...all: unknown[]) => unknown> }).bench[verb]?.(...args), [name, given] as [string, unknown[]]);
  return new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : call(String(name))) }) as SyncBench;
}

async function withPage<T>(address: string, work: (bench: SyncBench, page: Page) => Promise<T>): Promise<T> {
  const tablet = await openTablet(newProfile());
  try {
    await tablet.page.goto(address);
    await tablet.page.waitForFunction(() => 'bench' in window);
    return await work(verbs(tablet.page), tablet.page);
  } finally {
    await tablet.close();
    dropProfile(tablet.profile);
  }
}

/** The most memory that a process ever had, MB. */
function peakMB(child: ChildProcess): number {
  const kB = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1];
  return Number(kB) / 1_024;
}

interface Measured extends Both<Trip> { readonly memoryMB: number }

/** One hub, new, with its district; its page is on the same address as before, where the leader's meetings lie. */
async function throughHub(bench: SyncBench, page: Page, { hub, count }: { hub: Served; count: number }): Promise<Measured> {
  await page.goto(hub.address);
  await page.waitForFunction(() => 'bench' in window);
  await bench.enrol(new URL(hub.ownerLink ?? '').href);
  await bench.queue(count);
  const push = await bench.push();
  const pull = await bench.pull();
  if (push.records !== count || pull.records !== count) throw new Error(`${String(push.records)} pushed and ${String(pull.records)} pulled of ${String(count)}`);
  return { push, pull, memoryMB: peakMB(hub.child) };
}

/** Starts one of the two others. */
async function beside(script: string, dist: string, place: string): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), dist, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  const address = await new Promise<string>((found) => child.stdout.once('data', (line: Buffer) => { found(line.toString().trim()); }));
  return { address, child };
}

/** Counts what goes through it, both ways. */
async function countingRoad(to: number): Promise<{ port: number; bytes: () => number; close: () => void }> {
  let bytes = 0;
  const count = (part: Buffer): void => { bytes += part.length; };
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    near.on('data', count).pipe(far).on('data', count).pipe(near);
    for (const [one, other] of [[near, far], [far, near]] as const) one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  const port = await freePort();
  await new Promise<void>((open) => { server.listen(port, '127.0.0.1', open); });
  return { port, bytes: () => bytes, close: () => { server.close(); } };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

interface Setting { readonly dist: string; readonly scratch: string; readonly cluster: Cluster }

const hubOver = async (engine: Engine, { dist, cluster }: Setting, port: number): Promise<Served> =>
  serve(dist, port, { args: rates, env: engine === 'SQLite' ? {} : { DATABASE_URL: await cluster.newDatabase() } });

/** Bytes on the wire over sealed bytes, each way. */
async function wire(setting: Setting): Promise<Both<number>> {
  const hub = await hubOver('SQLite', setting, 0);
  const road = await countingRoad(hub.port);
  const ratios = await withPage(`http://127.0.0.1:${String(road.port)}`, async (bench) => {
    await bench.fill(wireSize);
    await bench.enrol(hub.ownerLink ?? '');
    await bench.queue(wireSize);
    const before = road.bytes();
    const push = await bench.push();
    const between = road.bytes();
    const pull = await bench.pull();
    return { push: (between - before) / sum(push.batches), pull: (road.bytes() - between) / sum(pull.batches) };
  });
  road.close();
  await hub.stop();
  return ratios;
}

async function floorOf({ push, pull }: Both<Trip>, { dist, scratch }: Setting, name: string): Promise<Both<number>> {
  const { address, child } = await beside('sync-floor.ts', dist, join(scratch, name));
  const times = await withPage(address, async (bench) => {
    const pushMs = await bench.floorPush(push.batches);
    return { push: pushMs, pull: await bench.floorPull(pull.batches.length) };
  });
  child.kill();
  return times;
}

interface Pouch extends Both<number> { readonly memoryMB: number }

async function pouchOf(bench: SyncBench, child: ChildProcess, count: number): Promise<Pouch> {
  await bench.pouchFill(count);
  const push = await bench.pouchPush();
  return { push, pull: await bench.pouchPull(), memoryMB: peakMB(child) };
}

const perSecond = (count: number, ms: number): string => (count / (ms / 1_000)).toFixed(0);
const times = (ratio: number): string => `${ratio.toFixed(2)} x`;

const engines = ['SQLite', 'PostgreSQL'] as const;
/** What else a computer does only ever adds time: of some rounds the quickest counts, of long ones the only. */
const roundsOf = (count: number): number => Number(process.env['ROUNDS_OF_SYNC'] ?? (count > 1_000 ? 1 : 3));
const quickest = <T>(all: readonly T[], msOf: (one: T) => number): T => all.reduce((best, one) => (msOf(one) < msOf(best) ? one : best));

/** Every round has each of them once, so that all are measured under the same load. */
async function measure(count: number, setting: Setting): Promise<{ hubs: Map<Engine, Measured[]>; pouches: Pouch[] }> {
  const port = await freePort();
  const hubs = new Map<Engine, Measured[]>(engines.map((engine) => [engine, []]));
  const pouches: Pouch[] = [];
  const other = await beside('sync-pouch.ts', setting.dist, mkdtempSync(join(setting.scratch, 'pouch-')));
  let next: Served | null = await hubOver('SQLite', setting, port);
  await withPage(next.address, (bench, page) => withPage(other.address, async (pouch, otherPage) => {
    await bench.fill(count);
    for (let round = 0; round < roundsOf(count); round += 1) {
      for (const engine of engines) {
        const hub: Served = next ?? await hubOver(engine, setting, port);
        next = null;
        hubs.get(engine)?.push(await throughHub(bench, page, { hub, count }));
        await page.goto('about:blank');
        await hub.stop();
      }
      await otherPage.reload(); // as cold as the hub's
      pouches.push(await pouchOf(pouch, other.child, count));
    }
  }));
  other.child.kill();
  return { hubs, pouches };
}

async function rowsOf(count: number, setting: Setting): Promise<Row[]> {
  const { hubs, pouches } = await measure(count, setting);
  const rows: Row[] = [];
  for (const [engine, all] of hubs) {
    const push = quickest(all.map((one) => one.push), ({ ms }) => ms);
    const pull = quickest(all.map((one) => one.pull), ({ ms }) => ms);
    const memory = [all, pouches].map((ones) => Math.max(...ones.map(({ memoryMB }) => memoryMB)).toFixed(0));
    const floor = await floorOf({ push, pull }, setting, `floor-${engine}-${String(count)}`);
    for (const [way, trip] of [['push', push], ['pull', pull]] as const) {
      const pouchMs = Math.min(...pouches.map((one) => one[way]));
      rows.push([
        `${way}, ${count.toLocaleString('en-US')} records, ${engine}`, perSecond(count, trip.ms), perSecond(count, pouchMs), perSecond(count, floor[way]), times(pouchMs / trip.ms),
        String(trip.requests), memory[0] ?? '', memory[1] ?? '',
      ]);
    }
  }
  return rows;
}

function print(table: readonly Row[]): void {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((line) => (line[column] ?? '').length)));
  for (const line of table) console.log(line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
  console.log('');
}

/** Prints the table of syncing. */
export async function syncBench(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'qc-bench-sync-'));
  const dist = join(scratch, 'page');
  const files = new PostgresFiles();
  const cluster = await files.start('bench');
  const setting = { dist, scratch, cluster };
  try {
    await buildPage(dist);
    const table: Row[] = [['records per second', 'hub', 'PouchDB', 'floor', 'against PouchDB (mark: 1)', 'requests', 'hub, peak MB', 'PouchDB, peak MB']];
    for (const count of sizes) table.push(...await rowsOf(count, setting));
    print(table);
    const { push, pull } = await wire(setting);
    console.log(`Bytes on the wire over sealed bytes, ${String(wireSize)} records: push ${times(push)}, pull ${times(pull)} (mark: 1.15 x)\n`);
  } finally {
    await cluster.stop();
    files.remove();
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (import.meta.filename === process.argv[1]) await syncBench();
