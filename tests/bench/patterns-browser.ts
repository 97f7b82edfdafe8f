/**
 * The patterns screen over ten thousand finished meetings in the sealed store, unslowed: the
 * first view, filter changes, the longest task of the page, memory. The floor is reading and
 * opening the same sealed rows in the same page, without a look at them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { DerivedMeeting } from '#domain/patterns/derived.ts';
import { dropProfile, newProfile, openTablet } from '../support/browser.ts';
import { Leader } from '../support/leader.ts';
import { district, quickRow } from '../support/pattern-district.ts';

/** Puts rows under the page's own key, as data/tables/named.ts does, and a record row beside each, which is not opened. */
async function seed(page: Page, rows: readonly DerivedMeeting[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000) {
    await page.evaluate(async (some) => {
      const utf8 = new TextEncoder();
      const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
        request.onsuccess = () => { resolve(request.result); };
        request.onerror = () => { reject(request.error ?? new Error('IndexedDB')); };
      });
      const db = await done(indexedDB.open('quiet-checkpoint'));
      const slots = await done(db.transaction('slots').objectStore('slots').getAll()) as { id: string; kind: string; wrapped: Uint8Array<ArrayBuffer>; nonce: Uint8Array<ArrayBuffer>; wrappingKey: CryptoKey }[];
      const slot = slots.find(({ kind }) => kind === 'device');
      if (!slot) throw new Error('no device slot');
      const wrap = { name: 'AES-GCM', iv: slot.nonce, tagLength: 128, additionalData: utf8.encode(JSON.stringify(['slot', 1, 'device', slot.id])) };
      const key = await crypto.subtle.unwrapKey('raw', slot.wrapped, slot.wrappingKey, wrap, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']);
      const sealed = await Promise.all(some.map(async ({ id, text }) => {
        const json = utf8.encode(text);
        const plain = new Uint8Array(Math.max(320, Math.ceil(json.length / 64) * 64)).fill(0x20);
        plain.set(json);
        const nonce = crypto.getRandomValues(new Uint8Array(12));
        const place = utf8.encode(JSON.stringify(['derived', id]));
        const additionalData = new Uint8Array(1 + place.length).fill(1, 0, 1);
        additionalData.set(place, 1);
        const body = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData, tagLength: 128 }, key, plain));
        const bytes = new Uint8Array(13 + body.length).fill(1, 0, 1);
        bytes.set(nonce, 1);
        bytes.set(body, 13);
        return { id, bytes };
      }));
      const put = db.transaction(['derived', 'records'], 'readwrite');
      for (const { id, bytes } of sealed) {
        put.objectStore('derived').put({ id, sealed: bytes });
        put.objectStore('records').put({ meeting: id, revision: 1, sealed: new Uint8Array(64) });
      }
      await new Promise((resolve) => { put.oncomplete = resolve; });
      db.close();
    }, rows.slice(from, from + 1_000).map((row) => ({ id: row.meeting, text: JSON.stringify(row) })));
  }
}

/** Reading and opening all derived rows, and how many bytes they are. */
function floor(page: Page): Promise<{ ms: number; bytes: number }> {
  return page.evaluate(async () => {
    const utf8 = new TextEncoder();
    const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => { request.onsuccess = () => { resolve(request.result); }; });
    const begun = performance.now();
    const db = await done(indexedDB.open('quiet-checkpoint'));
    const slots = await done(db.transaction('slots').objectStore('slots').getAll()) as { id: string; kind: string; wrapped: Uint8Array<ArrayBuffer>; nonce: Uint8Array<ArrayBuffer>; wrappingKey: CryptoKey }[];
    const slot = slots.find(({ kind }) => kind === 'device');
    if (!slot) throw new Error('no device slot');
    const wrap = { name: 'AES-GCM', iv: slot.nonce, tagLength: 128, additionalData: utf8.encode(JSON.stringify(['slot', 1, 'device', slot.id])) };
    const key = await crypto.subtle.unwrapKey('raw', slot.wrapped, slot.wrappingKey, wrap, { name: 'AES-GCM' }, false, ['decrypt']);
    const rows = await done(db.transaction('derived').objectStore('derived').getAll()) as { id: string; sealed: Uint8Array<ArrayBuffer> }[];
    const opened = await Promise.all(rows.map(({ id, sealed }) => {
      const place = utf8.encode(JSON.stringify(['derived', id]));
      const additionalData = new Uint8Array(1 + place.length).fill(1, 0, 1);
      additionalData.set(place, 1);
      return crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.slice(1, 13), additionalData, tagLength: 128 }, key, sealed.slice(13));
    }));
    db.close();
    return { ms: performance.now() - begun, bytes: opened.reduce((sum, { byteLength }) => sum + byteLength, 0) };
  });
}

/** Resident memory of the profile's renderers, in megabytes. */
function residentMb(profile: string): number {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).reduce((sum, pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!line.includes(profile) || !line.includes('--type=renderer')) return sum;
      return sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return sum; // it ended meanwhile
    }
  }, 0);
}

/** The screen's sentence says how many meetings it is about, from the first view on. */
const counted = '.sentence [role=status]';

/** From a choice to the frame that shows it; NaN where it does not come within ten seconds. */
function filterMs(page: Page, label: string, at: number): Promise<number> {
  return page.locator(`.sentence label:has(.vh:text-is("${label}")) select`).evaluate((select: HTMLSelectElement, { place, status }) => new Promise<number>((resolve) => {
    const before = document.querySelector(status)?.textContent;
    const begun = performance.now();
    const wait = (): void => {
      const isThere = document.querySelector(status)?.textContent !== before;
      if (isThere || performance.now() - begun > 10_000) setTimeout(() => { resolve(isThere ? performance.now() - begun : Number.NaN); }, 0);
      else requestAnimationFrame(wait);
    };
    select.selectedIndex = place;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    requestAnimationFrame(wait);
  }), { place: at, status: counted });
}

/** Rows for the table: what, measured, floor, ratio, mark. */
export async function patternsInBrowser(address: string, meetings = 10_000): Promise<string[][]> {
  const profile = newProfile();
  const tablet = await openTablet(profile);
  const { page } = tablet;
  const leader = new Leader(page, address);
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => { tasks.push(...list.getEntries().map(({ duration }) => duration)); }).observe({ type: 'longtask', buffered: true });
  });
  await leader.meetsTheApp();
  await seed(page, district({ seed: 11, meetings, schools: 40, teams: 6 }).map((spec) => quickRow({ ...spec, owner: '' })));
  await leader.opens('/');
  const own = await floor(page);
  const before = residentMb(profile);
  await page.evaluate(() => { (window as unknown as { longTasks: number[] }).longTasks.length = 0; });
  const begun = await page.evaluate(() => performance.now());
  await page.getByRole('link', { name: 'Patterns' }).first().click();
  await page.locator(counted).waitFor({ timeout: 60_000 });
  const firstMs = (await page.evaluate(() => new Promise<number>((resolve) => { requestAnimationFrame(() => setTimeout(() => { resolve(performance.now()); }, 0)); }))) - begun;
  const changes: string[][] = [];
  for (const [label, at, name] of [['Type', 1, 'one type'], ['Type', 0, 'all types'], ['School', 2, 'one school'], ['School', 0, 'all schools'], ['Condition', 1, 'one condition'], ['Condition', 0, 'any condition']] as const) {
    changes.push([`patterns: filter change, ${name}`, `${(await filterMs(page, label, at)).toFixed(0)} ms`, '', '', '100 ms']);
  }
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const memory = residentMb(profile);
  await tablet.close();
  dropProfile(profile);
  return [
    [`patterns: first view of ${meetings.toLocaleString('en-US')} meetings`, `${firstMs.toFixed(0)} ms`, `${own.ms.toFixed(0)} ms`, `${(firstMs / own.ms).toFixed(2)} x of opening ${(own.bytes / 1e6).toFixed(1)} MB`, '2000 ms'],
    ...changes,
    ['patterns: longest task of the page', `${Math.max(0, ...tasks).toFixed(0)} ms`, '', `${String(tasks.length)} over 50 ms`, '50 ms'],
    ['patterns: memory of the page and its worker', `${memory.toFixed(0)} MB`, `${before.toFixed(0)} MB before`, '', ''],
  ];
}
