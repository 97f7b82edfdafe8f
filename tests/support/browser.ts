/**
 * A real Chromium with a profile on disk, that can be closed politely or killed.
 * Killing sends SIGKILL to every process of the profile at once, as a crash would.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromiumArgs, chromiumPath } from './chromium.ts';

export const sizes = {
  landscape: { width: 1180, height: 820 },
  portrait: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
} as const;
export type Size = keyof typeof sizes;

export interface Tablet {
  readonly profile: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the pages wrote to the console as errors, policy breaches among them. */
  readonly complaints: string[];
  close(): Promise<void>;
  kill(): Promise<void>;
}

/** A folder for a profile; removed by the test that made it. */
export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'qc-profile-'));
export const dropProfile = (profile: string): void => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
};

export interface TabletOptions {
  readonly size?: Size;
  readonly dim?: boolean;
  readonly args?: readonly string[];
}

/** Opens a browser on a profile, with one page that has not gone anywhere yet. */
export async function openTablet(profile: string, { size = 'landscape', dim = false, args = [] }: TabletOptions = {}): Promise<Tablet> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...chromiumArgs, ...args],
    headless: true,
    viewport: sizes[size],
    colorScheme: dim ? 'dark' : 'light',
    locale: 'en-US',
    timezoneId: 'America/Phoenix',
    acceptDownloads: true,
    serviceWorkers: 'allow',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  const listen = (of: Page): void => {
    of.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    of.on('pageerror', (error) => complaints.push(String(error)));
  };
  listen(page);
  context.on('page', listen);
  return {
    profile,
    context,
    page,
    complaints,
    close: () => context.close(),
    kill: async () => {
      killProfile(profile);
      await context.close().catch(() => undefined); // its processes are gone; only the driver's side is left to close
    },
  };
}

/** SIGKILL to every process whose command line names the profile. Linux only, as the tests are. */
export function killProfile(profile: string): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  const doomed = new Set(all.filter((pid) => pid !== process.pid && commandLine(String(pid)).includes(profile)));
  // The process that writes the database need not name the profile: children of children too.
  for (let before = -1; before !== doomed.size;) {
    before = doomed.size;
    for (const pid of all) if (doomed.has(parentOf(pid))) doomed.add(pid);
  }
  for (const pid of doomed) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // already gone
    }
  }
  return [...doomed];
}

/** True while a process still runs; one that only waits to be counted does not. */
export const stillRuns = (pid: number): boolean => !/^$|\) Z /.test(statusOf(pid));

const parentOf = (pid: number): number => Number(/\) \S (\d+) /.exec(statusOf(pid))?.[1] ?? -1);

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  } catch {
    return ''; // ended between listing and reading
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // ended between listing and reading
  }
}
