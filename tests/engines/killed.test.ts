/**
 * The real store under bursts of writes, and the browser killed in the middle of them, fifty
 * times in Chromium and in Firefox: every commit that it told of is there at the next start,
 * and every act is there whole or not at all.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, newProfile } from '#tests/support/browser.ts';
import { hasEngine } from '#tests/support/engines.ts';
import { openFirefox } from '#tests/support/firefox.ts';
import { openPlain } from '#tests/support/plain-browser.ts';
import { buildStorePage, type Stand, type StorePage } from '#tests/support/store-page.ts';

const rounds = 50;
const seed = Number(process.env['SEED'] ?? 20_261_124);
let page: StorePage;
beforeAll(async () => { page = await buildStorePage(); });
afterAll(() => { page.remove(); });

/** Commits told since the start: what a killed page said may arrive late, before the next one says what it found. */
const savedStamps = (stand: Stand): string[] => {
  const at = stand.told.findIndex(({ what }) => what === 'found');
  return at < 0 ? [] : stand.told.slice(at).flatMap((one) => (one.what === 'saved' ? one.stamps : []));
};
const found = (stand: Stand): Extract<Stand['told'][number], { what: 'found' }> | undefined => stand.told.find((one) => one.what === 'found');

/** Many of one kind in one line: a fault must fit the end of a log. */
const shortList = (kind: string, all: readonly string[], more: string): string[] =>
  all.length === 0 ? [] : [`${kind}: ${String(all.length)} ${more}; ${all.slice(0, 3).join(', ')} … ${all.at(-1) ?? ''}`];

/** What is wrong with what was found: rows that do not open, commits that are gone, acts that are there in part. */
function faultsIn(stand: Stand, saved: readonly string[]): string[] {
  const { changes, damaged } = found(stand) ?? { changes: [], damaged: 0 };
  const stamps = new Set(changes.map(([, stamp]) => stamp));
  const sizes = Map.groupBy(changes, ([act]) => act);
  return [
    ...shortList('lost', saved.filter((stamp) => !stamps.has(stamp)), `of ${String(saved.length)} told; ${String(changes.length)} found`),
    ...[...sizes].filter(([, rows]) => rows.length !== 3).map(([act, rows]) => `in part: ${act} ${String(rows.length)}`),
    ...(damaged > 0 ? [`damaged: ${String(damaged)}`] : []),
  ];
}

/** A first start that ends well: what Firefox then keeps for its next starts makes each round quicker. */
async function settle(profile: string, stand: Stand): Promise<void> {
  const browser = await openFirefox(profile);
  await browser.goes(stand.at({}));
  await stand.until(() => found(stand), 'the first start');
  await browser.close();
}

async function killOften(engine: 'chromium' | 'firefox'): Promise<{ saved: number; ms: number }> {
  const begunMs = performance.now();
  const profile = newProfile();
  const stand = await page.stand();
  const saved: string[] = [];
  const meetings: string[] = [];
  let before: { meeting: string; saved: string[] } | null = null;
  try {
    if (engine === 'firefox') await settle(profile, stand);
    for (let round = 0; round < rounds; round += 1) {
      const meeting = crypto.randomUUID();
      const browser = openPlain(engine, profile, stand.at({ read: before ? [before.meeting] : [], write: meeting }));
      const where = `${engine}, round ${String(round)}, SEED=${String(seed)}`;
      await stand.until(() => savedStamps(stand)[0], `${where}: the first commit`);
      await new Promise((resolve) => setTimeout(resolve, (seed + round * 104_729) % 600));
      await browser.kill();
      expect(faultsIn(stand, before?.saved ?? []), where).toEqual([]);
      before = { meeting, saved: savedStamps(stand) };
      saved.push(...before.saved);
      meetings.push(meeting);
    }
    const browser = openPlain(engine, profile, stand.at({ read: meetings }));
    await stand.until(() => found(stand), 'the last look');
    await browser.kill();
    expect(faultsIn(stand, saved), 'at the end').toEqual([]);
  } finally {
    await stand.close();
    dropProfile(profile);
  }
  return { saved: saved.length, ms: performance.now() - begunMs };
}

describe('killed in the middle of writing', () => {
  it.for(['chromium', 'firefox'] as const)(`%s keeps every commit, ${String(rounds)} times`, { concurrent: true, timeout: 900_000 }, async (engine, { skip }) => {
    skip(engine === 'firefox' && !hasEngine('firefox'), 'Firefox is not installed');
    const { saved, ms } = await killOften(engine);
    console.info(`${engine}: ${String(saved)} commits told, all there; ${(ms / 1000 / rounds).toFixed(1)} s a round`);
    expect(saved, 'it was busy').toBeGreaterThan(rounds * 20);
  });
});
