/** A backup leaves one device, comes into another, and both are alike. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseBackup } from '#domain/record/backup.ts';
import { withAge } from '../support/age-tool.ts';
import { backsUp, opensBackup, restores } from '../support/keeper.ts';
import type { Leader } from '../support/leader.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const folder = mkdtempSync(join(tmpdir(), 'qc-backup-'));
const passphrase = 'lantern copper meadow Tuesday';
const secret = 'Only for this tablet 4711';

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function held(leader: Leader, code: string): Promise<string> {
  const meeting = await leader.plans({ code });
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  await leader.marks('Everyone introduced by name and job', 'Partly');
  await leader.notes(secret, 'Device only');
  await leader.endsTheMeeting();
  await leader.finishes(meeting);
  return meeting;
}

/** The inside of a backup, without what differs from file to file. */
function insideOf(path: string): object {
  const open = `${path}.json`;
  withAge(['-d', '-o', open, path], `${passphrase}\n`);
  const backup = parseBackup(JSON.parse(readFileSync(open, 'utf8')));
  if (!backup.ok) throw new Error(JSON.stringify(backup.error));
  const { meetings, records, roadmaps, settings, drafts } = backup.value;
  const byId = [...meetings].sort((a, b) => a.id.localeCompare(b.id));
  return { meetings: byId, records, roadmaps, settings, drafts };
}

describe('a backup', () => {
  it('opens with the age tool, comes into another device whole, and once', async () => {
    const { leader, tablet } = await app.arrives();
    const meeting = await held(leader, 'B-31');
    const file = await backsUp(leader, passphrase, folder);
    expect(readFileSync(file).includes('B-31')).toBe(false);
    expect(JSON.stringify(insideOf(file))).toContain(secret);

    const { leader: other, tablet: second } = await app.arrives();
    await restores(other, file, passphrase);
    await other.opens(`${meeting}/run`);
    await other.turnsTo('Kickoff');
    expect(await other.answerOf('Everyone introduced by name and job')).toBe('Partly');
    const back = await backsUp(other, passphrase, folder);
    expect(insideOf(back)).toEqual(insideOf(file));
    expect(await opensBackup(other, file, passphrase)).toContain('All of it is here already');
    expect([...tablet.complaints, ...second.complaints]).toEqual([]);
  });

  it('adds to a device that has meetings of its own', async () => {
    const { leader } = await app.arrives();
    await held(leader, 'B-32');
    const file = await backsUp(leader, passphrase, folder);
    const { leader: other } = await app.arrives();
    await held(other, 'OWN-7');
    await restores(other, file, passphrase);
    await other.opens('/');
    await other.page.getByText('B-32').first().waitFor();
    await other.page.getByText('OWN-7').first().waitFor();
  });

  it('counts a meeting that is held and not yet finished as backed up, until it changes', async () => {
    const { leader } = await app.arrives();
    const meeting = await leader.plans({ code: 'H-3' });
    await leader.sitsIn(meeting);
    await leader.endsTheMeeting();
    await backsUp(leader, passphrase, folder);
    await leader.opens('/tablet');
    const fact = leader.page.locator('dt', { hasText: 'In no backup' }).locator('+ dd');
    await leader.page.locator('dd', { hasText: 'Today' }).waitFor();
    expect(await fact.textContent()).toBe('Nothing');
    await leader.finishes(meeting);
    await leader.opens('/tablet');
    await leader.page.locator('dt', { hasText: 'In no backup' }).locator('+ dd', { hasText: '1\u00a0meeting' }).waitFor();
  });

  it('is refused in words when it is not whole, not ours or not opened, and changes nothing', async () => {
    const { leader } = await app.arrives();
    await leader.plans({ code: 'STAYS-2' });
    const file = await backsUp(leader, passphrase, folder);
    const bytes = readFileSync(file);
    const made = (name: string, content: Buffer | string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const flipped = Buffer.from(bytes);
    flipped[400] = (flipped[400] ?? 0) ^ 1;
    for (const [path, words, typed] of [
      [file, 'This passphrase does not open the file', 'another passphrase'],
      [made('half.age', bytes.subarray(0, bytes.length / 2)), 'This file is not whole', passphrase],
      [made('bit.age', flipped), /altered/, passphrase],
      [made('text.age', 'hello'), 'not a backup under a passphrase', passphrase],
      [made('large.age', Buffer.alloc(200_000_001)), 'It was not opened', passphrase],
    ] as const) {
      expect(await opensBackup(leader, path, typed)).toMatch(words);
    }
    await leader.opens('/');
    await leader.page.getByText('STAYS-2').first().waitFor();
  });
});
