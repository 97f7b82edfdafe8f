/** A whole meeting, planned to summary, in a room without Wi-Fi, with a restart in the middle. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '../support/browser.ts';
import { Leader } from '../support/leader.ts';
import { serve, type Served } from '../support/serve.ts';

let profile: string;
let served: Served;
let tablet: Tablet;

beforeEach(async () => {
  profile = newProfile();
  served = await serve('dist');
  tablet = await openTablet(profile);
});

afterEach(async () => {
  await tablet.close();
  await served.stop();
  dropProfile(profile);
});

it('comes out of a room without Wi-Fi with an observation summary', async () => {
  const { address } = served;
  let leader = new Leader(tablet.page, address);
  await leader.meetsTheApp();
  await leader.page.getByText('Ready for rooms without Wi-Fi').waitFor({ timeout: 30_000 });

  await served.stop();
  const meeting = await leader.plans({ code: 'R-14', team: 'Grade 3 team', room: '112', conditions: ['English learner'] });
  await leader.opens(`${meeting}/before`);
  await leader.marks('Notice sent early enough to attend', 'Yes');
  await leader.seesSaved();
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  await leader.marks('Everyone introduced by name and job', 'Yes');
  await leader.marks('Purpose and today’s decisions stated', 'Partly');
  await leader.turnsTo('Strengths and family voice');
  await leader.notes('He reads to his little sister every night.', 'Family’s words');
  await leader.notes('A thought of mine, for this tablet only', 'Device only');
  await leader.hears('Family');
  await leader.seesSaved();

  await tablet.close();
  tablet = await openTablet(profile);
  leader = new Leader(tablet.page, address);
  await leader.opens(`${meeting}/run`);
  await leader.page.getByRole('heading', { name: 'Strengths and family voice' }).waitFor();
  expect(await leader.page.getByRole('button', { name: 'Family', exact: true }).getAttribute('aria-pressed')).toBe('true');
  await leader.turnsTo('Kickoff');
  expect(await leader.answerOf('Purpose and today’s decisions stated')).toBe('Partly');

  await leader.turnsTo('Present levels and impact');
  await leader.marks('Impact of disability stated clearly', 'Not yet');
  await leader.marks('Language needs weighed with disability', 'Not yet');
  await leader.notes('Scores were drawn as a picture.', 'Strength');
  await leader.endsTheMeeting();

  await leader.opens(`${meeting}/after?step=reflection`);
  await leader.page.getByRole('button', { name: /^Add to strengths.*drawn as a picture/i }).first().click();
  await leader.opens(`${meeting}/after?step=finish`);
  await leader.page.getByRole('button', { name: /^Finish/ }).click();
  await leader.page.waitForURL(/\/summary/);
  const page = leader.page.getByRole('article', { name: 'The summary' });
  await page.waitFor();
  const text = await page.innerText();
  expect(text).toContain('He reads to his little sister every night.');
  expect(text).toContain('Scores were drawn as a picture.');
  expect(text).not.toContain('A thought of mine');
  expect(tablet.complaints.filter((line) => !/ERR_CONNECTION_REFUSED|Failed to load resource/.test(line))).toEqual([]);
});
