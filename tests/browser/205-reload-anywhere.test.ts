/** Every address opens by itself with the server gone; the draft and the place are kept. */
import { expect, it } from 'vitest';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

it('opens each address with no server, and brings back the half-written note', async () => {
  const { leader } = await app.arrives();
  await leader.page.getByText('Ready for rooms without Wi-Fi').waitFor({ timeout: 30_000 });
  const meeting = await leader.plans({ code: 'T-31' });
  await leader.sitsIn(meeting);
  await leader.turnsTo('Goals');
  await leader.jot().fill('Half a sentence about');
  await leader.page.waitForTimeout(700);
  await app.served().stop();

  for (const path of ['/', '/plan', '/roadmaps', '/tablet', `${meeting}/plan`, `${meeting}/before`, `${meeting}/thread`, `${meeting}/after?step=finish`, `${meeting}/summary`]) {
    await leader.opens(path);
    await leader.page.locator('h1, h2').first().waitFor();
    expect(await leader.page.locator('main').innerText(), path).not.toMatch(/this address|does not load/i);
  }
  await leader.opens(`${meeting}/run`);
  await leader.page.getByRole('heading', { name: 'Goals' }).waitFor();
  await expect.poll(() => leader.jot().inputValue()).toBe('Half a sentence about');
});
