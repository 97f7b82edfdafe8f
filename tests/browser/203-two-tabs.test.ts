/** Two tabs of one browser show the same meeting and never lose each other's writes. */
import { expect, it } from 'vitest';
import { Leader } from '../support/leader.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

it("shows each other's ticks and notes, and undoes them from either tab", async () => {
  const { leader, tablet } = await app.arrives();
  const meeting = await leader.plans();
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  const other = new Leader(await tablet.context.newPage(), leader.address);
  await other.opens(`${meeting}/run`);
  await other.page.getByRole('heading', { name: 'Kickoff' }).waitFor();

  await leader.marks('Everyone introduced by name and job', 'Yes');
  await expect.poll(() => other.answerOf('Everyone introduced by name and job')).toBe('Yes');
  await other.marks('Everyone introduced by name and job', 'Not yet');
  await other.marks('One facilitator guides; jobs are visible', 'Partly');
  await expect.poll(() => leader.answerOf('Everyone introduced by name and job')).toBe('Not yet');
  await expect.poll(() => leader.answerOf('One facilitator guides; jobs are visible')).toBe('Partly');

  await leader.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => other.answerOf('One facilitator guides; jobs are visible')).toBeNull();
  await other.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => leader.answerOf('Everyone introduced by name and job')).toBe('Yes');
});
