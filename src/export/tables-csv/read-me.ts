import type { Table } from '#domain/record/tables.ts';
import { omission } from '#domain/record/without-code.ts';
import type { ExportKind } from '../format.ts';

const kindLines: Readonly<Record<ExportKind, readonly string[]>> = {
  identified: [
    'Kind: identified. These tables have the student code, days and clock times.',
    'Keep them as you keep any education record.',
  ],
  'de-identified': [
    'Kind: de-identified. There is no student code, school, team or room; a month stands in place of a day.',
    `What looked like a name, a birth date or an id number in running text reads ${omission}.`,
    'That is a careful guess, not a promise: read the text once before you hand it on.',
  ],
};

/** The file that explains the others: what each column means. */
export const readMe = (tables: readonly Table[], kind: ExportKind): string =>
  [
    'Quiet Checkpoint: tables of one meeting',
    'For coaching and system support; not for staff evaluation.',
    '',
    ...kindLines[kind],
    'Notes that stay on the tablet are not among them.',
    '',
    'Files are UTF-8, comma-separated, every field in quotation marks.',
    "A text that a spreadsheet could take for a formula has an apostrophe (') before it;",
    'so has a text that begins with an apostrophe. Take one away to have the text as it was written.',
    'Not looked at is empty; it never counts as not yet.',
    ...tables.flatMap((table) => [
      '',
      `${table.name}.csv`,
      ...table.columns.map(({ name, means }) => `  ${name}: ${means}`),
    ]),
    '',
  ].join('\r\n');
