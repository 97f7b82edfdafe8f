/** Server, browser and leader for one test file; everything is taken down again. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet, type TabletOptions } from './browser.ts';
import { Leader } from './leader.ts';
import { serve, type Served } from './serve.ts';

export interface WholeApp {
  readonly served: () => Served;
  /** A leader with a browser and profile of their own, past the first run. */
  arrives(options?: TabletOptions): Promise<{ leader: Leader; tablet: Tablet }>;
}

/** Call at the top of a test file; `build` makes the app that is served, where it is not the one in `dist`. */
export function wholeApp(build: () => Promise<string> = () => Promise.resolve('dist')): WholeApp {
  let served: Served;
  const open: Tablet[] = [];
  beforeAll(async () => {
    served = await serve(await build());
  });
  afterEach(async () => {
    for (const tablet of open.splice(0)) {
      await tablet.close();
      dropProfile(tablet.profile);
    }
  });
  afterAll(() => served.stop());
  return {
    served: () => served,
    arrives: async (options = {}) => {
      const tablet = await openTablet(newProfile(), options);
      open.push(tablet);
      const leader = new Leader(tablet.page, served.address);
      await leader.meetsTheApp();
      return { leader, tablet };
    },
  };
}
