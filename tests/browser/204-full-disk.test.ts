/** The disk is full: the value stays, the leader is told quietly, and it lands when there is room. */
import { expect, it } from 'vitest';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

it('holds what cannot be stored, loses nothing earlier, and stores it once there is room', async () => {
  const { leader, tablet } = await app.arrives();
  const meeting = await leader.plans();
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  await leader.marks('Everyone introduced by name and job', 'Yes');
  await leader.seesSaved();

  const devtools = await tablet.context.newCDPSession(leader.page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: leader.address, quotaSize: 1 });
  await leader.marks("Purpose and today's decisions stated", 'Partly');
  const line = leader.page.getByRole('button', { name: /1 held, not yet stored/ });
  await line.waitFor();
  expect(await leader.answerOf("Purpose and today's decisions stated")).toBe('Partly');
  expect(await leader.cell("Purpose and today's decisions stated", 'Partly').getAttribute('data-held')).not.toBeNull();
  await line.click();
  const strip = leader.page.getByText(/export|Save the record/i).first();
  await strip.waitFor();
  const words = await leader.page.locator('body').innerText();
  expect(words).not.toMatch(/\b(fail|failed|error|alert|warning|wrong)\b/i);

  await devtools.send('Storage.overrideQuotaForOrigin', { origin: leader.address });
  await leader.seesSaved();
  await expect.poll(() => leader.cell("Purpose and today's decisions stated", 'Partly').getAttribute('data-held')).toBeNull();
  await leader.page.reload();
  await leader.page.getByRole('radiogroup').first().waitFor();
  expect(await leader.answerOf('Everyone introduced by name and job')).toBe('Yes');
  expect(await leader.answerOf("Purpose and today's decisions stated")).toBe('Partly');
});
