/**
 * Ticks and notes in random order, the browser killed at a random moment, twenty rounds:
 * all that the screen had shown as saved is there after the restart, at the same place.
 *
 * The page reports what stands on it after each act, and whether its own sign says saved.
 * After the restart an item must show what it showed at the last saved report, or what a
 * later act (which may have reached the disk before the screen said so) made of it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '../support/browser.ts';
import { Leader } from '../support/leader.ts';
import { serve, type Served } from '../support/serve.ts';

const rounds = 20;
const seed = Number(process.env['SEED'] ?? 20_261_124);
let served: Served;
let profile: string;

beforeAll(async () => {
  served = await serve('dist');
  profile = newProfile();
});

afterAll(async () => {
  await served.stop();
  dropProfile(profile);
});

type Marks = Record<string, string>;
interface Report {
  readonly marks: Marks;
  /** Texts of notes made so far in this round. */
  readonly notes: readonly string[];
  readonly saved: boolean;
}

/** Runs in the page: taps and notes without pause. */
function busyHands({ seed: from, prefix }: { seed: number; prefix: string }): void {
  let state = from;
  const roll = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const notes: string[] = [];
  // Waited for: a busy machine must not leave more than the last act unreported.
  const tell = async (): Promise<void> => {
    const marks = [...document.querySelectorAll('[role="radiogroup"]')].map((row): [string, string] => [
      row.getAttribute('aria-label') ?? '', row.querySelector('[role="radio"][aria-checked="true"]')?.textContent.trim() ?? '',
    ]);
    const saved = document.querySelector('[data-saved]')?.getAttribute('data-saved') === 'saved';
    await (window as unknown as { told: (report: unknown) => Promise<void> }).told({ marks: Object.fromEntries(marks), notes: [...notes], saved });
  };
  const jot = (text: string): void => {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>('.jot');
    if (!field) return;
    const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    notes.push(text);
  };
  const go = async (): Promise<void> => {
    for (let step = 0; step < 200; step += 1) {
      const cells = document.querySelectorAll<HTMLElement>('[role="radio"]');
      if (roll(5) === 0) jot(`${prefix} ${String(step)}.`);
      else cells[roll(cells.length)]?.click();
      await wait(0);
      await tell();
      await wait(roll(25));
      await tell();
    }
  };
  void go();
}

/** Opens the meeting at the place where it was left, without saying where that was. */
async function returns(tablet: Tablet, meeting: string): Promise<Leader> {
  const leader = new Leader(tablet.page, served.address);
  await leader.opens(`${meeting}/run`);
  await leader.page.getByRole('heading', { name: 'Kickoff' }).waitFor();
  await leader.page.getByRole('radiogroup').first().waitFor();
  return leader;
}

const marksShown = (leader: Leader): Promise<Marks> =>
  leader.page.evaluate(() =>
    Object.fromEntries([...document.querySelectorAll('[role="radiogroup"]')].map((row) => [
      row.getAttribute('aria-label') ?? '', row.querySelector('[role="radio"][aria-checked="true"]')?.textContent.trim() ?? '',
    ])),
  );

/** The labels whose answer after the restart is neither what was called saved nor what came after it. */
function lost(reports: readonly Report[], now: Marks): string[] {
  const at = reports.findLastIndex(({ saved }) => saved);
  const since = reports.slice(at);
  return Object.keys(since[0]?.marks ?? {}).filter((label) => !since.some(({ marks }) => marks[label] === now[label]));
}

it(`keeps what it called saved, ${String(rounds)} times killed`, async () => {
  const first = await openTablet(profile);
  const planner = new Leader(first.page, served.address);
  await planner.meetsTheApp();
  const meeting = await planner.plans({ code: 'K-07' });
  await planner.sitsIn(meeting);
  await planner.turnsTo('Kickoff');
  await planner.seesSaved();
  await first.close();

  const notes: string[] = [];
  let acts = 0;
  let reports: Report[] = [];
  /** One act can have reached the disk whose report the kill cut off. */
  const missesNothing = async (leader: Leader, where: string): Promise<void> => {
    expect(lost(reports, await marksShown(leader)).length, where).toBeLessThanOrEqual(1);
  };
  for (let round = 0; round < rounds; round += 1) {
    const where = `round ${String(round)}, SEED=${String(seed)}`;
    const tablet = await openTablet(profile);
    const told: Report[] = [];
    await tablet.page.exposeFunction('told', (report: Report) => {
      told.push(report);
    });
    const leader = await returns(tablet, meeting);
    await missesNothing(leader, `before ${where}`);
    reports = told;
    await leader.page.evaluate(busyHands, { seed: seed + round * 7919, prefix: `Note ${String(round)}` });
    await new Promise((done) => setTimeout(done, 250 + ((seed + round * 104_729) % 1_900)));
    await tablet.kill();
    const saved = reports.filter((report) => report.saved);
    expect(saved.length, `${where}: nothing was called saved`).toBeGreaterThan(0);
    notes.push(...(saved.at(-1)?.notes ?? []));
    acts += reports.length / 2;
  }
  expect(acts, 'the hands were busy').toBeGreaterThan(200);

  const last = await openTablet(profile);
  const reader = await returns(last, meeting);
  await missesNothing(reader, 'after the last round');
  await reader.opens(`${meeting}/after?step=reflection`);
  await reader.page.getByText(notes[0] ?? '').first().waitFor();
  const text = await reader.page.locator('main').innerText();
  expect(notes.filter((note) => !text.includes(note))).toEqual([]);
  await last.close();
}, 600_000);
