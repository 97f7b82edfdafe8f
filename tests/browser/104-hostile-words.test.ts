/** Long text and markup in every field: kept, shown as text, and nothing else happens. */
import { expect, it } from 'vitest';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>{{7*7}} \u202Ertl\u202C &amp; "quoted"';

it('keeps 100,000 characters of a note', async () => {
  const { leader } = await app.arrives();
  const meeting = await leader.plans();
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  const long = 'word '.repeat(20_000).trim();
  await leader.notes(long);
  await leader.seesSaved();
  await leader.opens(`${meeting}/after?step=reflection`);
  await leader.page.getByText('word word').first().waitFor();
  const kept = await leader.page.locator('main').evaluate((main) => (main.textContent.match(/word/g) ?? []).length);
  expect(kept).toBeGreaterThanOrEqual(20_000);
});

it('takes markup for words in every text field of a plan and in notes', async () => {
  const { leader, tablet } = await app.arrives();
  const meeting = await leader.plans({ code: markup, team: markup, school: markup, room: markup });
  await leader.opens(`${meeting}/plan`);
  for (const label of ['Student code', 'Team', 'School', 'Room']) {
    expect(await leader.page.getByLabel(label, { exact: true }).inputValue()).toBe(markup);
  }
  await leader.sitsIn(meeting);
  await leader.notes(markup, 'Growth');
  await leader.seesSaved();
  await leader.opens('/');
  await leader.opens(`${meeting}/summary`);
  await leader.page.waitForTimeout(500);
  expect(await leader.page.title()).not.toMatch(/^[12]$/);
  expect(await leader.page.locator('main img[src="x"]').count()).toBe(0);
  expect(tablet.complaints).toEqual([]);
});

it('keeps more than a field holds on screen and says so', async () => {
  const { leader } = await app.arrives();
  await leader.plans();
  const field = leader.page.getByLabel('Team', { exact: true });
  await field.fill('x'.repeat(10_000));
  await field.blur();
  expect((await field.inputValue()).length).toBe(10_000);
  await leader.page.getByText(/2,000/).first().waitFor();
});

it('answers an address of no meeting in words', async () => {
  const { leader } = await app.arrives();
  for (const path of ['/meeting/00000000-0000-4000-8000-000000000000/run', '/meeting/%3Cscript%3E/run', '/nowhere']) {
    await leader.opens(path);
    await leader.page.getByText(/not (on this tablet|here)/i).first().waitFor();
    await leader.page.getByRole('link', { name: /meetings/i }).first().waitFor();
  }
});
