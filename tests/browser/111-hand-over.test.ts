/** Handing over with the server gone: files that begin as their form does, sharing, many at once. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { manyRecords, zipOfRecords } from '../support/many-records.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const folder = mkdtempSync(join(tmpdir(), 'qc-hand-over-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const begins = (file: string, signs: number): string => readFileSync(file).subarray(0, signs).toString('latin1');

it('leaves in every form, shared or saved, one or many, without a network', async () => {
  const { leader, tablet } = await app.arrives();
  const { page } = leader;
  const zip = join(folder, 'many.zip');
  writeFileSync(zip, zipOfRecords(manyRecords(30, Date.now())));
  await leader.importsFile(zip);
  await leader.opens('/');
  await page.getByText('Ready for rooms without Wi-Fi').waitFor({ timeout: 30_000 });
  await app.served().stop();

  await leader.opens(`/meeting/${manyRecords(1, Date.now())[0]?.meeting ?? ''}/summary`);
  for (const [form, what, signs] of [['PDF', 'the PDF', '%PDF-1.'], ['Word', 'the Word file', 'PK\u0003\u0004'], ['Workbook', 'the workbook', 'PK\u0003\u0004'], ['Calendar', 'the calendar file', 'BEGIN:VCALENDAR'], ['Tables', 'the tables', 'PK\u0003\u0004']] as const) {
    await leader.choosesForm(form);
    expect(begins(await leader.saves(what, folder), signs.length)).toBe(signs);
  }

  await page.evaluate(() => {
    Object.assign(window, { handed: [] });
    Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => true });
    Object.defineProperty(navigator, 'share', { configurable: true, value: (given: ShareData) => {
      const inTap = navigator.userActivation.isActive;
      (window as unknown as { handed: string[] }).handed.push(`${given.files?.[0]?.name ?? ''} ${String(inTap)}`);
      return Promise.resolve();
    } });
  });
  await leader.choosesForm('Record'); // what can be shared is asked when a form is chosen
  await leader.choosesForm('Tables');
  await page.getByRole('button', { name: 'Make the tables' }).click();
  await page.getByRole('button', { name: 'Share it' }).click();
  await page.getByText('Shared as observation-tables-de-identified.zip').waitFor();
  expect(await page.evaluate(() => (window as unknown as { handed: string[] }).handed)).toEqual(['observation-tables-de-identified.zip true']);

  await leader.opens('/export');
  await page.getByRole('heading', { name: /30.meetings chosen/ }).waitFor();
  const [book] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make the workbook' }).click()]);
  expect(book.suggestedFilename()).toBe('observation-workbook-de-identified.xlsx');
  const identity = await generateIdentity();
  await page.getByLabel('School').selectOption({ label: 'Mesa Verde' });
  await leader.choosesForm('PDF');
  await leader.choosesForm('One reader');
  await page.getByLabel('The reader’s public key').fill(await identityToRecipient(identity));
  const [sealedZip] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make a zip of PDFs' }).click()]);
  const sealedFile = join(folder, sealedZip.suggestedFilename());
  await sealedZip.saveAs(sealedFile);
  const opener = new Decrypter();
  opener.addIdentity(identity);
  const pages = unzipSync(await opener.decrypt(readFileSync(sealedFile)));
  expect([sealedZip.suggestedFilename(), Object.keys(pages).filter((name) => name.endsWith('.pdf')).length]).toEqual(['observation-summary-de-identified.zip.age', 10]);
  await page.getByLabel('School').selectOption({ label: 'All schools' });
  await leader.choosesForm('Not sealed');
  await leader.choosesForm('Record');
  await page.getByLabel('What it is for').fill('moved to another tablet');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make a zip of records' }).click()]);
  const many = join(folder, download.suggestedFilename());
  await download.saveAs(many);
  expect(Object.keys(unzipSync(readFileSync(many))).filter((name) => name.endsWith('-1.json'))).toHaveLength(30);

  await leader.opens('/tablet/log');
  await page.getByRole('row', { name: /Record.*30.meetings, “moved to another tablet”/ }).waitFor();
  expect(tablet.complaints).toEqual([]);
}, 90_000);
