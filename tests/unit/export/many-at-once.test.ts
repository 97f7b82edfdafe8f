/** Many meetings as one file: whole, one at a time, called off without a trace. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import type { ManyForm } from '#app/export/form.ts';
import { prepareMany, type ManyOrder, type PreparedMany } from '#app/export/many.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { ActId, MeetingId } from '#domain/ids.ts';
import { allNotes } from '#domain/record/chosen-notes.ts';
import { changesOfRecord, meetingOfRecord } from '#domain/record/finish.ts';
import { parseRecord, type MeetingRecord } from '#domain/record/record.ts';
import { recordFormats } from '#export/registry.ts';
import { fontFiles } from '#tests/support/font-files.ts';
import { countingId, fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import { manyRecords } from '#tests/support/many-records.ts';
import { page as pageWords } from '#ui/words/en/page.ts';
import { readCsv } from './read-csv.ts';
import { files } from '#ui/words/en/files.ts';
import { basics, note, recordOfEdits } from './records.ts';

vi.mock('#export/page-pdf/fonts.ts', () => ({ fetchFonts: () => Promise.resolve(fontFiles()) })); // Node's own fetch takes no file addresses

setFlagsFromString('--expose-gc');
/** Takes away all that nothing holds. */
const collect = runInNewContext('gc') as () => void; // the flag above puts it there
const forms: readonly ManyForm[] = ['tables-xlsx', 'tables-csv', 'page-pdf', 'record-json'];

function appWith(records: readonly MeetingRecord[]): FakeApp {
  const fake = fakeApp();
  for (const record of records) {
    const digest = digestOf(meetingOfRecord(record), record.roadmap);
    void fake.store.write({ changes: changesOfRecord(record, countingId(5) as ActId), roadmap: record.roadmap, record, listed: { id: record.meeting, open: false, digest } });
  }
  return fake;
}
const small = recordOfEdits([basics(), note('Seen today.'), note('only for me', 'device-only', 'n2')]);
const smallRecords = (count: number): MeetingRecord[] => Array.from({ length: count }, (_, at) => ({ ...small, meeting: countingId(0xb000 + at) as MeetingId }));
const order = (patch: Partial<ManyOrder>): ManyOrder => ({
  form: 'record-json', identified: true, reason: 'asked for', seal: null, notes: allNotes, names: false, words: pageWords, readMe: files.tables, paper: 'letter',
  ids: [], onProgress: () => undefined, signal: new AbortController().signal, ...patch,
});
async function made(app: FakeApp['app'], patch: Partial<ManyOrder>): Promise<PreparedMany> {
  const prepared = await prepareMany(app, order(patch));
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  return prepared.value;
}
const opened = async ({ file }: PreparedMany): Promise<Record<string, Uint8Array>> => unzipSync(new Uint8Array(await file.bytes.arrayBuffer()));
const idsOf = (records: readonly MeetingRecord[]): MeetingId[] => records.map(({ meeting }) => meeting);

describe('many meetings as one file', () => {
  const records = manyRecords(3, Date.UTC(2026, 10, 12));
  const ids = idsOf(records);

  it('are records, told one by one, with a manifest', async () => {
    const { app } = appWith(records);
    const told: number[] = [];
    const ready = await made(app, { ids, onProgress: (done) => { told.push(done); } });
    const { 'manifest.json': manifest, ...files } = await opened(ready);
    expect(Object.values(files).map((bytes) => { const read = parseRecord(JSON.parse(strFromU8(bytes))); return read.ok && read.value.meeting; })).toEqual(ids);
    expect(JSON.parse(strFromU8(manifest ?? new Uint8Array()))).toMatchObject({ meetings: 3, samples: 0, kind: 'identified' });
    expect([told, ready.file.name, ready.line.meetings]).toEqual([[1, 2, 3], 'observation-record-3-meetings.zip', 3]);
    expect(ready.line.sha256).toBe(Buffer.from(await crypto.subtle.digest('SHA-256', await ready.file.bytes.arrayBuffer())).toString('hex'));
  });

  it('are a PDF each, which no name of a file joins when they are de-identified', async () => {
    const { app } = appWith(records);
    const ready = await made(app, { ids: ids.slice(0, 2), form: 'page-pdf', identified: false });
    const files = await opened(ready);
    expect(Object.keys(files)).toEqual(['M1.pdf', 'M2.pdf', 'manifest.json']);
    expect(strFromU8(files['M2.pdf'] ?? new Uint8Array(), true)).toMatch(/^%PDF-1\.[^]*%%EOF\s*$/);
    expect([ready.file.name, ready.line.what]).toEqual(['observation-summary-de-identified.zip', 'page-pdf']);
  });

  it('are tables whose rows the manifest counts', async () => {
    const { app } = appWith(records);
    const files = await opened(await made(app, { ids, form: 'tables-csv' }));
    const { rows } = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as { rows: Record<string, number> };
    expect(rows['meetings']).toBe(3);
    for (const [table, count] of Object.entries(rows)) expect(readCsv(strFromU8(files[`${table}.csv`] ?? new Uint8Array())), table).toHaveLength(count + 1);
  });

  it('are sealed for a reader', async () => {
    const { app } = appWith(records);
    const identity = await generateIdentity();
    const ready = await made(app, { ids, form: 'tables-csv', seal: { for: 'recipients', keys: await identityToRecipient(identity) } });
    const opener = new Decrypter();
    opener.addIdentity(identity);
    expect(Object.keys(unzipSync(await opener.decrypt(new Uint8Array(await ready.file.bytes.arrayBuffer()))))).toContain('meetings.csv');
    expect([ready.file.name, ready.line.sealed]).toEqual(['observation-tables-3-meetings.zip.age', 'recipients']);
  });

  it.each(forms)('stop at one that does not open, so that no file lacks it unsaid (%s)', async (form) => {
    const { app, store } = appWith(records);
    expect(await prepareMany(app, order({ form, ids: [...ids.slice(0, 1), countingId(3) as MeetingId] }))).toEqual({ ok: false, error: { type: 'MeetingClosed' } });
    expect(store.log).toEqual([]);
  });

  it('are not made of nothing, or without a reason', async () => {
    const { app } = appWith(records);
    expect(await prepareMany(app, order({}))).toMatchObject({ error: { type: 'NothingChosen' } });
    expect(await prepareMany(app, order({ ids, reason: '' }))).toMatchObject({ error: { type: 'ReasonMissing' } });
  });
});

describe('called off', () => {
  it.each(forms)('in the middle they leave nothing, and no line in the log (%s)', async (form) => {
    const records = smallRecords(8);
    const { app, store } = appWith(records);
    const stop = new AbortController();
    const told: number[] = [];
    const onProgress = (done: number): void => {
      told.push(done);
      if (done === 3) stop.abort();
    };
    expect(await prepareMany(app, order({ form, ids: idsOf(records), onProgress, signal: stop.signal }))).toEqual({ ok: false, error: { type: 'CalledOff' } });
    expect([told, store.log]).toEqual([[1, 2, 3], []]);
  });

  it('while the file is sealed it leaves nothing either', async () => {
    const records = smallRecords(2);
    const { app, store } = appWith(records);
    const stop = new AbortController();
    const seal = { for: 'recipients', keys: await identityToRecipient(await generateIdentity()) } as const;
    vi.spyOn(Blob.prototype, 'stream').mockImplementationOnce(function stream(this: Blob) {
      stop.abort();
      return new Blob(['x']).stream();
    });
    expect(await prepareMany(app, order({ ids: idsOf(records), seal, signal: stop.signal }))).toEqual({ ok: false, error: { type: 'CalledOff' } });
    expect(store.log).toEqual([]);
  });
});

describe('a thousand meetings', () => {
  it.each([['record-json', 1_000], ['tables-csv', 300], ['tables-xlsx', 300]] as const)('are in memory a few at a time (%s, of %i)', async (form, count) => {
    const records = smallRecords(count);
    const { app, store } = appWith(records);
    await recordFormats[form].load();
    const read = store.readJournal.bind(store);
    const given: WeakRef<object>[] = [];
    store.readJournal = async (meeting) => {
      const journal = structuredClone(await read(meeting)); // what a store on the disk gives: values of its own
      for (const { value } of journal.changes) if (typeof value === 'object' && value !== null) given.push(new WeakRef(value));
      return journal;
    };
    const alive: number[] = [];
    const onProgress = (done: number): void => {
      if (done % (count / 4) !== 0) return;
      collect();
      alive.push(given.filter((value) => value.deref() !== undefined).length);
    };
    const ready = await made(app, { form, ids: idsOf(records), onProgress });
    const perMeeting = given.length / count;
    expect(alive).toHaveLength(4);
    expect(Math.max(...alive)).toBeLessThanOrEqual(8 * perMeeting);
    expect(ready.line).toMatchObject({ meetings: count });
    expect(ready.file.bytes.size).toBeLessThan(count * 15_000);
  }, 30_000);
});
