import { describe, expect, it } from 'vitest';
import { compareImport } from '#app/intake/compare-import.ts';
import { importRecords } from '#app/intake/import-records.ts';
import { readImportFile } from '#app/intake/read-import-file.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import { allNotes, choiceOf, noteChoices, withNotes } from '#domain/record/chosen-notes.ts';
import { parseRecord, type MeetingRecord } from '#domain/record/record.ts';
import { recordWithoutNames, withoutNames } from '#domain/record/without-names.ts';
import { fakeApp } from '#tests/support/fake-app.ts';
import { basics, note, recordOfEdits, sampleRecord } from './records.ts';

const record = sampleRecord();
const fileOf = (value: MeetingRecord): File => new File([JSON.stringify(value)], 'record.json');
const tagsOf = (value: MeetingRecord) => new Set([...meetingOfRecord(value).note.values()].map(({ tag }) => choiceOf(tag)));

describe('a record with some notes left out', () => {
  it.each(noteChoices)('has none of %s, all else, and says so', (left) => {
    const chosen = new Set(noteChoices.filter((choice) => choice !== left));
    const some = withNotes(record, chosen);
    expect(tagsOf(some).has(left)).toBe(false);
    expect(some.notesLeftOut).toEqual([left]);
    expect(parseRecord(JSON.parse(JSON.stringify(some))).ok).toBe(true);
    expect(some.entries.filter(({ kind }) => kind !== 'note')).toEqual(record.entries.filter(({ kind }) => kind !== 'note'));
    expect(withNotes(record, allNotes)).toBe(record);
  });

  it('takes nothing away where the whole is, and is made whole by it', async () => {
    const some = withNotes(record, new Set(['strength']));
    const read = async (fake: ReturnType<typeof fakeApp>, value: MeetingRecord) => [await readImportFile(fake.app, fileOf(value))];
    const full = fakeApp();
    await importRecords(full.app, await read(full, record));
    expect(await compareImport(full.app, await read(full, some))).toMatchObject({ lines: [{ standing: 'here', entries: { fresh: 0, later: 0 } }] });
    const other = fakeApp();
    await importRecords(other.app, await read(other, some));
    expect(tagsOf(some)).toEqual(new Set(['strength']));
    await importRecords(other.app, await read(other, record));
    expect(meetingOf(replicaOf(other.store.changes))).toEqual(meetingOf(replicaOf(full.store.changes)));
  });
});

describe('nobody named', () => {
  it('leaves out what looks like a name, and dates and numbers where asked', () => {
    const words = 'We met Maria Lopez on 4/12/2014 with Mr. Lee.';
    expect(withoutNames(words, 'names')).toBe('We met […] on 4/12/2014 with Mr. […].');
    expect(withoutNames(words, 'all')).toBe('We met […] on […] with Mr. […].');
    expect(withoutNames('Nobody is named here.', 'all')).toBe('Nobody is named here.');
  });

  it('touches free text only', () => {
    const named = recordOfEdits([basics({ team: 'Team of Maria Lopez' }), note('Then Maria Lopez spoke.')]);
    const without = recordWithoutNames(named, 'names');
    expect(JSON.stringify(without.entries)).toContain('Team of Maria Lopez');
    expect(JSON.stringify(without.entries)).toContain('Then […] spoke.');
    expect(without.entries.map(({ id }) => id)).toEqual(named.entries.map(({ id }) => id));
  });
});
