/**
 * Every screen in three sizes, paper and dim: targets are large enough, nothing scrolls sideways, and
 * axe finds nothing. Its whole set is asked at the smallest and the largest size, once on each
 * ground; what depends on ground or size alone is asked for the others too.
 */
import { expect, it } from 'vitest';
import { findings, measures } from '../support/accessible.ts';
import { sizes, type Size } from '../support/browser.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const looks = [
  ['landscape', 'paper', 'all'], ['portrait', 'paper', 'none'], ['phone', 'paper', 'some'], ['phone', 'dim', 'all'], ['landscape', 'dim', 'some'],
] as const satisfies readonly (readonly [Size, 'paper' | 'dim', 'all' | 'some' | 'none'])[];

/** What a screen is given before it is looked at. */
const files: Readonly<Partial<Record<string, readonly string[]>>> = {
  '/tablet/bring-in': ['hostile/bomb.zip', 'hostile/for-a-key.age'], '/plan/calendar': ['calendars/as-outlook.ics'],
};

it('every screen holds in every look', async () => {
  const { leader, tablet } = await app.arrives();
  const { page } = leader;
  const meeting = await leader.loadsTheSample();
  const planned = await leader.plans({ code: 'K-07', conditions: ['English learner'] });
  const screens: readonly (readonly [string, string])[] = [
    ['home', '/'], ['plan', `${planned}/plan`], ['before', `${planned}/before`], ['during', `${meeting}/run`], ['thread', `${meeting}/thread`],
    ['items afterwards', `${meeting}/after?step=items`], ['reflection', `${meeting}/after?step=reflection`], ['finish', `${meeting}/after?step=finish`],
    ['backup', '/tablet/backup'], ['restore', '/tablet/restore'], ['retention', '/tablet/keep'], ['one code', '/tablet/code'], ['erase', '/tablet/erase'], ['hand over many', '/export'], ['export log', '/tablet/log'],
    ['follow-ups', '/follow-ups?state=all'], ['bring in', '/tablet/bring-in'], ['from a calendar', '/plan/calendar'],
    ['summary', `${meeting}/summary`], ['roadmaps', '/roadmaps'], ['tablet', '/tablet'], ['no hub', '/sync'], ['join', '/join'], ['nowhere', '/nowhere'], ['welcome', '/welcome'],
  ];
  const said: string[] = [];
  for (const [name, path] of screens) {
    await leader.opens(path);
    const file = files[path];
    if (file) await page.locator('input[type=file]').setInputFiles(file.map((one) => `tests/fixtures/${one}`));
    await page.waitForTimeout(file ? 350 : 200);
    for (const [size, theme, rules] of looks) {
      await page.setViewportSize(sizes[size]);
      await leader.shows(theme);
      const where = `${name}, ${size} on ${theme}`;
      said.push(...(await measures(leader)).map((line) => `${where}: ${line}`));
      if (rules !== 'none') said.push(...(await findings(leader, rules)).map((line) => `${where}: ${line}`));
    }
  }
  expect(said).toEqual([]);
  expect(tablet.complaints).toEqual([]);
}, 240_000);
