/**
 * A workbook (ECMA-376, Office Open XML): a sheet for each table and a read-me before them.
 * Written here and not by a library: the ones there are pack in workers that the policy bars,
 * note the moment, and some cells of text (`constructor`, control characters) came out as others.
 */
import { assert, ok } from '#domain/result.ts';
import type { Write, WriteTables } from '../format.ts';
import { bookOf, rowsBy } from '../tables-book.ts';
import { namesAreData, readMeOf } from '../tables-read-me.ts';
import { readMeSheet, sheetsOf } from './sheet.ts';
import { packed } from './workbook.ts';

/** The workbook of all records' tables. */
export const write: Write = async (records, options) => {
  const book = await bookOf(records, options);
  if (!book.ok) return book;
  const { tables, facts } = book.value;
  const { readMe: words, purposeLine } = options;
  assert(words !== null, 'tables have a read-me');
  const sheets = [readMeSheet(readMeOf(facts, words.workbook, words, purposeLine), tables), ...tables.flatMap(sheetsOf)];
  return ok({ bytes: await packed(sheets, options.signal), rows: rowsBy(tables) });
};

/** The same of tables that come from no record. */
export const writeTables: WriteTables = (tables, readMe) =>
  packed([readMeSheet({ ...readMe, lines: [...readMe.lines, ...namesAreData(readMe.words)] }, tables), ...tables.flatMap(sheetsOf)]);
