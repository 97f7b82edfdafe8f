/**
 * Finds an installed Chromium; as root on a Debian system installs one with the package
 * manager. Nothing else is ever downloaded by the tests.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const isRoot = process.getuid?.() === 0;

/** Flags for every start: no outside contact of the browser's own, and a sandbox unless root. */
export const chromiumArgs: string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
  ...(isRoot ? ['--no-sandbox'] : []),
];

const installed = (): string | undefined => places.find((path) => path !== undefined && existsSync(path));

/** Debian packages, without what they only recommend. */
export function install(packages: readonly string[]): void {
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'inherit' });
}

/** The path of Chromium; throws a sentence that says what to do when there is none. */
export function chromiumPath(): string {
  const found = installed();
  if (found) return found;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    install(['chromium']);
    const now = installed();
    if (now) return now;
  }
  throw new Error('The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
}

/** A tool of the system that a test reads results with, installed from its package as root when absent. */
export function systemTool(name: string, debianPackage: string): string {
  const path = `/usr/bin/${name}`;
  if (existsSync(path)) return path;
  if (isRoot && existsSync('/usr/bin/apt-get')) install([debianPackage]);
  if (existsSync(path)) return path;
  throw new Error(`The tests need ${name}. Install it (Debian: apt-get install ${debianPackage}).`);
}
