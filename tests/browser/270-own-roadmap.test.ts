import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '#tests/support/browser.ts';
import { Leader } from '#tests/support/leader.ts';
import { serve, type Served } from '#tests/support/serve.ts';

const profile = newProfile();
let served: Served;
let tablet: Tablet;

beforeAll(async () => { served = await serve('dist'); });
afterAll(async () => {
  await tablet.close();
  dropProfile(profile);
  await served.stop();
});

/** The beginnings of the items' texts, in order: what has become of them stands behind, a moment later. */
const lines = (page: Page): Promise<string[]> => page.getByRole('region', { name: /Kickoff/ }).getByRole('button', { name: /^1\.\d/ }).allTextContents()
  .then((all) => all.map((text) => text.replaceAll(/\s+/gu, ' ').trim().slice(4, 24)));

/** Drags the grip of a row down by a finger, as a touch screen tells it. */
async function drags(page: Page, grip: string, over: string): Promise<void> {
  const at = async (name: string): Promise<{ x: number; y: number }> => {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    if (!box) throw new Error(`${name} is not on the screen`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  await page.getByRole('button', { name: grip, exact: true }).scrollIntoViewIfNeeded();
  const [from, to] = [await at(grip), await at(over)];
  const finger = await page.context().newCDPSession(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (const part of [0.3, 0.7, 1]) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from.x, y: from.y + (to.y + 12 - from.y) * part }] });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

it('a roadmap of one’s own is written, survives the browser, is published, and asks in new meetings only', async () => {
  tablet = await openTablet(profile);
  let { page } = tablet;
  let leader = new Leader(page, served.address);
  await leader.meetsTheApp();
  const older = await leader.plans({ code: 'OLD-1' });

  await leader.opens('/roadmaps');
  await page.getByRole('button', { name: /^Copy and edit/ }).click();
  await page.getByRole('region', { name: 'Phases' }).getByRole('button', { name: /^1 Kickoff/ }).click();
  await page.getByRole('button', { name: /^1\.1 / }).click();
  const text = page.getByLabel('Text', { exact: true });
  await text.fill('Everyone at the table says who they are and what they are here for');
  expect(await text.getAttribute('aria-invalid')).toBe('true');
  await page.getByText('6 characters too many: it holds 60.').waitFor();
  await text.fill('Everyone says who they are');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('Condition', { exact: true }).fill('Foster care');
  await page.getByRole('region', { name: /Kickoff/ }).getByLabel('Asked', { exact: true }).selectOption({ label: 'When any of these is so' });
  await page.getByRole('region', { name: /Kickoff/ }).getByRole('checkbox', { name: 'Foster care' }).check({ force: true });
  await page.getByRole('button', { name: /^1\.1 / }).click();

  const [first, second, third, ...rest] = await lines(page);
  expect(first).toBe('Everyone says who th');
  await page.getByRole('button', { name: 'Move 1.1', exact: true }).focus();
  for (const key of ['Space', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect.poll(async () => (await lines(page))[1]).toBe(first);
  await drags(page, 'Move 1.1', 'Move 1.3');
  await expect.poll(() => lines(page)).toEqual([first, third, second, ...rest]);

  await page.getByText('Saved', { exact: false }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('[data-saved="pending"]') === null);
  await page.waitForTimeout(600); // a pause of typing
  await tablet.close();
  tablet = await openTablet(profile);
  ({ page } = tablet);
  leader = new Leader(page, served.address);
  await leader.opens('/roadmaps');
  await page.getByRole('link', { name: /^Go on with the draft/ }).click();
  await page.getByRole('region', { name: 'Phases' }).getByRole('button', { name: /^1 Kickoff/ }).click();
  expect(await lines(page)).toEqual([first, third, second, ...rest]);
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await page.getByText('Version 1 is published.', { exact: false }).waitFor();
  await page.getByRole('button', { name: /^Use for new meetings/ }).click();
  await expect.poll(() => page.getByText('Used for new meetings').count()).toBe(1);

  const newer = await leader.plans({ code: 'NEW-1', conditions: ['Foster care'] });
  await leader.opens(`${newer}/run`);
  await leader.row('Everyone says who they are').waitFor();
  await leader.opens(`${older}/run`);
  await page.getByRole('heading', { name: 'Kickoff' }).waitFor();
  expect(await leader.row('Everyone says who they are').count()).toBe(0);
  expect(tablet.complaints).toEqual([]);
});
