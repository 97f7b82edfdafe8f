/** The raw files of the browser's profile hold none of a meeting's words. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet } from '../support/browser.ts';
import { Leader } from '../support/leader.ts';
import { serve, type Served } from '../support/serve.ts';
import { wordsOnDisk } from '../support/words-on-disk.ts';

let served: Served;
const profile = newProfile();

beforeAll(async () => {
  served = await serve('dist');
});

afterAll(async () => {
  await served.stop();
  dropProfile(profile);
});

it('finds no word of a meeting on the disk', async () => {
  const tablet = await openTablet(profile);
  const leader = new Leader(tablet.page, served.address);
  await leader.meetsTheApp();
  const meeting = await leader.plans({ code: 'ZEBRA-41', team: 'Quokkateam', school: 'Marmotschool', room: 'Okapiroom' });
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  await leader.marks('Everyone introduced by name and job', 'Partly');
  await leader.marks('Purpose and today’s decisions stated', 'Not yet');
  await leader.notes('Narwhalnote was said aloud', 'Strength');
  await leader.notes('Axolotlsecret stays here', 'Device only');
  await leader.jot().fill('Wombatdraft half writ');
  await leader.seesSaved();
  await leader.page.waitForTimeout(800);
  await leader.endsTheMeeting();
  await leader.opens(`${meeting}/after?step=finish`);
  await leader.page.getByRole('button', { name: /^Finish/ }).click();
  await leader.page.waitForURL(/\/summary/);
  await tablet.close();

  // Words of the meeting; the roadmap's own words are in the app's files and prove nothing.
  const words = ['ZEBRA-41', 'Quokkateam', 'Marmotschool', 'Okapiroom', 'Narwhalnote', 'Axolotlsecret', 'Wombatdraft', 'mark:intros-with-roles', '"answer":"partly"'];
  expect(wordsOnDisk(profile, words)).toEqual([]);
  // That the search can find anything is shown by a word that has to be there.
  expect(wordsOnDisk(profile, ['quiet-checkpoint']).length).toBeGreaterThan(0);
});
