/** The lock by itself: after the minutes, in every tab, never over a meeting where the veil was chosen. */
import { expect, it } from 'vitest';
import { Leader } from '../support/leader.ts';
import { Locksmith } from '../support/locksmith.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

it('locks when nobody has touched it, and not while somebody does', async () => {
  const { leader } = await app.arrives();
  await leader.plans({ code: 'R-14' });
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await leader.page.clock.install();
  await leader.opens('/tablet');
  await smith.opensIt();
  await leader.page.getByRole('radio', { name: '2 min' }).check({ force: true });
  await leader.page.clock.runFor(100_000);
  await leader.page.mouse.move(300, 300);
  await leader.page.mouse.move(310, 310);
  await leader.page.clock.runFor(100_000);
  await leader.page.getByRole('heading', { name: 'This tablet', exact: true }).waitFor();
  await leader.page.clock.runFor(30_000);
  await smith.seesItLocked();
  await smith.opensIt();
  await leader.page.getByRole('heading', { name: 'This tablet', exact: true }).waitFor();
});

it('lets the veil come over a running meeting, and keeps every tick and word', async () => {
  const { leader } = await app.arrives();
  const meeting = await leader.plans({ code: 'R-14' });
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await leader.page.clock.install();
  await leader.opens(`${meeting}/run`);
  await smith.opensIt();
  await leader.rail().waitFor();
  await leader.page.getByRole('button', { name: 'Start the clock' }).first().click();
  await leader.turnsTo('Kickoff');
  await leader.marks('Everyone introduced by name and job', 'Partly');
  await leader.jot().fill('The chair wait');
  await leader.page.clock.runFor(330_000);
  const veil = leader.page.getByRole('button', { name: 'Agenda' });
  await veil.waitFor();
  expect(await leader.page.getByRole('heading', { name: 'Locked' }).count()).toBe(0);
  await veil.click();
  await smith.seesItLocked();
  await smith.opensIt();
  await leader.page.getByRole('heading', { name: 'Kickoff' }).waitFor();
  await expect.poll(() => leader.answerOf('Everyone introduced by name and job')).toBe('Partly');
  await expect.poll(() => leader.jot().inputValue()).toBe('The chair wait');
});

it('locks a meeting where that was chosen, with the tick of the last moment stored', async () => {
  const { leader } = await app.arrives();
  const meeting = await leader.plans({ code: 'R-14' });
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await leader.page.getByRole('radio', { name: 'The lock' }).check({ force: true });
  await leader.page.clock.install();
  await leader.opens(`${meeting}/run`);
  await smith.opensIt();
  await leader.rail().waitFor();
  await leader.turnsTo('Kickoff');
  await leader.marks('Everyone introduced by name and job', 'Not yet');
  await leader.page.clock.runFor(330_000);
  await smith.seesItLocked();
  await smith.opensIt();
  await expect.poll(() => leader.answerOf('Everyone introduced by name and job')).toBe('Not yet');
});

it('does not let a forgotten tab lock the one that is being used', async () => {
  const { leader, tablet } = await app.arrives();
  await leader.plans({ code: 'R-14' });
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await tablet.context.clock.install();
  await leader.opens('/tablet');
  await smith.opensIt();
  await leader.page.getByRole('radio', { name: '2 min' }).check({ force: true });
  const forgotten = new Leader(await tablet.context.newPage(), leader.address);
  await forgotten.opens('/');
  await new Locksmith(forgotten).opensIt();
  await leader.page.bringToFront();
  for (let round = 0; round < 3; round += 1) {
    await tablet.context.clock.runFor(90_000);
    await leader.page.keyboard.press('Shift');
  }
  expect(await forgotten.page.getByRole('heading', { name: 'Locked' }).count()).toBe(0);
  await tablet.context.clock.runFor(150_000);
  await smith.seesItLocked();
  await new Locksmith(forgotten).seesItLocked();
});
