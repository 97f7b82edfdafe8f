/** A browser with nobody at its wheel: opens one address on a profile, and can only be killed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { killProfile, stillRuns } from './browser.ts';
import { startProgram } from './child.ts';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { firefoxPath } from './engines.ts';
import { firefoxEnvironment, firefoxPreferences } from './firefox.ts';

export interface Killable {
  /** Every process of the profile at once, as a crash would. */
  kill(): Promise<void>;
}

export function openPlain(engine: 'chromium' | 'firefox', profile: string, url: string): Killable {
  mkdirSync(profile, { recursive: true });
  const browser = engine === 'chromium' ? plainChromium(profile, url) : plainFirefox(profile, url);
  return {
    kill: async () => {
      const killed = killProfile(profile);
      await browser.end('SIGKILL');
      // On a busy machine a killed process ends late; the next start must not meet it in the same files.
      for (let tries = 0; tries < 500 && killed.some(stillRuns); tries += 1) await wait(10);
    },
  };
}

const plainChromium = (profile: string, url: string): ReturnType<typeof startProgram> =>
  startProgram(chromiumPath(), [...chromiumArgs, '--headless=new', '--no-default-browser-check', '--password-store=basic', `--user-data-dir=${profile}`, url]);

function plainFirefox(profile: string, url: string): ReturnType<typeof startProgram> {
  writeFileSync(join(profile, 'user.js'), firefoxPreferences);
  return startProgram(firefoxPath(), ['--headless', '--no-remote', '--profile', profile, url], { env: firefoxEnvironment });
}
