import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recordFormats as formats } from '#export/registry.ts';
import type { ExportKind } from '#export/format.ts';
import { tablesOf } from '#domain/record/tables-of-many.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import { readRecord } from '#intake/read-record.ts';
import { anyJournal } from '#tests/support/arbitrary-meeting.ts';
import { readCsv } from './read-csv.ts';
import { recordOfJournal, sampleRecord } from './records.ts';
import { files } from '#ui/words/en/files.ts';

async function written(id: keyof typeof formats, record: MeetingRecord, kind: ExportKind): Promise<Uint8Array<ArrayBuffer>> {
  const { write } = await formats[id].load();
  const bytes = await write([record], { kind, readMe: files.tables });
  if (!bytes.ok) throw new Error(`refused at ${JSON.stringify(bytes.error)}`);
  return bytes.value.bytes;
}
const atTheEnd = { nowMs: 5_000_000_000_000 };
const forbidden = /"(?:__proto__|constructor|prototype)":/;

describe('the record as JSON', () => {
  it('is read back equal, whatever the meeting', async () => {
    await fc.assert(fc.asyncProperty(anyJournal, async (journal) => {
      const record = recordOfJournal(journal);
      fc.pre(!forbidden.test(JSON.stringify(record.entries)));
      const read = await readRecord(new Blob([await written('record-json', record, 'identified')]), atTheEnd);
      expect(read).toEqual({ ok: true, value: record });
      if (read.ok) expect(meetingOfRecord(read.value)).toEqual(meetingOfRecord(record));
    }), { numRuns: 40 });
  });

  it('keeps fields that this version does not know', async () => {
    const record = { ...sampleRecord(), laterField: { of: ['a', 'later version'] } };
    const read = await readRecord(new Blob([await written('record-json', record, 'identified')]), atTheEnd);
    expect(read.ok && read.value['laterField']).toEqual({ of: ['a', 'later version'] });
  });

  it('is not written when it could not be read again', async () => {
    const { write } = await formats['record-json'].load();
    expect(await write([{ ...sampleRecord(), revision: Number.NaN }], { kind: 'identified', readMe: files.tables })).toEqual({ ok: false, error: { type: 'NotARecord', at: 'revision' } });
  });
});

describe('the tables in a zip', () => {
  it.each(['identified', 'de-identified'] as const)('hold one file per table and a read-me that explains each column (%s)', async (kind) => {
    const record = sampleRecord();
    const files = unzipSync(await written('tables-csv', record, kind));
    const tables = tablesOf([record], kind);
    expect(Object.keys(files).sort()).toEqual(['read-me.txt', ...tables.map(({ name }) => `${name}.csv`)].sort());
    const readMe = strFromU8(files['read-me.txt'] ?? new Uint8Array());
    for (const { name, columns, rows } of tables) {
      const bytes = files[`${name}.csv`] ?? new Uint8Array();
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [head, ...body] = readCsv(strFromU8(bytes));
      expect(head).toEqual(columns.map((column) => column.name));
      expect(body).toHaveLength(rows.length);
      for (const column of columns) expect(readMe).toContain(`${column.name}: ${column.means}`);
    }
    expect(readMe).toContain('not for staff evaluation');
  });

  it('are the same bytes at any time, so that they do not tell the day', async () => {
    const record = sampleRecord();
    expect(await written('tables-csv', record, 'de-identified')).toEqual(await written('tables-csv', record, 'de-identified'));
  });
});
