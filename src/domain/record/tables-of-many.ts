/**
 * Tables of one or many records. Each table has the rows of all; a row names its meeting by
 * id, or by M1, M2 ..., which join nothing outside of the file.
 *
 * Of more than one meeting there is also `items`: for each item, in how many meetings it was
 * asked and how it was answered. De-identified, its small counts are left out
 * (`small-counts.ts`). The other tables have one row per event and no counts over groups.
 */
import { meetingOfRecord } from './finish.ts';
import { basicsOf } from '../meeting/glance.ts';
import { itemCounts } from './item-counts.ts';
import type { MeetingRecord } from './record.ts';
import type { Cell, Table, TableColumn, TableKind } from './table.ts';
import { tablesOfOne } from './tables.ts';
import { codeRemover } from './without-code.ts';

/** Tables that are made record by record, so that no more than one needs to be in memory. */
export interface TableBook {
  readonly add: (record: MeetingRecord) => void;
  /** The tables of all that was added so far; none before the first. */
  readonly tables: () => Table[];
  readonly facts: () => BookFacts;
}

/** What the tables are of. */
export interface BookFacts {
  readonly kind: TableKind;
  readonly meetings: number;
  /** How many of them are samples. */
  readonly samples: number;
  /** The first and the last day ('YYYY-MM-DD'), or month where days are left out; null where none is known. */
  readonly from: string | null;
  readonly to: string | null;
}

interface Growing {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: (readonly Cell[])[];
}

/** A book without a record. */
export function tableBook(kind: TableKind): TableBook {
  const tables: Growing[] = [];
  const codes = new Set<string>();
  const days: string[] = [];
  const items = itemCounts(kind);
  let meetings = 0;
  let samples = 0;
  return {
    add(record) {
      meetings += 1;
      const meeting = meetingOfRecord(record);
      const { code, onDate } = basicsOf(meeting);
      codes.add(code);
      if (onDate !== null) days.push(kind === 'identified' ? onDate : onDate.slice(0, 7));
      if (record.sample) samples += 1;
      else items.add(record, meeting);
      for (const [at, { name, columns, rows }] of tablesOfOne(record, kind, kind === 'identified' ? record.meeting : `M${String(meetings)}`).entries()) {
        const known = tables[at] ?? { name, columns, rows: [] };
        for (const row of rows) known.rows.push(row);
        tables[at] = known;
      }
    },
    tables() {
      const shown = kind === 'identified' ? tables : tables.map((table) => withoutCodes(table, codeRemover(codes)));
      return meetings > 1 ? [...shown, items.table()] : [...shown];
    },
    facts() {
      const sorted = days.toSorted();
      return { kind, meetings, samples, from: sorted[0] ?? null, to: sorted.at(-1) ?? null };
    },
  };
}

/** All tables of these records, in the order in which a reader would open them. */
export function tablesOf(records: Iterable<MeetingRecord>, kind: TableKind): Table[] {
  const book = tableBook(kind);
  for (const record of records) book.add(record);
  return book.tables();
}

/** Codes of all meetings go: a note can name the student of another one. */
function withoutCodes({ name, columns, rows }: Growing, remove: (words: string) => string): Table {
  const free = columns.map((column) => column.free);
  if (!free.includes(true)) return { name, columns, rows };
  return { name, columns, rows: rows.map((row) => row.map((cell, at) => (free[at] && typeof cell === 'string' ? remove(cell) : cell))) };
}
