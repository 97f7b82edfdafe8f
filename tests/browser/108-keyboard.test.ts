/** A meeting by keyboard alone. */
import { expect, it } from 'vitest';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

it('is walked through without a finger on the screen', async () => {
  const { leader } = await app.arrives();
  const meeting = await leader.plans();
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  const { keyboard } = leader.page;
  await keyboard.press('ArrowDown');
  await keyboard.press('1');
  await keyboard.press('ArrowDown');
  await keyboard.press('3');
  await expect.poll(() => leader.answerOf('Purpose and today’s decisions stated')).toBe('Not yet');
  await keyboard.press('u');
  await expect.poll(() => leader.answerOf('Purpose and today’s decisions stated')).toBeNull();
  await keyboard.press('Control+Shift+Z');
  await expect.poll(() => leader.answerOf('Purpose and today’s decisions stated')).toBe('Not yet');

  await keyboard.press('n');
  await expect.poll(() => leader.page.evaluate(() => document.activeElement?.className)).toContain('jot');
  await keyboard.type('Typed, 1 2 3 v [ ] and all');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await leader.page.getByText('Typed, 1 2 3 v [ ] and all').first().waitFor();

  await keyboard.press(']');
  await leader.page.getByRole('heading', { name: 'Strengths and family voice' }).waitFor();
  await keyboard.press('[');
  await leader.page.getByRole('heading', { name: 'Kickoff' }).waitFor();
  await keyboard.press('?');
  await leader.page.getByText('from item to item').waitFor();
  await keyboard.press('Escape');
  await keyboard.press('v');
  await expect.poll(() => leader.rail().isVisible()).toBe(false);
  await keyboard.press('v');
  await leader.rail().waitFor();
});
