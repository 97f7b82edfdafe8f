/** Patterns in the whole app: from finished meetings, beside the page, without a network. */
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { findings, measures } from '../support/accessible.ts';
import { recordFrom } from '../support/pattern-record.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const sizes = [{ width: 1180, height: 820 }, { width: 390, height: 844 }] as const;

/** A zip of finished meetings in which families are seldom heard. */
function zipOfMeetings(): string {
  const files = Array.from({ length: 14 }, (_, n) => {
    const record = recordFrom({
      n: 150 + n * 9, code: `R-${String(n + 1).padStart(2, '0')}`, school: n % 2 === 0 ? 'Mesa' : 'Hill', team: 'Grade 3', type: n % 3 === 0 ? 'transition' : 'annual',
      marks: {
        'intros-with-roles': n % 4 === 0 ? 'yes' : 'no', 'purpose-stated': 'yes', 'facilitator-evident': n % 2 === 0 ? 'yes' : 'partly',
        'family-speaks-first': n % 5 === 0 ? 'yes' : 'no', 'strengths-named': 'yes', 'notice-sent-early': n === 3 ? 'no' : 'yes',
      },
      talk: { mode: 'pulse', counts: { 'case-manager': 40, family: 9 + (n % 3), 'gen-ed': 6, student: 1 } },
      tasks: [{ dueOn: '2026-10-01', doneOn: n % 2 === 0 ? '2026-09-30' : '2026-10-09' }],
    });
    return [`${String(n)}.json`, strToU8(JSON.stringify(record))] as const;
  });
  const path = join(mkdtempSync(join(tmpdir(), 'qc-patterns-')), 'records.zip');
  writeFileSync(path, zipSync(Object.fromEntries(files)));
  return path;
}

it('shows what repeats, traces each figure, and works with the server stopped', async () => {
  const { leader } = await app.arrives();
  const { page } = leader;
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await leader.previewsFile(zipOfMeetings());
  await page.getByRole('button', { name: 'Add to this tablet' }).click();
  await page.getByText(/on this tablet now/).waitFor();

  const worker = page.waitForEvent('worker', (one) => one.url().includes('patterns.worker'));
  await leader.opens('/patterns');
  await worker;
  await page.getByRole('heading', { name: /is seldom seen|is often/ }).first().waitFor();
  await page.getByText(/^14.finished meetings/).waitFor();
  await page.getByRole('button', { name: /^Kickoff, R-14/ }).click();
  await page.getByText(/^Everyone introduced by name and job: /).first().waitFor();
  await page.getByRole('combobox', { name: 'Type' }).selectOption({ index: 1 });
  await page.getByText(/^14.finished meetings/).waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Type' }).selectOption({ index: 0 });
  await page.getByText(/^14.finished meetings/).waitFor();

  const said: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    said.push(...(await findings(leader)), ...(await measures(leader)));
  }
  expect(said).toEqual([]);
  expect(page.url()).toMatch(/\/patterns$/); // no school or team in the history

  await app.served().stop();
  await page.reload();
  await page.getByText(/^14.finished meetings/).waitFor();
  expect(errors).toEqual([]);
});
