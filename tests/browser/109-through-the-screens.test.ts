/** The screens of one meeting, gone through by taps and the back button: each goes on with the same meeting. */
import { expect, it } from 'vitest';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const today = (): string => new Date().toLocaleDateString('en-CA', { timeZone: 'America/Phoenix' });

it('answers the thread after a tap on it, and goes on after the back button', async () => {
  const { leader } = await app.arrives();
  const { page } = leader;
  const meeting = await leader.plans();
  await leader.sitsIn(meeting);
  await page.getByRole('link', { name: 'Alignment thread' }).first().click();
  await page.getByRole('button', { name: /data: not reached/i }).click();
  await page.getByRole('radio', { name: 'Not yet' }).click();
  await page.getByRole('button', { name: /data: Not yet/i }).waitFor();
  await page.getByRole('link', { name: /^Back to phase/ }).click();
  await leader.marks('Everyone introduced by name and job', 'Yes');
  expect(await leader.answerOf('Everyone introduced by name and job')).toBe('Yes');
  await leader.endsTheMeeting();
  await page.goBack();
  await page.getByRole('button', { name: 'Go on with the meeting' }).click();
  await page.locator('[data-elapsed]').waitFor();
});

it('begins by a tap on Begin, and never by an address or a reload', async () => {
  const { leader } = await app.arrives();
  const { page } = leader;
  const meeting = await leader.plans({ code: 'K-07' });
  await leader.fills('Date', today());
  await leader.opens(`${meeting}/before`);
  for (const group of await page.getByRole('radiogroup').all()) await group.getByRole('radio', { name: 'Yes', exact: true }).click();
  await leader.seesSaved();
  await leader.opens(`${meeting}/run`);
  await page.getByRole('button', { name: 'Start the clock' }).first().waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Start the clock' }).first().waitFor();
  await leader.opens('/');
  await page.getByRole('link', { name: 'Begin K-07' }).click();
  await page.locator('[data-elapsed]').waitFor();
  await page.getByText(/^0 of 5 min here$/).waitFor();
});
