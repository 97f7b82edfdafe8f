/** What travels and what is kept, in brotli bytes, from the built files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { Leader } from '../support/leader.ts';

const compressible = /\.(html|js|css|json|svg|webmanifest|txt|md)$/;

/** Brotli for text; pictures and fonts as they are. */
function bytesOf(path: string): number {
  const content = readFileSync(path);
  return compressible.test(path) ? brotliCompressSync(content).length : content.length;
}

export interface Sizes {
  readonly firstScreenCode: number;
  readonly appWithFonts: number;
  readonly precache: number;
  readonly firstScreenFiles: readonly string[];
}

/** Addresses of all files that the worker keeps, as it tells them itself. */
const keptFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const answer = await new Promise<unknown>((told) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => { told(data); };
      active?.postMessage({ type: 'LIST_FILES' }, [port2]);
    });
    return (answer as { cacheKeys: string[] }).cacheKeys.map((key) => new URL(key).pathname);
  });

/** Opens the home screen of a leader who has met the app, and looks which code was asked for before it stood. */
export async function sizes(page: Page, address: string, dist: string): Promise<Sizes> {
  const leader = new Leader(page, address);
  await leader.meetsTheApp();
  // When the screen is in the page; what is asked for after that is not needed for it.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('main h1')) return;
      Object.assign(window, { stoodMs: performance.now() });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await page.getByRole('link', { name: 'Plan a meeting' }).waitFor();
  const asked = await page.evaluate(() => {
    const stood = (window as unknown as { stoodMs: number }).stoodMs;
    return ['/index.html', ...performance.getEntriesByType('resource').filter((entry) => entry.startTime < stood).map((entry) => new URL(entry.name).pathname)];
  });
  const code = [...new Set(asked)].filter((path) => /\.(html|js|css)$/.test(path));
  const kept = [...new Set(await keptFiles(page))].map((path) => join(dist, path));
  // Writers are named after their files, src/export/<format>/write.ts, and their library's `dist` (age-encryption), `csv`.
  const app = kept.filter((path) => /\.(html|js|css|woff2)$/.test(path) && !/assets\/(?:write|dist|csv)-/.test(path));
  const sum = (paths: readonly string[]): number => paths.reduce((total, path) => total + bytesOf(path), 0);
  return { firstScreenCode: sum(code.map((path) => join(dist, path))), appWithFonts: sum(app), precache: sum(kept), firstScreenFiles: code };
}
