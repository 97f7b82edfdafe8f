/** Firefox on a profile of its own, driven by WebDriver BiDi over the socket that it opens itself. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { killProfile } from './browser.ts';
import { startProgram, type Started } from './child.ts';
import { firefoxPath } from './engines.ts';

export interface Driven {
  goes(url: string): Promise<void>;
  /** Politely, so that everything is written as at the end of a day. */
  close(): Promise<void>;
  /** Every process of the profile at once, as a crash would. */
  kill(): Promise<void>;
}

const off = [
  'app.update.enabled', 'app.normandy.enabled', 'browser.aboutwelcome.enabled', 'browser.newtabpage.enabled', 'browser.safebrowsing.downloads.enabled',
  'browser.safebrowsing.malware.enabled', 'browser.safebrowsing.phishing.enabled', 'browser.shell.checkDefaultBrowser',
  'browser.tabs.warnOnClose', 'datareporting.healthreport.uploadEnabled', 'datareporting.policy.dataSubmissionEnabled',
  'extensions.getAddons.cache.enabled', 'extensions.systemAddon.update.enabled', 'extensions.update.enabled',
  'network.captive-portal-service.enabled', 'network.connectivity-service.enabled', 'browser.region.update.enabled', 'geo.enabled',
  'browser.sessionstore.resume_from_crash', 'dom.push.connection.enabled',
];
/** No outside contact, no questions at the start, nothing brought back after a crash. */
export const firefoxPreferences = [
  ...off.map((name) => `user_pref(${JSON.stringify(name)}, false);`),
  'user_pref("toolkit.startup.max_resumed_crashes", -1);',
  'user_pref("browser.startup.page", 0);',
  // Lists of blocked add-ons and the like; this address answers nothing.
  'user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");',
].join('\n');

export const firefoxEnvironment = { MOZ_CRASHREPORTER_DISABLE: '1', MOZ_DATA_REPORTING: '0', TZ: 'America/Phoenix' };

export async function openFirefox(profile: string): Promise<Driven> {
  writeFileSync(join(profile, 'user.js'), firefoxPreferences);
  const browser = startProgram(firefoxPath(), ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    env: firefoxEnvironment,
  });
  const kill = async (): Promise<void> => {
    killProfile(profile);
    await browser.end('SIGKILL');
  };
  try {
    const send = await connect(browser);
    await send('session.new', { capabilities: {} });
    const tree = await send('browsingContext.getTree', { maxDepth: 0 }) as { contexts: { context: string }[] };
    const context = tree.contexts[0]?.context;
    return {
      goes: async (url) => { await send('browsingContext.navigate', { context, url, wait: 'none' }); },
      close: async () => {
        // The answer may be cut off by the end that it announces.
        await Promise.race([send('browser.close', {}).catch(() => undefined), browser.end().catch(() => undefined)]);
        await browser.end();
      },
      kill,
    };
  } catch (error) {
    await kill();
    throw error;
  }
}

type Send = (method: string, params: object) => Promise<unknown>;
interface Answer { readonly id?: number; readonly result?: unknown; readonly error?: string; readonly message?: string }

async function connect(browser: Started): Promise<Send> {
  const [, address = ''] = await browser.untilSays(/WebDriver BiDi listening on (ws:\S+)/);
  const socket = new WebSocket(`${address}/session`);
  await new Promise<void>((open, failed) => {
    socket.onopen = () => { open(); };
    socket.onerror = () => { failed(new Error(`No connection to Firefox at ${address}`)); };
  });
  const waiting = new Map<number, { done: (result: unknown) => void; failed: (error: Error) => void }>();
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    const asked = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (!asked || answer.id === undefined) return;
    waiting.delete(answer.id);
    if (answer.error === undefined) asked.done(answer.result);
    else asked.failed(new Error(`${answer.error}: ${answer.message ?? ''}`));
  };
  socket.onclose = () => { for (const { failed } of waiting.values()) failed(new Error('Firefox has ended.')); };
  let last = 0;
  return (method, params) => new Promise((done, failed) => {
    last += 1;
    waiting.set(last, { done, failed });
    socket.send(JSON.stringify({ id: last, method, params }));
  });
}
