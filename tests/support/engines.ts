/**
 * The two other engines that the store is proved in: Firefox, and WebKitGTK as the nearest
 * that runs here to the iPad's engine. Found where Debian puts them; as root installed from
 * its packages. Nothing else is ever downloaded by the tests.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install, isRoot } from './chromium.ts';

export const otherEngines = ['firefox', 'webkit'] as const;
export type OtherEngine = (typeof otherEngines)[number];

export interface WebKitTools {
  readonly driver: string;
  readonly browser: string;
  readonly networkProcess: string;
  readonly display: string;
}

const packages: Record<OtherEngine, readonly string[]> = {
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

const first = (places: readonly (string | undefined)[]): string | null =>
  places.find((path) => path !== undefined && existsSync(path)) ?? null;

const findFirefox = (): string | null => first([process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox']);

function findWebKit(): WebKitTools | null {
  const driver = first(['/usr/bin/WebKitWebDriver']);
  const display = first(['/usr/bin/Xvfb']);
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  const folder = folders.map((name) => join('/usr/lib', name, 'webkit2gtk-4.1')).find((path) => existsSync(join(path, 'MiniBrowser')));
  if (!driver || !display || folder === undefined) return null;
  return { driver, display, browser: join(folder, 'MiniBrowser'), networkProcess: join(folder, 'WebKitNetworkProcess') };
}

const isThere = (engine: OtherEngine): boolean => (engine === 'firefox' ? findFirefox() : findWebKit()) !== null;

/** The engines that this machine has not, after the attempt to install them; told loudly. */
export function missingEngines(): OtherEngine[] {
  const absent = otherEngines.filter((engine) => !isThere(engine));
  if (absent.length > 0 && isRoot && existsSync('/usr/bin/apt-get')) {
    try {
      install(absent.flatMap((engine) => packages[engine]));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
  const missing = absent.filter((engine) => !isThere(engine));
  for (const engine of missing) {
    console.warn(`\n!!! ${engine.toUpperCase()} IS NOT INSTALLED: its tests are SKIPPED. Debian: apt-get install ${packages[engine].join(' ')}\n`);
  }
  return missing;
}

export const hasEngine = isThere;

export function firefoxPath(): string {
  const path = findFirefox();
  if (path === null) throw new Error('Firefox is not installed.');
  return path;
}

export function webKitTools(): WebKitTools {
  const tools = findWebKit();
  if (tools === null) throw new Error('WebKitGTK is not installed.');
  return tools;
}
