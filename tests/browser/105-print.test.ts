/** The printed summary, by Chromium's own print: one page of Letter and of A4, real text, in order. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemTool } from '../support/chromium.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const folder = mkdtempSync(join(tmpdir(), 'qc-print-'));
const pdfinfo = systemTool('pdfinfo', 'poppler-utils');
const pdftotext = systemTool('pdftotext', 'poppler-utils');
const pdffonts = systemTool('pdffonts', 'poppler-utils');
const run = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8' });

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each([['Letter', '612'], ['A4', '595']] as const)('the sample summary on %s', (format, size) => {
  it('is one page of selectable text with embedded fonts, in reading order', async () => {
    const { leader } = await app.arrives();
    await leader.opens(`${await leader.loadsTheSample()}/summary`);
    await leader.page.getByRole('article', { name: 'The summary' }).waitFor();
    const file = join(folder, `${format}.pdf`);
    writeFileSync(file, await leader.page.pdf({ format, tagged: true, printBackground: true }));
    const facts = run(pdfinfo, file);
    expect(facts).toMatch(/Pages:\s+1\n/);
    expect(facts).toMatch(new RegExp(`Page size:\\s+${size}[.\\d]* x`));
    expect(facts).toMatch(/Tagged:\s+yes/);
    const text = run(pdftotext, '-layout', file, '-');
    const order = ['Observation summary', 'Sample', 'Strengths', 'What was seen', 'Next steps'].map((words) => text.indexOf(words));
    expect(order.every((at) => at >= 0), text).toBe(true);
    expect([order[0], order[2], order[3], order[4]]).toEqual([order[0], order[2], order[3], order[4]].toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(text).not.toMatch(/Print|Save the|This tablet|Roadmaps/);
    const fonts = run(pdffonts, file).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter((line) => !/\syes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.test(line))).toEqual([]);

    await leader.choosesForm('PDF');
    if (format === 'A4') await leader.page.getByText('A4', { exact: true }).click();
    const saved = await leader.saves('the PDF', folder);
    expect(run(pdfinfo, saved)).toMatch(new RegExp(`Pages:\\s+1\n[^]*Page size:\\s+${size}[.\\d]* x`));
    // The print shortens a goal that does not fit beside its thread.
    const words = (path: string): string[] => run(pdftotext, '-raw', path, '-').split(/\s+/u).filter((word) => !word.endsWith('…')).sort();
    const there = words(saved);
    expect(words(file).filter((word) => !there.includes(word))).toEqual([]);
  });
});

it('flows a long meeting to a second page that begins with what was seen', async () => {
  const { leader } = await app.arrives();
  const meeting = await leader.plans();
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  for (let count = 0; count < 12; count += 1) await leader.notes(`Strength ${String(count)}: the team waited for the family and wrote the answer down where all could see it.`, 'Strength');
  for (let count = 0; count < 3; count += 1) await leader.notes(`The family said thing number ${String(count)}, and it was written down.`, 'Family’s words');
  await leader.opens(`${meeting}/after?step=reflection`);
  for (let count = 0; count < 12; count += 1) await leader.page.getByRole('button', { name: /^Add to strengths/ }).first().click();
  await leader.opens(`${meeting}/summary`);
  await leader.page.locator('article[data-pages="more"]').waitFor();
  const file = join(folder, 'long.pdf');
  writeFileSync(file, await leader.page.pdf({ format: 'Letter', printBackground: true }));
  expect(run(pdfinfo, file)).toMatch(/Pages:\s+2\n/);
  expect(run(pdftotext, '-f', '2', '-l', '2', file, '-').trim()).toMatch(/^What was seen/);
});
