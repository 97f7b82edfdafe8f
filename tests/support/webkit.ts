/**
 * WebKitGTK on a display of its own. By its driver for tests that run in a page; as a plain
 * MiniBrowser with a profile on disk where processes are killed, as the driver's profile is
 * forgotten and its session ends with the network process.
 */
import { mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dropProfile, killProfile, newProfile } from './browser.ts';
import { startProgram, type Started } from './child.ts';
import { isRoot } from './chromium.ts';
import { webKitTools } from './engines.ts';
import type { Driven } from './firefox.ts';

/** Folders of the profile, and no sandbox as root, where it cannot work. */
function environment(profile: string, display: string): Record<string, string> {
  const folders = ['data', 'cache', 'config', 'run'];
  for (const name of folders) mkdirSync(join(profile, name), { recursive: true, mode: 0o700 });
  return {
    DISPLAY: display,
    HOME: profile, XDG_DATA_HOME: join(profile, 'data'), XDG_CACHE_HOME: join(profile, 'cache'),
    XDG_CONFIG_HOME: join(profile, 'config'), XDG_RUNTIME_DIR: join(profile, 'run'),
    GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1', NO_AT_BRIDGE: '1', TZ: 'America/Phoenix',
    // No message bus of the desktop is asked, and none is started.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:', GSETTINGS_BACKEND: 'memory', GIO_USE_VFS: 'local',
    ...(isRoot ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
  };
}

async function openDisplay(): Promise<{ readonly name: string; readonly end: () => Promise<void> }> {
  // It looks for a free number itself and tells it on its first output.
  const screen = startProgram(webKitTools().display, ['-displayfd', '1', '-screen', '0', '1180x820x24', '-nolisten', 'tcp']);
  const [, number = ''] = await screen.untilSays(/^(\d+)$/m);
  return { name: `:${number}`, end: () => screen.end() };
}

const freePort = (): Promise<number> => new Promise((found, failed) => {
  const server = createServer();
  server.once('error', failed);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => { found(typeof address === 'object' && address ? address.port : 0); });
  });
});

/** With a profile that is forgotten at the end. */
export async function openWebKit(): Promise<Driven> {
  const profile = newProfile();
  const display = await openDisplay();
  const port = await freePort();
  const driver = startProgram(webKitTools().driver, [`--port=${String(port)}`], { env: environment(profile, display.name) });
  const kill = async (): Promise<void> => {
    killProfile(profile);
    killHome(profile);
    await driver.end('SIGKILL');
    await display.end();
    dropProfile(profile);
  };
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = await answer.json() as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  try {
    await untilAnswers(() => ask('GET', '/status'), driver);
    const browserOptions = { binary: webKitTools().browser, args: ['--automation'] };
    const session = await ask('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } } }) as { sessionId: string };
    const path = `/session/${session.sessionId}`;
    await ask('POST', `${path}/timeouts`, { pageLoad: 300_000 });
    return {
      goes: async (url) => { await ask('POST', `${path}/url`, { url }); },
      close: async () => {
        await ask('DELETE', path).catch(() => undefined); // ended already
        await kill();
      },
      kill,
    };
  } catch (error) {
    await kill();
    throw error;
  }
}

async function untilAnswers(ask: () => Promise<unknown>, driver: Started): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await ask();
      return;
    } catch (error) {
      if (tries > 300 || driver.child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

export interface MiniBrowser {
  /** The process that keeps the databases dies; the browser starts another when it needs one. */
  killNetworkProcess(): Promise<void>;
  kill(): Promise<void>;
}

/** A plain window with a profile on disk. */
export async function openMiniBrowser(profile: string, url: string): Promise<MiniBrowser> {
  const display = await openDisplay();
  const browser = startProgram(webKitTools().browser, [url], { env: environment(profile, display.name) });
  return {
    killNetworkProcess: async () => {
      for (let tries = 0; ; tries += 1) {
        const found = processesOf(profile).filter((pid) => programOf(pid) === webKitTools().networkProcess);
        for (const pid of found) process.kill(pid, 'SIGKILL');
        if (found.length > 0) return;
        if (tries > 100) throw new Error(`No network process of WebKit: ${browser.said()}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    kill: async () => {
      killHome(profile);
      await browser.end('SIGKILL');
      await display.end();
    },
  };
}

/** WebKit's processes do not name the profile in their command; their environment does. */
function killHome(profile: string): void {
  for (const pid of processesOf(profile)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // already gone
    }
  }
}

function processesOf(profile: string): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)
    .filter((pid) => pid !== process.pid && read(() => readFileSync(`/proc/${String(pid)}/environ`, 'utf8')).split('\0').includes(`HOME=${profile}`));
}

const programOf = (pid: number): string => read(() => readlinkSync(`/proc/${String(pid)}/exe`));

function read(from: () => string): string {
  try {
    return from();
  } catch {
    return ''; // ended meanwhile, or another user's
  }
}
