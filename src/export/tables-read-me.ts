/** What goes before tables, in whatever format: what they are of, what is left out, what each column means. */
import { leastShown } from '#domain/record/small-counts.ts';
import type { BookFacts } from '#domain/record/tables-of-many.ts';
import type { TableKind } from '#domain/record/table.ts';
import { omission } from '#domain/record/without-code.ts';

export const purposeLine = 'For coaching and system support; not for staff evaluation.';

export interface ReadMe {
  readonly title: string;
  readonly lines: readonly string[];
}

const kindLines: Readonly<Record<TableKind, readonly string[]>> = {
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

const ofMany: Readonly<Record<TableKind, readonly string[]>> = {
  identified: ['items has the answers to each item over all meetings.'],
  'de-identified': [
    `items has the answers to each item over all meetings. Counts under ${String(leastShown)} are left out there, and what would tell them.`,
    'The other tables have one row for each thing in a meeting. Whoever counts their rows has small counts again:',
    'hand on items alone where a small group must not be told.',
  ],
};

const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

/** The lines above the list of columns; `form` are lines on the format itself. */
export function readMeOf({ kind, meetings, samples, from, to }: BookFacts, form: readonly string[], purpose = purposeLine): ReadMe {
  const range = from === null ? [] : [from === to || to === null ? `Held: ${from}` : `Held: ${from} to ${to}`];
  return {
    title: `Quiet Checkpoint: tables of ${meetings === 1 ? 'one meeting' : counted(meetings, 'meeting', 'meetings')}`,
    lines: [
      purpose,
      '',
      ...kindLines[kind],
      ...range,
      ...(samples === 0 ? [] : [`${counted(samples, 'is a sample', 'are samples')} and no real meeting: the column sample says yes.`]),
      'Notes that stay on the tablet are not among them.',
      ...(meetings > 1 ? ofMany[kind] : []),
      '',
      ...form,
      'Not looked at is empty; it never counts as not yet.',
    ],
  };
}
