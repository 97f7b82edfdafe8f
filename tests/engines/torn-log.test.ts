/**
 * What Chromium makes of a kill between the head and the body of a log record: it goes on
 * writing behind the head, and the start after that drops the database, unless a new log was
 * begun (data/fresh-log.ts). The torn head is written here by hand, as it was found after real kills.
 */
import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropProfile, newProfile } from '#tests/support/browser.ts';
import { openPlain } from '#tests/support/plain-browser.ts';
import { buildStorePage, type Stand, type StorePage } from '#tests/support/store-page.ts';

let page: StorePage;
beforeAll(async () => { page = await buildStorePage(); });
afterAll(() => { page.remove(); });

const found = (stand: Stand): string[] | undefined => {
  const told = stand.told.find((one) => one.what === 'found');
  return told?.changes.map(([, stamp]) => stamp);
};
const saved = (stand: Stand): string[] => stand.told.flatMap((one) => (one.what === 'saved' ? one.stamps : []));

/** A head (checksum, length, type: 7 bytes) that says that 869 bytes follow, at the end of the newest log. */
function tear(profile: string): void {
  const folder = join(profile, 'Default', 'IndexedDB');
  const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log')).map((name) => join(folder, name));
  const [newest] = logs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (newest === undefined) throw new Error('Chromium has no log there any more.');
  appendFileSync(newest, Buffer.from([0x5a, 0x1b, 0x77, 0x02, 0x65, 0x03, 0x01]));
}

it('loses nothing to a torn log, neither at the next start nor at the one after', async () => {
  const profile = newProfile();
  const stand = await page.stand();
  const meetings: string[] = [];
  const written: string[] = [];
  try {
    for (const start of ['first', 'next', 'one after']) {
      const meeting = crypto.randomUUID();
      const browser = openPlain('chromium', profile, stand.at({ read: meetings, write: meeting }));
      await stand.until(() => (saved(stand).length > 60 ? true : undefined), `${start} start: commits`);
      await browser.kill();
      expect(new Set(found(stand)).isSupersetOf(new Set(written)), `at the ${start} start`).toBe(true);
      written.push(...saved(stand));
      meetings.push(meeting);
      if (start === 'first') tear(profile);
    }
  } finally {
    await stand.close();
    dropProfile(profile);
  }
}, 120_000);
