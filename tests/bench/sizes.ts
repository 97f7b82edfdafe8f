/** What travels and what is kept, in brotli bytes, from the built files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';

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

/** Loads the first screen in a fresh profile and looks which code it needed before it stood there. */
export async function sizes(page: Page, address: string, dist: string): Promise<Sizes> {
  await page.goto(address);
  await page.locator('main h1').first().waitFor();
  const firstScreenFiles = await page.evaluate(() => {
    const stood = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now();
    return ['/index.html', ...performance.getEntriesByType('resource').filter((entry) => entry.startTime < stood).map((entry) => new URL(entry.name).pathname)];
  });
  const code = [...new Set(firstScreenFiles)].filter((path) => /\.(html|js|css)$/.test(path));
  const listed = (JSON.parse(readFileSync(join(dist, 'precache-list.json'), 'utf8')) as (string | { url: string })[]).map((entry) => (typeof entry === 'string' ? entry : entry.url));
  const precached = [...new Set(listed.map((url) => url.split('?')[0] ?? url))].map((url) => join(dist, url)).filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  const exporters = readdirSync(join(dist, 'assets')).filter((name) => /fflate|tables-csv|zip/.test(name));
  const app = precached.filter((path) => /\.(html|js|css|woff2)$/.test(path) && !exporters.some((name) => path.endsWith(name)));
  const sum = (paths: readonly string[]): number => paths.reduce((total, path) => total + bytesOf(path), 0);
  return { firstScreenCode: sum(code.map((path) => join(dist, path))), appWithFonts: sum(app), precache: sum(precached), firstScreenFiles: code };
}
