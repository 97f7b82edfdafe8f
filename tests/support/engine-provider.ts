/**
 * Lets the test runner's own browser mode run in Firefox and WebKitGTK: same files, same
 * runner, same matchers as in Chromium; only who opens the page is another.
 */
import { defineBrowserProvider } from '@vitest/browser';
import type { BrowserProviderOption } from 'vitest/node';
import { dropProfile, newProfile } from './browser.ts';
import { openFirefox, type Driven } from './firefox.ts';
import { otherEngines, type OtherEngine } from './engines.ts';
import { openWebKit } from './webkit.ts';

async function firefoxWithProfile(): Promise<Driven> {
  const profile = newProfile();
  const driven = await openFirefox(profile);
  const end = (how: 'close' | 'kill') => async (): Promise<void> => {
    await driven[how]();
    dropProfile(profile);
  };
  return { ...driven, close: end('close'), kill: end('kill') };
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** What the runner asks for before each file. */
    __vitest_viewport: () => void;
  }
}

export function engine(name: OtherEngine): BrowserProviderOption {
  return defineBrowserProvider({
    name: `${name}-driver`,
    supportedBrowser: otherEngines,
    providerFactory: (project) => {
      const open: Driven[] = [];
      // The frame of a test has its size from the page around it; the window stays as it is.
      project.browser?.registerCommand('__vitest_viewport', () => undefined);
      return {
        name: `${name}-driver`,
        supportsParallelism: false,
        getCommandsContext: () => ({}),
        openPage: async (_session, url) => {
          const driven = await (name === 'firefox' ? firefoxWithProfile() : openWebKit());
          open.push(driven);
          await driven.goes(url);
        },
        close: async () => { await Promise.all(open.splice(0).map((driven) => driven.kill())); },
      };
    },
  });
}
