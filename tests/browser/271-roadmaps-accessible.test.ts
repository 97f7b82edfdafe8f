/** The screens of roadmaps in three sizes, on paper and dim: axe finds nothing, targets are large enough, nothing scrolls sideways. */
import { expect, it } from 'vitest';
import { findings, measures } from '../support/accessible.ts';
import { sizes } from '../support/browser.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

it('hold, with everything open', async () => {
  const { leader, tablet } = await app.arrives();
  const { page } = leader;
  const said: string[] = [];
  const look = async (where: string): Promise<void> => {
    for (const theme of ['paper', 'dim'] as const) {
      await page.evaluate((chosen) => { document.documentElement.dataset['theme'] = chosen; }, theme);
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        said.push(...(await measures(leader)).map((line) => `${where}, ${size}: ${line}`));
      }
      said.push(...(await findings(leader, theme === 'paper' ? 'all' : 'some')).map((line) => `${where}, ${theme}: ${line}`));
    }
    await page.setViewportSize(sizes.landscape);
  };
  await leader.opens('/roadmaps');
  await page.getByRole('button', { name: /^Copy and edit/ }).click();
  await page.getByRole('button', { name: /^b\.1 / }).click();
  await page.getByLabel('Text', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('button', { name: /^Open the district settings/ }).click();
  await look('editor');
  await page.getByLabel('Text', { exact: true }).fill('Notice sent in good time');
  await page.getByLabel('Condition', { exact: true }).fill('Foster care');
  await page.getByRole('link', { name: 'See the changes' }).click();
  await page.getByText('Notice sent in good time').first().waitFor();
  await look('changes');
  for (const [where, path] of [
    ['list', '/roadmaps'], ['read', '/roadmaps/read?id=collaborative-iep-team-meetings&version=1'], ['bring in', '/roadmaps/bring-in'],
    ['hand over', '/roadmaps/hand-over?id=collaborative-iep-team-meetings&version=1'],
  ] as const) {
    await leader.opens(path);
    await look(where);
  }
  expect(said).toEqual([]);
  expect(tablet.complaints).toEqual([]);
}, 180_000);
