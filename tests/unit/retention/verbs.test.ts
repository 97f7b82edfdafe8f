import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { keepMade } from '#app/backup/make-backup.ts';
import { previewRestore } from '#app/backup/preview-restore.ts';
import { restore } from '#app/backup/restore.ts';
import { applyRetention } from '#app/retention/apply.ts';
import { eraseEverything, newCodeWord } from '#app/retention/erase-everything.ts';
import { exportCode, findCode } from '#app/retention/find-code.ts';
import { holdEverything, holdMeeting } from '#app/retention/hold.ts';
import { announce, readRetentionPlan } from '#app/retention/plan.ts';
import { removeNow } from '#app/retention/remove-now.ts';
import { acceptLoss, markMeetings, storageMemory } from '#app/storage-memory.ts';
import type { Marker } from '#device/shell.ts';
import { isTallied } from './marks.ts';
import { backedUp, device, fileOf, finished, passphrase, secret } from '../backup/kit.ts';
import { files } from '#ui/words/en/files.ts';

const dayMs = 86_400_000;
type Device = ReturnType<typeof device>;

/** Shows the notice list, waits, and does what is due. */
async function afterDays(fake: Device, days: number): Promise<Awaited<ReturnType<typeof applyRetention>>> {
  fake.clock.pass(days * dayMs);
  return applyRetention(fake.app);
}
const notice = async ({ app }: Device): Promise<void> => { await announce(app, await readRetentionPlan(app)); };
const backUp = async (fake: Device): Promise<void> => { await keepMade(fake.app, await backedUp(fake)); };

describe('a finished meeting after ninety days', () => {
  it('becomes marks without identifiers, announced before, with one line in the log', async () => {
    const fake = device();
    const id = await finished(fake, 'SECRETCODE-9');
    await backUp(fake);
    expect(await afterDays(fake, 80)).toMatchObject({ reduced: 0 });
    expect((await readRetentionPlan(fake.app)).lines[0]?.plan?.state).toBe('to-announce');
    await notice(fake);
    expect(await afterDays(fake, 10)).toMatchObject({ reduced: 0 });
    expect(await afterDays(fake, 4)).toMatchObject({ reduced: 1, obstacles: [] });
    const all = JSON.stringify([fake.store.changes, fake.store.records, [...fake.store.listed.values()], fake.store.log]);
    for (const word of ['SECRETCODE-9', 'Mesa', 'Room 7', 'Grade 3', '2026-11-12', secret, '"startedAtMs":1']) expect(all).not.toContain(word);
    expect(isTallied(fake.store, id)).toBe(true);
    expect(fake.store.log.at(-1)).toMatchObject({ what: 'meeting-reduced', kind: 'none', reason: '' });
    expect(fake.store.listed.get(id)).toMatchObject({ open: false, digest: { state: 'finished', code: '', onDate: null } });
  });

  it('is removed after the next school year, when its marks are in a backup too', async () => {
    const fake = device();
    const id = await finished(fake);
    await backUp(fake);
    fake.clock.pass(80 * dayMs);
    await notice(fake);
    await afterDays(fake, 14);
    fake.clock.pass(600 * dayMs);
    expect((await readRetentionPlan(fake.app)).lines[0]?.plan).toMatchObject({ step: 'remove', state: 'not-backed-up' });
    await backUp(fake);
    await notice(fake);
    expect(await afterDays(fake, 14)).toMatchObject({ removed: 1 });
    expect(fake.store.changes).toEqual([]);
    expect(fake.store.listed.has(id)).toBe(false);
    expect(fake.store.log.at(-1)).toMatchObject({ what: 'meeting-removed' });
  });

  it.each([
    ['it is in no backup', () => Promise.resolve()],
    ['everything is on hold', async (fake: Device) => { await backUp(fake); await holdEverything(fake.app, true); }],
    ['it is on hold', async (fake: Device, id: Parameters<typeof holdMeeting>[1]) => { await backUp(fake); await holdMeeting(fake.app, id, true); }],
  ])('stays as it is when %s', async (_, before) => {
    const fake = device();
    const id = await finished(fake);
    await before(fake, id);
    fake.clock.pass(200 * dayMs);
    await notice(fake);
    expect(await afterDays(fake, 30)).toMatchObject({ reduced: 0, removed: 0 });
    expect(fake.store.listed.get(id)?.digest.code).toBe('R-14');
  });
});

describe('an earlier backup', () => {
  it('brings back what was removed only when asked to', async () => {
    const fake = device();
    const id = await finished(fake);
    const made = await backedUp(fake);
    await removeNow(fake.app, id);
    const preview = await previewRestore(fake.app, fileOf(made), { passphrase });
    expect(preview).toMatchObject({ ok: true, value: { counts: { gone: 1, fresh: 0 } } });
    if (!preview.ok) return;
    await restore(fake.app, preview.value, { bringBack: false });
    expect(fake.store.listed.has(id)).toBe(false);
    await restore(fake.app, preview.value, { bringBack: true });
    expect(fake.store.listed.get(id)?.digest.code).toBe('R-14');
    expect((await readRetentionPlan(fake.app)).lines).toHaveLength(1);
  });
});

describe('everything about one code', () => {
  it('is found whatever its case and leaves as one file, with a reason', async () => {
    const fake = device();
    await finished(fake, 'R-14');
    await finished(fake, 'r-14 ');
    await finished(fake, 'R-140');
    expect(await findCode(fake.app, ' R-14')).toHaveLength(2);
    expect(await findCode(fake.app, ' ')).toEqual([]);
    expect(await exportCode(fake.app, { code: 'R-14', reason: ' ', deviceOnly: false, words: files.code })).toMatchObject({ error: { type: 'ReasonMissing' } });
    expect(await exportCode(fake.app, { code: 'nobody', reason: 'x', deviceOnly: false, words: files.code })).toMatchObject({ error: { type: 'MeetingMissing' } });
    const without = await exportCode(fake.app, { code: 'R-14', reason: 'Parents asked', deviceOnly: false, words: files.code });
    const withNotes = await exportCode(fake.app, { code: 'R-14', reason: 'Parents asked', deviceOnly: true, words: files.code });
    if (!without.ok || !withNotes.ok) throw new Error('both are written');
    const textOf = (bytes: Uint8Array): string => Object.entries(unzipSync(bytes)).map(([name, part]) => `${name}\n${new TextDecoder().decode(part)}`).join('\n');
    expect(Object.keys(unzipSync(without.value.bytes)).filter((name) => name.startsWith('records/'))).toHaveLength(2);
    expect(textOf(without.value.bytes)).not.toContain(secret);
    expect(textOf(withNotes.value.bytes)).toContain(secret);
    expect(without.value.name).not.toMatch(/r-14/i);
    expect(fake.store.log.slice(-2)).toMatchObject([{ what: 'code-exported', meetings: 2, deviceOnlyNotesLeftOut: 2 }, { deviceOnlyNotesLeftOut: 0 }]);
  });
});

describe('erasing everything', () => {
  it('asks for the code word', async () => {
    const { app, store } = device();
    const word = newCodeWord(app);
    expect(word).toMatch(/^[a-z]{5,}$/);
    expect(await eraseEverything(app, 'no', word)).toMatchObject({ error: { type: 'OtherWord' } });
    expect(store.erased).toBe(false);
  });
});

describe('a device that is given something to keep', () => {
  const memoryMarker = (): Marker & { text: string | null } => ({
    text: null,
    read() { return Promise.resolve(this.text); },
    write(text) { this.text = text; return Promise.resolve(); },
  });

  it('says since when it keeps', async () => {
    const fake = device();
    const marker = memoryMarker();
    expect(await storageMemory(fake.app, marker)).toEqual({ sinceDay: '2026-11-12', clearedOn: null, lost: false });
    fake.clock.pass(5 * dayMs);
    expect(await storageMemory(fake.app, marker)).toEqual({ sinceDay: '2026-11-12', clearedOn: null, lost: false });
    marker.text = null;
    expect(await storageMemory(fake.app, marker)).toMatchObject({ sinceDay: '2026-11-12', lost: false });
    expect(marker.text).toContain('2026-11-12');
  });

  it('says that meetings were lost, until that is taken note of', async () => {
    const fake = device();
    const marker = memoryMarker();
    await storageMemory(fake.app, marker);
    await finished(fake);
    await markMeetings(fake.app, true, marker);
    const other = device();
    expect(await storageMemory(other.app, marker)).toMatchObject({ lost: true });
    expect(await storageMemory(other.app, marker)).toMatchObject({ lost: true });
    await acceptLoss(other.app, marker);
    expect(await storageMemory(other.app, marker)).toEqual({ sinceDay: '2026-11-12', clearedOn: '2026-11-12', lost: false });
  });

  it('does not call it a loss when the leader removed the last meeting, or when there was none', async () => {
    const fake = device();
    const marker = memoryMarker();
    await storageMemory(fake.app, marker);
    await markMeetings(fake.app, true, marker);
    expect(await storageMemory(fake.app, marker)).toMatchObject({ lost: false });
    await markMeetings(fake.app, false, marker);
    expect(await storageMemory(device().app, marker)).toMatchObject({ lost: false, clearedOn: '2026-11-12' });
  });
});
