import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#domain/entry.ts';
import { entryIdOf } from '#domain/ids.ts';
import { followUpsOf } from '#domain/meeting/follow-up.ts';
import { sharedNotes } from '#domain/meeting/note.ts';
import { conditionsOf } from '#domain/meeting/plan.ts';
import { tally } from '#domain/meeting/tally.ts';
import { threadRows } from '#domain/meeting/thread.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { Cell, Table, TableKind } from '#domain/record/table.ts';
import { tablesOf } from '#domain/record/tables-of-many.ts';
import { withheldEntries } from '#domain/record/withheld.ts';
import { askedItems, askedPhases } from '#domain/roadmap/asked-items.ts';
import { anyJournal } from '#tests/support/arbitrary-meeting.ts';
import { basics, note, recordOfEdits, recordOfJournal, sampleRecord } from './records.ts';

const tableNamed = (record: MeetingRecord, kind: TableKind, name: string): Table => {
  const found = tablesOf([record], kind).find((table) => table.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};
const column = (table: Table, name: string): readonly (Cell | undefined)[] => {
  const at = table.columns.findIndex((of) => of.name === name);
  return table.rows.map((row) => row[at]);
};
const allText = (record: MeetingRecord, kind: TableKind): string => JSON.stringify(tablesOf([record], kind).map(({ rows }) => rows));

describe('tables of a record', () => {
  it('count as the domain counts, whatever the meeting', () => {
    fc.assert(fc.property(anyJournal, fc.constantFrom<TableKind>('identified', 'de-identified'), (journal, kind) => {
      const record = recordOfJournal(journal);
      const meeting = meetingOfRecord(record);
      const items = askedItems(askedPhases(record.roadmap, conditionsOf(meeting)));
      const counts = tally(items.values(), meeting);
      const marks = tableNamed(record, kind, 'marks');
      const asked = column(marks, 'answer').filter((_, at) => column(marks, 'asked')[at] === 'yes');
      for (const answer of ['yes', 'partly', 'no', 'na'] as const) {
        expect(asked.filter((cell) => cell === answer)).toHaveLength(counts[answer]);
      }
      expect(asked.filter((cell) => cell === null)).toHaveLength(counts.unmarked);
      expect(column(marks, 'answer').filter((cell) => cell !== null)).toHaveLength(meeting.mark.size);
      const withheld = withheldEntries(meeting);
      const shown = followUpsOf(meeting).filter(({ entry }) => !withheld.has(entry));
      expect(tableNamed(record, kind, 'notes').rows).toHaveLength(sharedNotes(meeting).length);
      expect(tableNamed(record, kind, 'turns').rows).toHaveLength(meeting.turn.size + meeting.sample.size + meeting.estimate.size);
      expect(tableNamed(record, kind, 'thread').rows).toHaveLength(threadRows(meeting).length * 5);
      expect(tableNamed(record, kind, 'follow-ups').rows).toHaveLength(shown.length);
      expect(tableNamed(record, kind, 'attendees').rows).toHaveLength(meeting.attendee.size);
    }), { numRuns: 60 });
  });

  it('have as many cells in each row as columns', () => {
    for (const { columns, rows } of tablesOf([sampleRecord()], 'identified')) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('name code, day and school when identified', () => {
    const meetings = tableNamed(recordOfEdits([basics()]), 'identified', 'meetings');
    expect(column(meetings, 'code')).toEqual(['R-14']);
    expect(column(meetings, 'date')).toEqual(['2026-11-12']);
    expect(column(meetings, 'school')).toEqual(['Mesa']);
  });

  it('say neither code, day, place nor id when de-identified', () => {
    const record = recordOfEdits([
      basics(), note('R-14 came in with Maria, born 04/05/2017; see r-14.'),
      { kind: 'attendee', entry: entryIdOf('attendee', 'p1'), value: { role: 'family', how: 'in-person', words: 'Ms. Ortega', order: 1 } },
      { kind: 'timing', entry: entryIdOf('timing'), value: { startedAtMs: 1_794_500_000_000, endedAtMs: 1_794_503_600_000, leftAtMs: null } },
    ] satisfies Edit[]);
    const text = allText(record, 'de-identified');
    for (const told of ['R-14', 'r-14', '2026-11-12', 'Mesa', 'Grade 3', 'Room 7', 'Maria', 'Ortega', '04/05/2017', record.meeting, 'T1', 'n1']) {
      expect(text).not.toContain(told);
    }
    expect(column(tableNamed(record, 'de-identified', 'meetings'), 'month')).toEqual(['2026-11']);
    expect(column(tableNamed(record, 'de-identified', 'meetings'), 'minutes')).toEqual([60]);
  });

  it('have no device-only note, also from a file that brings one', () => {
    const record = recordOfEdits([basics(), note('for my own eyes')]);
    const smuggled: MeetingRecord = {
      ...record,
      entries: record.entries.map((entry) => (entry.kind === 'note' ? { ...entry, value: { ...(entry.value as object), tag: 'device-only' } } : entry)),
    };
    expect(allText(smuggled, 'identified')).not.toContain('for my own eyes');
  });
});
