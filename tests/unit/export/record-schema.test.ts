import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaText } from '#build/write-schemas.ts';
import { parseRecord } from '#domain/record/record.ts';
import { anyJournal } from '#tests/support/arbitrary-meeting.ts';
import { fits } from './fits-schema.ts';
import { recordOfJournal, sampleRecord } from './records.ts';

const schemaFile = 'public/schema/record-1.json';
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const sample = plain(sampleRecord()) as Record<string, unknown> & { entries: Record<string, unknown>[] };
const withEntry = (patch: object): unknown => ({ ...sample, entries: [...sample.entries, { id: 'note:x1', kind: 'note', stamp: `${'1'.repeat(16)}-${'2'.repeat(16)}`, value: null, ...patch }] });

describe('the published schema of the record', () => {
  it('is what the code says; npm run schema writes it anew', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText(schemaFile));
  });

  it('fits any record that this app writes', () => {
    expect(fits(sample, schema)).toBe(true);
    fc.assert(fc.property(anyJournal, (journal) => fits(plain(recordOfJournal(journal)), schema)), { numRuns: 40 });
  });

  it.each([
    ['another format', { ...sample, format: 'x' }], ['a later version', { ...sample, schemaVersion: 2 }], ['no roadmap', { ...sample, roadmap: undefined }],
    ['an id that is none', { ...sample, meeting: 'M1' }], ['a revision of none', { ...sample, revision: 0 }], ['half a revision', { ...sample, revision: 1.5 }],
    ['a stamp from the far future', withEntry({ stamp: `e${'0'.repeat(15)}-${'2'.repeat(16)}` })], ['an id of another kind', withEntry({ id: 'mark:x1' })],
    ['a mark of no answer', withEntry({ id: 'mark:x1', kind: 'mark', value: { answer: 'maybe', atMs: 0 } })], ['a note without text', withEntry({ value: { tag: null, atMs: 0 } })],
    ['a second header', withEntry({ id: 'basics:2', kind: 'basics' })], ['a day that is none', withEntry({ id: 'follow-up:1', kind: 'follow-up', value: { what: '', owner: '', dueOn: 'Monday', doneOn: null, source: { from: 'self', id: '' }, order: 1 } })],
    ['a roadmap without items', { ...sample, roadmap: { ...Object(sample['roadmap']) as object, items: [] } }], ['a list', []], ['nothing', null],
  ])('refuses %s, as the reader does', (_, input) => {
    const read = plain(input);
    expect([fits(read, schema), parseRecord(read).ok]).toEqual([false, false]);
  });

  it.each([
    ['a tombstone', withEntry({})], ['a kind of a later version', withEntry({ id: 'later:1', kind: 'later', value: { any: ['thing'] } })], ['a field of a later version', { ...sample, later: true }],
  ])('fits %s, as the reader does', (_, input) => {
    const read = plain(input);
    expect([fits(read, schema), parseRecord(read).ok]).toEqual([true, true]);
  });
});
