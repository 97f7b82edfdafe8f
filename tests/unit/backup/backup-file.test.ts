import { Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { backupFormat, documentOf, parseBackup, type Backup } from '#domain/record/backup.ts';
import { assert } from '#domain/result.ts';
import { write } from '#export/backup-age/write.ts';
import { readBackup } from '#intake/read-backup.ts';
import type { Change } from '#domain/change.ts';
import { anyJournal, someDevice, someMeeting } from '#tests/support/arbitrary-meeting.ts';
import { tenOClock } from '#tests/support/fake-app.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from '#domain/digest-of.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { withAge } from '../../support/age-tool.ts';
import { roadmap, sampleRecord } from '../export/records.ts';
import { passphrase } from './kit.ts';

const backupOf = (changes: readonly Change[]): Backup => ({
  madeAtMs: tenOClock, device: someDevice,
  meetings: [{ id: someMeeting, open: true, digest: digestOf(meetingOf(replicaOf(changes)), roadmap), changes }],
  records: [sampleRecord()], roadmaps: [roadmap], drafts: { [someMeeting]: { text: 'half a wo' } },
  settings: { phrases: ['One.'], welcomed: true },
  log: [{ id: 'l1', atMs: tenOClock, what: 'record-json', kind: 'identified', meetings: 1, reason: 'Asked for', deviceOnlyNotesLeftOut: 1 }],
  sync: { identity: { member: 'someone' } },
});
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the document', () => {
  it('comes back equal, whatever was written in the meetings', () => {
    fc.assert(fc.property(anyJournal, (journal) => {
      const changes = [...new Map(journal.map((change) => [change.stamp, change])).values()];
      const backup = backupOf(changes);
      const back = parseBackup(plain(documentOf(backup)));
      expect(back.ok && plain(back.value)).toEqual(plain(backup));
    }), { numRuns: 40 });
  });

  it('is refused whole and with its place', () => {
    const document = plain(documentOf(backupOf([]))) as Record<string, unknown>;
    expect(parseBackup({ hello: 'world' })).toEqual({ ok: false, error: { type: 'NotABackup', at: 'format' } });
    expect(parseBackup({ ...document, version: 2 })).toEqual({ ok: false, error: { type: 'NewerBackup', version: 2 } });
    expect(parseBackup({ ...document, settings: 3 })).toMatchObject({ error: { type: 'NotABackup', at: 'settings' } });
    expect(parseBackup({ ...document, records: [{}] })).toMatchObject({ error: { type: 'NotABackup', at: 'records.0.format' } });
    const [meeting] = document['meetings'] as object[];
    expect(parseBackup({ ...document, meetings: [meeting, meeting] })).toMatchObject({ error: { at: 'meetings.1.id' } });
    const bad = { ...meeting, changes: [{ stamp: 'fffffffffffffff0-0000000000000001' }] };
    expect(parseBackup({ ...document, meetings: [bad] })).toMatchObject({ error: { type: 'NotABackup', at: 'meetings.0.changes.0.stamp' } });
  });
});

describe('the file', () => {
  let bytes: Uint8Array<ArrayBuffer>;
  const read = (file: Blob, words = passphrase): ReturnType<typeof readBackup> => readBackup(file, { passphrase: words });

  beforeAll(async () => {
    const written = await write(backupOf([]), { passphrase });
    assert(written.ok, 'the backup is written');
    bytes = written.value;
  });

  it('opens again with its passphrase, however the accents are typed', async () => {
    const back = await read(new Blob([bytes]));
    expect(back.ok && plain(back.value)).toEqual(plain(backupOf([])));
    const accents = await write(backupOf([]), { passphrase: 'caf\u00e9 caf\u00e9 caf\u00e9' });
    assert(accents.ok, 'written');
    expect((await read(new Blob([accents.value]), 'cafe\u0301 cafe\u0301 cafe\u0301')).ok).toBe(true);
  });

  it('shows nothing of its inside', () => {
    expect(Buffer.from(bytes).includes('half a wo')).toBe(false);
    expect(Buffer.from(bytes).includes(backupFormat)).toBe(false);
  });

  it.each([
    ['empty', () => new Uint8Array(), { type: 'EmptyFile' }],
    ['a text', () => new TextEncoder().encode('hello, this is no backup at all'), { type: 'NotAnAgeFile' }],
    ['a zip', () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), { type: 'NotAnAgeFile' }],
    ['cut in its first line', () => bytes.slice(0, 10), { type: 'Truncated' }],
    ['cut in its header', () => bytes.slice(0, 60), { type: 'Truncated' }],
    ['cut after its header', () => bytes.slice(0, 185), { type: 'Truncated' }],
    ['cut in the middle', () => bytes.slice(0, Math.floor(bytes.length / 2)), { type: 'Truncated' }],
    ['short of one byte', () => bytes.slice(0, -1), { type: 'Truncated' }],
    ['with a byte too many', () => Uint8Array.from([...bytes, 0]), { type: 'Truncated' }],
    ['altered in its salt', () => flipped(35), { type: 'WrongPassphrase' }],
    ['altered in its wrapped key', () => flipped(75), { type: 'WrongPassphrase' }],
    ['altered in its first piece', () => flipped(300), { type: 'Altered' }],
    ['altered in its last piece', () => flipped(bytes.length - 5), { type: 'Truncated' }],
  ])('is refused when it is %s', async (_, made, error) => {
    expect(await read(new Blob([made()]))).toEqual({ ok: false, error });
  });

  it('is refused when any bit was altered', async () => {
    // The key derivation is paid once for each, so a few places of each part stand for all.
    for (const at of [0, 22, 30, 52, 60, 110, 150, 190, 230, bytes.length - 20]) expect((await read(new Blob([flipped(at)]))).ok).toBe(false);
  });

  it('is refused with another passphrase', async () => {
    expect(await read(new Blob([bytes]), 'four words of the meadoW')).toEqual({ ok: false, error: { type: 'WrongPassphrase' } });
  });

  it('is refused by its size alone', async () => {
    const huge = { size: 200_000_001, slice: () => { throw new Error('not to be read'); } };
    expect(await readBackup(huge, { passphrase })).toEqual({ ok: false, error: { type: 'TooLarge', limitBytes: 200_000_000, bytes: 200_000_001 } });
  });

  it('is refused when it asks for more work than a tablet should give', async () => {
    const text = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 20\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`;
    expect(await read(new Blob([text]))).toEqual({ ok: false, error: { type: 'TooCostly', logN: 20 } });
  });

  it.each([
    ['another JSON', '{"hello":"world"}', 'format'],
    ['no JSON', '<html>Sign in</html>', 'line 1, character 1'],
    ['no text', '\xff', null],
    ['deeply nested', '['.repeat(100_000), 'line 1, character 49'],
    ['a poisoned key', '{"__proto__":{}}', 'line 1, character 2'],
  ])('is refused when its inside is %s', async (_, inside, at) => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(10);
    const file = await encrypter.encrypt(at === null ? new Uint8Array([0xff, 0xfe, 0xc3]) : inside);
    expect(await read(new Blob([new Uint8Array(file)]))).toEqual({ ok: false, error: { type: 'NotABackup', at: at ?? '' } });
  });

  it('can be called off', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(readBackup(new Blob([bytes]), { passphrase, signal: controller.signal })).rejects.toThrow(/abort/i);
    await expect(write(backupOf([]), { passphrase, signal: controller.signal })).rejects.toThrow(/abort/i);
  });

  it('opens with the age tool, and the tool’s files open here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qc-age-'));
    const [sealed, open, theirs] = ['backup.age', 'backup.json', 'theirs.age'].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(sealed, bytes);
    withAge(['-d', '-o', open, sealed], `${passphrase}\n`);
    expect(JSON.parse(readFileSync(open, 'utf8'))).toEqual(plain(documentOf(backupOf([]))));
    withAge(['-p', '-o', theirs, open], `${passphrase}\n${passphrase}\n`);
    expect((await read(new Blob([readFileSync(theirs)]))).ok).toBe(true);
    rmSync(folder, { recursive: true });
  }, 30_000);

  function flipped(at: number): Uint8Array<ArrayBuffer> {
    const copy = bytes.slice();
    // In the header another letter of the same kind, so that the form is kept.
    const inHeader = at >= 30 && at < 200 && at !== 190;
    copy[at] = inHeader ? (copy[at] === 0x78 ? 0x79 : 0x78) : (copy[at] ?? 0) ^ 1;
    return copy;
  }
});
