import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, guarded, unguarded } from '#export/tables-csv/csv.ts';
import { anyText } from '#tests/support/arbitrary-meeting.ts';
import { hostileCells } from './hostile-cells.ts';
import { readCsv } from './read-csv.ts';

const columns = [{ name: 'a', means: '' }, { name: 'b', means: '' }];

describe('a csv file', () => {
  it('quotes every field, ends lines with CRLF and begins with a byte-order mark', () => {
    expect(csvOf({ columns, rows: [['x', 1], [null, 'say "so"\nand go']] })).toBe(
      '\ufeff"a","b"\r\n"x","1"\r\n"","say ""so""\nand go"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n', '＝1', '＋1', '－1', '＠x', '  =1', '\u200b=1', '\ufeff=1', '−1', "'=1"])(
    'keeps %j from becoming a formula',
    (text) => {
      expect(guarded(text)).toBe(`'${text}`);
      expect(unguarded(guarded(text))).toBe(text);
    },
  );

  it.each(['R-14', '4 x 30', 'a=b', 'me@home', '', ' ', '“=”'])('leaves %j as it is', (text) => {
    expect(guarded(text)).toBe(text);
  });

  it('leaves a negative number a number', () => {
    expect(readCsv(csvOf({ columns, rows: [[-3, 0]] }))[1]).toEqual(['-3', '0']);
  });

  it('is read back by another reader, without its guard, as it was', () => {
    const cell = fc.oneof(anyText, anyText.map((text) => `=${text}`), anyText.map((text) => `"${text}\r\n,`));
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
      const [head, ...body] = readCsv(csvOf({ columns, rows }));
      expect(head).toEqual(['a', 'b']);
      expect(body.map((row) => row.map(unguarded))).toEqual(rows);
    }));
  });

  it('has hostile texts as they were, for a reader of another maker, and none that a spreadsheet runs', () => {
    const text = csvOf({ columns, rows: hostileCells.map((cell) => [cell, 1]) });
    const [, ...rows] = parse(text, { bom: true, record_delimiter: '\r\n' });
    expect(rows.map(([cell = '']) => unguarded(cell))).toEqual(hostileCells);
    for (const [cell = ''] of rows) expect(cell).not.toMatch(/^[\s\u0000-\u001f\u200b\ufeff]*[=+\-@＝＋－＠−]/u);
  });

  it('has no cell that begins like a formula', () => {
    fc.assert(fc.property(anyText, fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', ' =', ''), (text, first) => {
      const [, [cell = ''] = []] = readCsv(csvOf({ columns: columns.slice(0, 1), rows: [[first + text]] }));
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    }));
  });
});
