import { describe, expect, it } from 'vitest';
import { compareImport, type ImportPreview } from '#app/intake/compare-import.ts';
import { importRecords } from '#app/intake/import-records.ts';
import { readImportFile, type ImportFile } from '#app/intake/read-import-file.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { emptyClock, stampOf, tick, type NodeId } from '#domain/stamp.ts';
import { entryIdOf, type ActId } from '#domain/ids.ts';
import { countingId, fakeApp, tenOClock, type FakeApp } from '#tests/support/fake-app.ts';
import { sampleRecord } from '#tests/unit/export/records.ts';

const record = sampleRecord();
const fileOf = (value: MeetingRecord): File => new File([JSON.stringify(value)], 'record.json');

const read = ({ app }: FakeApp, value: MeetingRecord = record): Promise<ImportFile> => readImportFile(app, fileOf(value));
const compared = async (fake: FakeApp, value: MeetingRecord = record): Promise<ImportPreview> => compareImport(fake.app, [await read(fake, value)]);
const imported = async (fake: FakeApp, value: MeetingRecord = record) => importRecords(fake.app, [await read(fake, value)]);

/** A later word of this device on the record's standout. */
function laterHere(fake: FakeApp): void {
  const stamp = stampOf(tick(emptyClock('00000000000000bb' as NodeId), tenOClock + 60_000));
  fake.store.changes.push({
    meeting: record.meeting, stamp, act: countingId(77) as ActId, entry: entryIdOf('standout'), kind: 'standout', value: { text: 'Said here, later.' },
  });
}

describe('importing a record', () => {
  it('previews what it would bring and writes nothing', async () => {
    const fake = fakeApp();
    expect(await compared(fake)).toMatchObject({ meetings: 1, refused: [], lines: [{
      code: 'SAMPLE', meetingType: 'annual', revision: 1, sample: true, standing: 'new',
      entries: { fresh: record.entries.length, later: 0, here: 0, earlier: 0 },
    }] });
    expect(fake.store.changes).toEqual([]);
    expect(fake.store.log).toEqual([]);
  });

  it('makes the meeting where there is none, equal to the record, in one bundle', async () => {
    const fake = fakeApp();
    expect(await imported(fake)).toEqual({ ok: true, value: 1 });
    expect(meetingOf(replicaOf(fake.store.changes))).toEqual(meetingOfRecord(record));
    expect(fake.store.changes.every(({ imported }) => imported)).toBe(true);
    expect(fake.store.listed.get(record.meeting)?.digest.code).toBe('SAMPLE');
    expect(fake.store.roadmaps).toHaveLength(1);
    expect(fake.store.records).toEqual([record]);
    expect(fake.store.log).toMatchObject([{ what: 'record-imported', kind: 'none' }]);
  });

  it('changes nothing the second time', async () => {
    const fake = fakeApp();
    await imported(fake);
    const before = JSON.stringify([fake.store.changes, fake.store.records, fake.store.log, fake.store.roadmaps]);
    const again = await compared(fake);
    expect(again).toMatchObject({ meetings: 0, lines: [{ standing: 'here', entries: { fresh: 0, later: 0, here: record.entries.length, earlier: 0 } }] });
    expect(await imported(fake)).toEqual({ ok: true, value: 0 });
    expect(JSON.stringify([fake.store.changes, fake.store.records, fake.store.log, fake.store.roadmaps])).toBe(before);
  });

  it('keeps what is here and later, entry by entry, also when it was written after the preview', async () => {
    const fake = fakeApp();
    const file = await read(fake);
    await compareImport(fake.app, [file]);
    laterHere(fake);
    await importRecords(fake.app, [file]);
    const meeting = meetingOf(replicaOf(fake.store.changes));
    expect(meeting.standout.get(entryIdOf('standout'))?.text).toBe('Said here, later.');
    expect(meeting.mark).toEqual(meetingOfRecord(record).mark);
    expect((await compared(fake)).lines[0]?.entries).toMatchObject({ earlier: 1, here: record.entries.length - 1 });
  });

  it('does not displace a revision of the same number that is here', async () => {
    const fake = fakeApp();
    const own = { ...record, device: countingId(5) as MeetingRecord['device'] };
    fake.store.records.push(own);
    await imported(fake);
    expect(fake.store.records).toEqual([own]);
  });

  it('refuses a roadmap version that says something else than the one here, and one that swaps a meeting’s own', async () => {
    const fake = fakeApp();
    const [phase, ...others] = record.roadmap.phases;
    if (!phase) throw new Error('a roadmap has phases');
    const altered = { ...record, roadmap: { ...record.roadmap, phases: [{ ...phase, title: 'Something else' }, ...others] } };
    expect(await compared(fake, altered)).toMatchObject({ lines: [], refused: [{ obstacle: { type: 'RoadmapDiffers', id: record.roadmap.id, version: record.roadmap.version } }] });
    await imported(fake);
    const swapped = { ...record, roadmap: { ...altered.roadmap, version: '99' } };
    expect(await compared(fake, swapped)).toMatchObject({ refused: [{ obstacle: { type: 'RoadmapDiffers', version: '99' } }] });
    expect(fake.store.roadmaps).toHaveLength(1);
  });

  it('refuses a file that takes the stamp of another change here, and keeps that change', async () => {
    const fake = fakeApp();
    await imported(fake);
    const taken = record.entries.find(({ id }) => id.startsWith('mark:'));
    if (!taken) throw new Error('the sample has marks');
    const value = { text: 'Said elsewhere', tag: null, about: { to: 'meeting', id: '' }, atMs: tenOClock };
    const forged = { ...record, entries: [{ id: 'note:forged', kind: 'note', stamp: taken.stamp, value }] };
    expect(await compared(fake, forged)).toMatchObject({ refused: [{ obstacle: { type: 'NotARecord', at: 'entries.0.stamp' } }] });
    expect(await imported(fake, forged)).toEqual({ ok: true, value: 0 });
    expect(fake.store.changes).toHaveLength(record.entries.length);
  });

  it('adds nothing when the tablet is full, and all of it once there is room', async () => {
    const fake = fakeApp();
    const file = await read(fake);
    fake.store.refuse({ type: 'StorageFull', usedBytes: 1, quotaBytes: 1 });
    expect(await importRecords(fake.app, [file])).toEqual({ ok: false, error: { type: 'ImportNotStored', because: 'StorageFull' } });
    expect(fake.store.changes).toEqual([]);
    fake.store.refuse(null);
    expect(await importRecords(fake.app, [file])).toEqual({ ok: true, value: 1 });
    expect(fake.store.listed.has(record.meeting)).toBe(true);
  });

  it('writes nothing when it is called off', async () => {
    const fake = fakeApp();
    const stop = new AbortController();
    stop.abort();
    expect(await importRecords(fake.app, [await read(fake)], { signal: stop.signal })).toEqual({ ok: false, error: { type: 'CalledOff' } });
    expect(fake.store.changes).toEqual([]);
  });
});
