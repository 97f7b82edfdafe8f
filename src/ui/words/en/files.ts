/** Words of files that are not pages, in English: before tables, in a calendar, with all of one code. */
import type { CalendarWords, CodeWords, TablesWords } from '#app/export/file-words.ts';

const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;
const purposeLine = 'For coaching and system support; not for staff evaluation.';
const noDeviceOnly = 'Notes that stay on the tablet are not among them.';
const overAll = 'items has the answers to each item over all meetings.';

const tables: TablesWords = {
  purposeLine,
  title: (meetings) => `Quiet Checkpoint: tables of ${meetings === 1 ? 'one meeting' : counted(meetings, 'meeting', 'meetings')}`,
  kind: (kind, omission) => (kind === 'identified' ? [
    'Kind: identified. These tables have the student code, days and clock times.',
    'Keep them as you keep any education record.',
  ] : [
    'Kind: de-identified. There is no student code, school, team or room; a month stands in place of a day.',
    `What looked like a name, a birth date or an id number in running text reads ${omission}.`,
    'That is a careful guess, not a promise: read the text once before you hand it on.',
  ]),
  held: (from, to) => (from === to ? `Held: ${from}` : `Held: ${from} to ${to}`),
  samples: (count) => `${counted(count, 'is a sample', 'are samples')} and no real meeting: the column sample says yes.`,
  noDeviceOnly,
  ofMany: (kind, least) => (kind === 'identified' ? [overAll] : [
    `${overAll} Counts under ${String(least)} are left out there, and what would tell them.`,
    'The other tables have one row for each thing in a meeting. Whoever counts their rows has small counts again:',
    'hand on items alone where a small group must not be told.',
  ]),
  csv: {
    encoding: 'Files are UTF-8, comma-separated, every field in quotation marks.',
    guard: [
      "A text that a spreadsheet could take for a formula has an apostrophe (') before it;",
      'so has a text that begins with an apostrophe. Take one away to have the text as it was written.',
    ],
    moments: 'Moments are in universal time; minute counts from the beginning of the meeting.',
  },
  workbook: [
    'Days, months and moments are dates, lengths are times; moments are in universal time.',
    'minute counts from the beginning of the meeting and is below zero before it.',
    'A text that is longer than a cell can be goes on in the next column, such as text_2.',
  ],
  notLookedAt: 'Not looked at is empty; it never counts as not yet.',
  namesAreData: () => '',
  sheet: { name: 'Read me', heads: ['Sheet', 'Column', 'Meaning'] },
  means: (english) => english,
};

const calendar: CalendarWords = {
  language: 'EN',
  by: (owner) => `By: ${owner}`,
  code: (code) => `Student code: ${code}`,
  sample: 'Sample, not a real meeting.',
  sampleStep: (what) => `Sample: ${what}`,
  doneStep: (what) => `Done: ${what}`,
  purposeLine,
};

const code: CodeWords = {
  lines: (meetings, deviceOnly) => [
    'Quiet Checkpoint: everything about one student code',
    purposeLine,
    '',
    `${String(meetings)} meeting(s), identified: the code, days and clock times are in these files.`,
    'records/ has each meeting as a record that another device can bring in.',
    'tables/ has the same as CSV tables, one folder for each meeting.',
    deviceOnly ? 'device-only-notes.txt has the notes that else stay on the tablet.' : noDeviceOnly,
  ],
  meeting: (id) => `Meeting ${id}`,
};

export const files = { tables, calendar, code };
