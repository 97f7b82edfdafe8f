/** Records and tables leave by a file, and a record comes back equal. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { parseRecord } from '#domain/record/record.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const folder = mkdtempSync(join(tmpdir(), 'qc-files-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const noteText = 'They said: "we could", not "we decided".';
const secret = 'Only for this tablet 4711';

describe('a finished meeting', () => {
  it('leaves as a record that another device takes in whole, once', async () => {
    const { leader } = await app.arrives();
    const meeting = await leader.plans({ code: 'M-22', team: 'Team B' });
    await leader.sitsIn(meeting);
    await leader.turnsTo('Kickoff');
    await leader.marks('Everyone introduced by name and job', 'Partly');
    await leader.notes(noteText, 'Growth');
    await leader.notes(secret, 'Device only');
    await leader.endsTheMeeting();
    await leader.finishes(meeting);
    const file = await leader.savesRecord(meeting, 'For the case file', folder);
    const text = readFileSync(file, 'utf8');
    const record = parseRecord(JSON.parse(text));
    expect(record.ok).toBe(true);
    expect(text).toContain(JSON.stringify(noteText).slice(1, -1));
    expect(text).not.toContain(secret);

    const { leader: other } = await app.arrives();
    await other.importsFile(file);
    await other.opens('/');
    await other.opens(`${meeting}/run`);
    await other.turnsTo('Kickoff');
    expect(await other.answerOf('Everyone introduced by name and job')).toBe('Partly');
    const back = await other.savesRecord(meeting, 'Back again', folder);
    const again = parseRecord(JSON.parse(readFileSync(back, 'utf8')));
    expect(again.ok && record.ok && again.value.entries).toEqual(record.ok && record.value.entries);
    await other.previewsFile(file);
    await other.page.getByText('There is nothing to add').waitFor();
  });

  it('leaves as tables without code or day unless a reason is given', async () => {
    const { leader } = await app.arrives();
    const meeting = await leader.plans({ code: 'SECRETCODE-9', team: 'Team-Tamarin' });
    await leader.sitsIn(meeting);
    await leader.turnsTo('Kickoff');
    await leader.marks('Everyone introduced by name and job', 'Yes');
    await leader.notes('=HYPERLINK("http://127.0.0.1","x")', 'Growth');
    await leader.endsTheMeeting();
    await leader.finishes(meeting);
    const zip = readFileSync(await leader.savesTables(meeting, folder));
    const tables = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const);
    const all = tables.map(([, text]) => text).join('\n');
    expect(tables.map(([name]) => name)).toEqual(expect.arrayContaining(['meetings.csv', 'marks.csv', 'notes.csv', 'turns.csv', 'thread.csv', 'follow-ups.csv']));
    expect(all).not.toContain('SECRETCODE-9');
    expect(all).not.toContain('Team-Tamarin');
    expect(all).not.toMatch(/(^|,)"=HYPERLINK/m);
    expect(all).toContain('intros-with-roles');
  });
});

describe('a file that is not what it says', () => {
  const files = [
    ['empty.json', ''],
    ['page.json', '<html><body>Sign in to the network</body></html>'],
    ['cut.json', '{"format":"quiet-checkpoint/record","schemaVersion":1,"entries":[{"id":"mark:a'],
    ['newer.json', '{"format":"quiet-checkpoint/record","schemaVersion":99}'],
    ['other.json', '{"hello":"world"}'],
    ['deep.json', '['.repeat(100_000)],
    ['binary.json', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28])],
    ['large.json', Buffer.alloc(40_000_000, 0x20)],
  ] as const;

  it('is refused in words and changes nothing, whatever is wrong with it', async () => {
    const { leader } = await app.arrives();
    await leader.plans({ code: 'STAYS-1' });
    for (const [name, content] of files) {
      const file = join(folder, name);
      writeFileSync(file, content);
      await leader.previewsFile(file);
      await leader.page.getByText(name, { exact: true }).waitFor();
      await leader.page.getByText(/None of it was added/).waitFor();
    }
    await leader.opens('/');
    await leader.page.getByText('STAYS-1').first().waitFor();
    expect(await leader.page.getByRole('main').getByRole('listitem').count()).toBe(1);
  });
});
