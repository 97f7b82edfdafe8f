/** The disk is full: the value stays, the leader is told quietly, and it lands when there is room. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '../support/browser.ts';
import { Leader } from '../support/leader.ts';
import { serve, type Served } from '../support/serve.ts';

const earlier = 'Everyone introduced by name and job';
const later = 'Purpose and today’s decisions stated';
const profile = newProfile();
let served: Served;
let tablet: Tablet;

beforeAll(async () => {
  served = await serve('dist');
});

afterEach(() => tablet.close());

afterAll(async () => {
  await served.stop();
  dropProfile(profile);
});

it('holds what cannot be stored, loses nothing earlier, and stores it once there is room', async () => {
  tablet = await openTablet(profile);
  const planner = new Leader(tablet.page, served.address);
  await planner.meetsTheApp();
  const meeting = await planner.plans();
  await planner.sitsIn(meeting);
  await planner.turnsTo('Kickoff');
  await planner.marks(earlier, 'Yes');
  await planner.seesSaved();
  await tablet.close();

  // A new start: while a database is open the browser remembers how much room it has.
  tablet = await openTablet(profile);
  const watcher = await tablet.context.newPage();
  await watcher.goto(`${served.address}/robots.txt`);
  const devtools = await tablet.context.newCDPSession(watcher);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: served.address, quotaSize: 1 });
  const leader = new Leader(tablet.page, served.address);
  await leader.opens(`${meeting}/run`);
  await leader.page.getByRole('heading', { name: 'Kickoff' }).waitFor();
  await leader.marks(later, 'Partly');
  const line = leader.page.getByRole('button', { name: /\d held, not yet stored/ });
  await line.waitFor();
  expect(await leader.answerOf(later)).toBe('Partly');
  expect(await leader.cell(later, 'Partly').getAttribute('data-held')).not.toBeNull();
  await line.click();
  expect(await leader.page.locator('body').innerText()).not.toMatch(/\b(fail|failed|error|alert|warning|wrong)\b/i);

  const file = await Promise.all([leader.page.waitForEvent('download'), leader.page.getByRole('button', { name: 'Keep a copy now' }).click()]);
  expect(await file[0].path()).toBeTruthy();

  await devtools.send('Storage.overrideQuotaForOrigin', { origin: served.address });
  await leader.seesSaved();
  expect(await leader.cell(later, 'Partly').getAttribute('data-held')).toBeNull();
  await leader.page.reload();
  await leader.page.getByRole('radiogroup').first().waitFor();
  expect(await leader.answerOf(earlier)).toBe('Yes');
  expect(await leader.answerOf(later)).toBe('Partly');
});
