import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Edit } from '#domain/entry.ts';
import { entryIdOf } from '#domain/ids.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { addedCounts, rowCountsOf } from '#domain/record/row-counts.ts';
import { shownParts } from '#domain/record/small-counts.ts';
import type { Table, TableKind } from '#domain/record/table.ts';
import { tablesOf } from '#domain/record/tables-of-many.ts';
import { conditionsOf } from '#domain/meeting/plan.ts';
import { tally } from '#domain/meeting/tally.ts';
import { askedItems, askedPhases } from '#domain/roadmap/asked-items.ts';
import { carriedOut, draftFrom } from '#domain/roadmap/draft.ts';
import { publishedFrom } from '#domain/roadmap/publish.ts';
import { recordFrom } from '#tests/support/pattern-record.ts';
import { anyJournal } from '#tests/support/arbitrary-meeting.ts';
import { basics, note, recordOfEdits, recordOfJournal, roadmap, sampleRecord } from './records.ts';

const [item = ''] = roadmap.items.filter(({ appliesWhen }) => appliesWhen.length === 0).map(({ id }) => id);
const marked = (answer: Answer): Edit => ({ kind: 'mark', entry: entryIdOf('mark', item), value: { answer, atMs: 0 } });
const meetingAt = (at: number, edits: readonly Edit[]): MeetingRecord => ({ ...recordOfEdits([basics({ code: `R-${String(at + 10)}` }), ...edits]), meeting: `6f1d2c3b-0000-4000-8000-${String(at).padStart(12, '0')}` as MeetingRecord['meeting'] });
const answered = (...counts: readonly (readonly [Answer, number])[]): MeetingRecord[] =>
  counts.flatMap(([answer, count]) => Array.from({ length: count }, () => answer)).map((answer, at) => meetingAt(at, [marked(answer)]));
const named = (records: readonly MeetingRecord[], kind: TableKind, name: string): Table => {
  const found = tablesOf(records, kind).find((table) => table.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};
const countsOf = (records: readonly MeetingRecord[], kind: TableKind): unknown[] => named(records, kind, 'items').rows.find((row) => row[1] === item)?.slice(6) ?? [];

describe('tables of many meetings', () => {
  it('have the rows of all, and name the meeting in each', () => {
    const records = [meetingAt(1, [note('one')]), meetingAt(2, [note('two'), note('three', null, 'n2')])];
    const ids = (kind: TableKind): unknown[] => named(records, kind, 'notes').rows.map(([meeting]) => meeting);
    expect(ids('identified')).toEqual([records[0]?.meeting, records[1]?.meeting, records[1]?.meeting]);
    expect(ids('de-identified')).toEqual(['M1', 'M2', 'M2']);
  });

  it('have as many rows as the domain counts, whatever the meetings', () => {
    fc.assert(fc.property(fc.array(anyJournal, { minLength: 1, maxLength: 4 }), fc.constantFrom<TableKind>('identified', 'de-identified'), (journals, kind) => {
      const records = journals.map(recordOfJournal);
      const wanted = records.map(rowCountsOf).reduce(addedCounts);
      const tables = tablesOf(records, kind).filter(({ name }) => name !== 'items');
      expect(Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length]))).toEqual(wanted);
    }), { numRuns: 30 });
  });

  it('count items that a later version merged as the one that they are there, the lower mark of each meeting', () => {
    const [one, other] = ['goal-from-need', 'goal-measurable'];
    const draft = carriedOut(draftFrom(roadmap), { type: 'merge-items', items: [one, other], label: 'Both' }, 'both');
    const next = publishedFrom(draft, { version: '2', onDate: '2026-11-24' });
    if (!next.ok) throw new Error('it can be published');
    const [before, alone] = [recordFrom({ n: 1, marks: { [one]: 'yes', [other]: 'no' } }), recordFrom({ n: 2, marks: { [other]: 'partly' } })];
    const { rows } = named([before, alone, recordFrom({ n: 3, marks: { both: 'yes' } }, next.value)], 'identified', 'items');
    expect(rows.filter((row) => [one, other, 'both'].includes(String(row[1]))).map((row) => [row[1], row[2], ...row.slice(6)])).toEqual([['both', 'Both', 3, 1, 1, 1, 0, 0]]);
    expect(named([before, alone], 'identified', 'items').rows.filter((row) => row[1] === one || row[1] === other)).toHaveLength(2);
  });

  it('count each item as the domain does, samples left aside', () => {
    fc.assert(fc.property(fc.array(anyJournal, { minLength: 2, maxLength: 5 }), (journals) => {
      const records = journals.map(recordOfJournal);
      const items = named([...records, sampleRecord()], 'identified', 'items');
      for (const [at, part] of (['asked', 'yes', 'partly', 'no', 'na', 'unmarked'] as const).entries()) {
        const total = items.rows.reduce((sum, row) => sum + Number(row[6 + at]), 0);
        const wanted = records.filter(({ sample }) => !sample).reduce((sum, record) => {
          const meeting = meetingOfRecord(record);
          return sum + tally(askedItems(askedPhases(record.roadmap, conditionsOf(meeting))).values(), meeting)[part];
        }, 0);
        expect(total).toBe(wanted);
      }
    }), { numRuns: 20 });
  });

  it('leave small counts out when de-identified, and what would tell them', () => {
    expect(countsOf(answered(['yes', 12], ['partly', 11]), 'de-identified')).toEqual([23, 12, 11, 0, 0, 0]);
    expect(countsOf(answered(['yes', 12], ['partly', 11], ['no', 3]), 'de-identified')).toEqual([26, 12, null, null, null, null]);
    expect(countsOf(answered(['yes', 5], ['no', 4]), 'de-identified')).toEqual([null, null, null, null, null, null]);
    expect(countsOf(answered(['yes', 5], ['no', 4]), 'identified')).toEqual([9, 5, 0, 4, 0, 0]);
  });

  it('never show a count under ten, nor leave one to be worked out from the whole', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 6 }), (parts) => {
      const shown = shownParts(parts);
      expect(shown.every((count) => count === null || count === 0 || count >= 10)).toBe(true);
      const left = parts.filter((_, at) => shown[at] === null);
      const sum = left.reduce((total, count) => total + count, 0);
      expect(left.length === 0 || sum >= 10 || shown.every((count) => count === null)).toBe(true);
      expect(left.filter((count) => count > 0).length === 1 && shown.some((count) => count !== null && count > 0)).toBe(false);
    }));
  });

  it('take out the codes of all meetings, also where a note names the student of another', () => {
    const text = JSON.stringify(tablesOf([meetingAt(1, [note('like R-12, and r-11 too')]), meetingAt(2, [])], 'de-identified'));
    for (const told of ['R-11', 'r-11', 'R-12']) expect(text).not.toContain(told);
  });

  it('say in every row whether it is of a sample', () => {
    for (const { name, columns, rows } of tablesOf([sampleRecord(), meetingAt(1, [note('real')])], 'de-identified')) {
      if (name === 'items') continue;
      expect(columns.at(-1)?.name).toBe('sample');
      for (const row of rows) expect(row.at(-1)).toBe(row[0] === 'M1' && sampleRecord().sample ? 'yes' : 'no');
    }
  });
});
