/** Zips, sealed files and several files at once. */
import { readFileSync } from 'node:fs';
import { Encrypter } from 'age-encryption';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareImport, type ImportPreview } from '#app/intake/compare-import.ts';
import { importRecords } from '#app/intake/import-records.ts';
import { readImportFile, type ImportFile } from '#app/intake/read-import-file.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { readRecords } from '#intake/read-records.ts';
import { countingId, fakeApp, tenOClock, type FakeApp } from '#tests/support/fake-app.ts';
import { basics, note, recordOfEdits } from '#tests/unit/export/records.ts';

const recordOf = (at: number): MeetingRecord =>
  ({ ...recordOfEdits([basics({ code: `C-${String(at)}` }), note(`Said in ${String(at)}`)]), meeting: countingId(0x1000 + at) as MeetingRecord['meeting'] });
const records = Array.from({ length: 20 }, (_, at) => recordOf(at));
const jsonOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const zipOf = (files: Zippable): Uint8Array<ArrayBuffer> => zipSync(files);
const zipOfRecords = (all: readonly MeetingRecord[] = records): Uint8Array<ArrayBuffer> =>
  zipOf({ 'read-me.txt': jsonOf('words'), ...Object.fromEntries(all.map((record, at) => [`${String(at)}.json`, jsonOf(record)])) });

async function sealed(bytes: Uint8Array, passphrase = 'four words that fit'): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(10);
  return new Uint8Array(await encrypter.encrypt(bytes));
}

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name);
const read = ({ app }: FakeApp, bytes: Uint8Array<ArrayBuffer>, name = 'some.zip', passphrase?: string): Promise<ImportFile> =>
  readImportFile(app, fileOf(bytes, name), passphrase === undefined ? {} : { passphrase });
const standings = ({ lines }: ImportPreview): string[] => lines.map(({ standing }) => standing);

describe('a zip of records', () => {
  it('is listed, added together, and brings nothing the second time', async () => {
    const fake = fakeApp();
    const zip = await read(fake, zipOfRecords());
    expect(zip).toMatchObject({ kind: 'records', others: 1 });
    const preview = await compareImport(fake.app, [zip]);
    expect(preview).toMatchObject({ meetings: 20, others: 1, refused: [] });
    expect(new Set(standings(preview))).toEqual(new Set(['new']));
    expect(await importRecords(fake.app, [zip])).toEqual({ ok: true, value: 20 });
    expect(fake.store.listed.size).toBe(20);
    expect(fake.store.roadmaps).toHaveLength(1);
    expect(fake.store.log).toMatchObject([{ what: 'record-imported', meetings: 20 }]);
    const before = JSON.stringify([fake.store.changes, fake.store.records, fake.store.log]);
    expect(await compareImport(fake.app, [zip])).toMatchObject({ meetings: 0 });
    expect(await importRecords(fake.app, [zip])).toEqual({ ok: true, value: 0 });
    expect(JSON.stringify([fake.store.changes, fake.store.records, fake.store.log])).toBe(before);
  });

  it('says of the same record in two files that it is taken once', async () => {
    const fake = fakeApp();
    const files = [await read(fake, zipOfRecords(records.slice(0, 2))), await read(fake, new Uint8Array(jsonOf(records[1])), 'one.json')];
    expect(standings(await compareImport(fake.app, files))).toEqual(['new', 'new', 'twice']);
    await importRecords(fake.app, files);
    expect(fake.store.records).toHaveLength(2);
  });

  it('is refused whole for one record, by its number, while another file stays', async () => {
    const fake = fakeApp();
    const broken = zipOf({ 'a.json': jsonOf(records[0]), 'b.json': jsonOf(records[1]).subarray(0, 300) });
    const files = [await read(fake, broken, 'broken.zip'), await read(fake, new Uint8Array(jsonOf(records[2])), 'one.json')];
    const preview = await compareImport(fake.app, files);
    expect(preview.refused).toMatchObject([{ name: 'broken.zip', obstacle: { type: 'RefusedInZip', entry: 2, of: 2, because: { type: 'TruncatedFile' } } }]);
    expect(standings(preview)).toEqual(['new']);
    await importRecords(fake.app, files);
    expect([...fake.store.listed.keys()]).toEqual([records[2]?.meeting]);
  });

  it('does not let a refused file settle what a roadmap version says', async () => {
    const fake = fakeApp();
    const [first, second] = records;
    if (!first || !second) throw new Error('there are twenty');
    const other = (title: string, record: MeetingRecord): MeetingRecord =>
      ({ ...record, roadmap: { ...record.roadmap, version: '77', phases: record.roadmap.phases.map((phase, at) => (at === 0 ? { ...phase, title } : phase)) } });
    const torn = zipOf({ 'a.json': jsonOf(other('One', first)), 'b.json': jsonOf(other('Two', second)) });
    const files = [await read(fake, torn, 'torn.zip'), await read(fake, new Uint8Array(jsonOf(other('Three', first))), 'one.json')];
    const preview = await compareImport(fake.app, files);
    expect(preview.refused).toMatchObject([{ name: 'torn.zip', obstacle: { type: 'RoadmapDiffers', version: '77' } }]);
    expect(standings(preview)).toEqual(['new']);
    await importRecords(fake.app, files);
    expect(fake.store.roadmaps.map(({ phases }) => phases[0]?.title)).toEqual(['Three']);
  });

  it('stops at once when it is called off', async () => {
    const fake = fakeApp();
    const stop = new AbortController();
    const reading = readImportFile(fake.app, fileOf(zipOfRecords(), 'some.zip'), { signal: stop.signal, onProgress: () => { stop.abort(); } });
    expect(await reading).toMatchObject({ kind: 'refused', obstacle: { type: 'CalledOff' } });
  });

  it('unpacks within bounded memory whatever it says of itself', async () => {
    const before = process.memoryUsage().rss;
    const lie = readFileSync(new URL('../../fixtures/hostile/bomb-that-says-40-bytes.zip', import.meta.url));
    for (let round = 0; round < 6; round += 1) expect((await readRecords(new Blob([lie]), { nowMs: tenOClock })).ok).toBe(false);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('is not opened when it is larger than any of this app', async () => {
    const file = { size: 100_000_000, slice: () => new Blob(['PK\u0003\u0004']), arrayBuffer: () => Promise.reject(new Error('was read')) };
    expect(await readRecords(file, { nowMs: tenOClock })).toMatchObject({ error: { type: 'TooLarge', bytes: 100_000_000 } });
  });
});

describe('a sealed file', () => {
  it.each([
    ['a record', () => new Uint8Array(jsonOf(records[0])), 1],
    ['a zip of records', () => zipOfRecords(), 20],
  ] as const)('asks for its passphrase and opens as %s', async (_what, bytes, meetings) => {
    const fake = fakeApp();
    const age = await sealed(bytes());
    expect(await read(fake, age, 'x.age')).toMatchObject({ kind: 'sealed', obstacle: null });
    expect(await read(fake, age, 'x.age', 'another')).toMatchObject({ kind: 'sealed', obstacle: { type: 'WrongPassphrase' } });
    const opened = await read(fake, age, 'x.age', 'four words that fit');
    expect(await compareImport(fake.app, [opened])).toMatchObject({ meetings });
  });

  it('is told to be a backup, which is restored elsewhere', async () => {
    const backup = await sealed(new Uint8Array(jsonOf({ format: 'quiet-checkpoint/backup', version: 1 })));
    expect(await read(fakeApp(), backup, 'x.age', 'four words that fit')).toMatchObject({ kind: 'refused', obstacle: { type: 'ItIsABackup' } });
  });

  it('is refused when it is cut, altered, or holds another sealed one', async () => {
    const fake = fakeApp();
    const age = await sealed(zipOfRecords());
    const altered = age.slice();
    altered[age.length - 40] = (altered[age.length - 40] ?? 0) ^ 1;
    expect(await read(fake, age.slice(0, 120), 'x.age')).toMatchObject({ kind: 'refused', obstacle: { type: 'Truncated' } });
    expect(await read(fake, altered, 'x.age', 'four words that fit')).toMatchObject({ kind: 'refused' });
    expect(await read(fake, await sealed(age), 'x.age', 'four words that fit')).toMatchObject({ obstacle: { type: 'SealedTwice' } });
  });
});

describe('a calendar', () => {
  it('is known by its first words, whatever it is called', async () => {
    expect(await read(fakeApp(), new TextEncoder().encode('\ufeffBEGIN:VCALENDAR\r\n'), 'x.json')).toMatchObject({ kind: 'calendar' });
  });
});
