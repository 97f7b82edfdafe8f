/** The lock's sheet and its part of This tablet, in three sizes, paper and dim; the recovery sheet fits one page. */
import { expect, it } from 'vitest';
import { findings, measures } from '../support/accessible.ts';
import { sizes, type Size } from '../support/browser.ts';
import { Locksmith, passphrase } from '../support/locksmith.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

const looks = [['landscape', 'paper', 'all'], ['portrait', 'dim', 'some'], ['phone', 'paper', 'some'], ['phone', 'dim', 'all']] as const satisfies readonly (readonly [Size, 'paper' | 'dim', 'all' | 'some'])[];

it('holds in every look while a lock is set, locked, and opened', async () => {
  const { leader, tablet } = await app.arrives();
  const { page } = leader;
  const smith = new Locksmith(leader);
  const said: string[] = [];
  const look = async (where: string): Promise<void> => {
    for (const [size, theme, rules] of looks) {
      await page.setViewportSize(sizes[size]);
      await leader.shows(theme);
      for (const one of [...(await findings(leader, rules)), ...(await measures(leader))]) said.push(`${where}, ${size} on ${theme}: ${one}`);
    }
    await page.setViewportSize(sizes.landscape);
  };

  await leader.opens('/welcome');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Set a lock' }).click();
  await look('first run');
  await leader.opens('/tablet');
  await page.getByRole('button', { name: 'Set a lock' }).click();
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('The same once more').fill('river');
  await page.getByRole('button', { name: 'Set the lock' }).click();
  await look('two that differ');
  await page.getByLabel('The same once more').fill(passphrase);
  await page.getByRole('button', { name: 'Set the lock' }).click();
  await page.getByText('The lock is on. From the next start on').waitFor();
  await page.getByRole('button', { name: 'Write it down by hand' }).click();
  await look('the key');
  await page.getByRole('button', { name: 'I have it on paper' }).click();
  await page.getByRole('radio', { name: '10 tries' }).check({ force: true });
  await look('the second question');
  await page.getByRole('button', { name: 'Change' }).click();
  await look('the secret asked for');
  await smith.locksNow();
  await look('locked');
  await smith.types('something else');
  await page.getByText('That does not open it.').waitFor();
  await look('not opened');
  await page.getByRole('button', { name: 'I have the recovery sheet' }).click();
  await look('recovery');
  expect(said).toEqual([]);
  expect(tablet.complaints).toEqual([]);
}, 240_000);

it('prints the recovery sheet on one page of Letter and of A4, with nothing else on it', async () => {
  const { leader } = await app.arrives();
  await leader.plans({ code: 'R-14' });
  await leader.opens('/tablet');
  await leader.page.getByRole('button', { name: 'Set a lock' }).click();
  await leader.page.getByLabel('New passphrase').fill(passphrase);
  await leader.page.getByLabel('The same once more').fill(passphrase);
  await leader.page.getByRole('button', { name: 'Set the lock' }).click();
  await leader.page.getByText('The lock is on. From the next start on').waitFor();
  for (const format of ['Letter', 'A4']) {
    const pdf = await leader.page.pdf({ format, preferCSSPageSize: false });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
  }
  await leader.page.emulateMedia({ media: 'print' });
  const shown = await leader.page.locator('body').innerText();
  expect(shown).toMatch(/Recovery sheet[\s\S]*The key[\s\S]*To open with it/);
  expect(shown).not.toMatch(/This tablet\n|Stored here|Set a lock/);
});
