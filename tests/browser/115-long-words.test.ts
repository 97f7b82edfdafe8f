/** Words of half the length again, with accents: no screen scrolls sideways or loses a target, in three sizes. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { measures } from '../support/accessible.ts';
import { sizes } from '../support/browser.ts';
import { wholeApp } from '../support/whole-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'qc-long-words-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const app = wholeApp(async () => {
  // The build's configuration is another one under the tests.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'VITEST'));
  await promisify(execFile)(process.execPath, ['tests/support/pseudo-build.ts', folder], { env });
  return folder;
});

it('hold on every screen', async () => {
  const { leader, tablet } = await app.arrives();
  const { page } = leader;
  const meeting = await leader.loadsTheSample();
  const planned = await leader.plans({ code: 'K-07', conditions: ['English learner'] });
  await page.evaluate(() => { localStorage.setItem('qc.look', JSON.stringify({ language: 'es' })); });
  const said: string[] = [];
  let longest = 0;
  for (const path of [
    '/', `${planned}/plan`, `${planned}/before`, `${meeting}/run`, `${meeting}/thread`, `${meeting}/after?step=items`, `${meeting}/after?step=reflection`,
    `${meeting}/after?step=finish`, `${meeting}/summary`, '/roadmaps', '/patterns', '/follow-ups?state=all', '/export', '/sync', '/join',
    '/tablet', '/tablet/backup', '/tablet/restore', '/tablet/keep', '/tablet/bring-in', '/tablet/erase', '/plan/calendar', '/welcome',
  ]) {
    await leader.opens(path);
    longest = Math.max(longest, await page.evaluate(() => document.body.innerText.match(/\S*(?:œűéñ)\S*/g)?.length ?? 0));
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await page.waitForTimeout(100);
      said.push(...(await measures(leader)).map((line) => `${path.replace(/\/meeting\/[^/]+/, '')} ${size}: ${line}`));
    }
  }
  expect(said).toEqual([]);
  expect(longest, 'long words were shown').toBeGreaterThan(20);
  expect(tablet.complaints).toEqual([]);
}, 240_000);
