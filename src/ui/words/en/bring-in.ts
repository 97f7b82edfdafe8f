/** Words of the screen that brings in files, in English. What can be in their way stands in intake-words.ts. */
import type { EntryCounts, RecordLine, Standing } from '#app/intake/compare-import.ts';
import { plain } from './plain.ts';

const { counted } = plain;
const standing: Readonly<Record<Standing, string>> = { new: 'New here', adds: 'Adds to what is here', here: 'Here already', twice: 'There twice, taken once' };
const parts = (part: number): string => `${String(Math.round(part * 100))} of 100 parts`;

export const bringIn = {
  title: 'Bring in files',
  lead: 'Records that were saved on another tablet: single ones, a zip of many, or sealed under a passphrase. You see what they hold before anything is added.',
  files: 'Files',
  filesToBring: 'Files to bring in',
  choose: 'Choose files',
  chooseOthers: 'Choose other files',
  orDrop: 'or drop them here',
  reading: ({ name, at, of, part }: { readonly name: string; readonly at: number; readonly of: number; readonly part: number }): string =>
    `Reading ${name}${of > 1 ? `, file ${String(at)} of ${String(of)}` : ''}${part > 0 ? `: ${parts(part)}` : ''}. Nothing on the tablet changes.`,
  sharedTooLarge: 'What was shared is more than 64\u00a0MB or 20\u00a0files, so it was not taken. All that is on this tablet is as it was. Choose the files here instead.',
  callOff: 'Call it off',
  added: (meetings: number): string => `${counted(meetings, 'meeting')} ${meetings === 1 ? 'is' : 'are'} on this tablet now.`,
  toMeetings: 'To the meetings',
  isCalendar: (name: string): string => `${name} is a calendar. Meetings can be planned from it.`,
  planFrom: 'Choose meetings to plan',
  isSealed: (name: string): string => `${name} is sealed under a passphrase.`,
  openSealed: (name: string): string => `Open ${name}`,
  passphrase: 'Passphrase of the file',
  showIt: 'Show it while I type',
  open: 'Open the file',
  refused: 'Not brought in',
  refusedFiles: (files: number): string => counted(files, 'file'),
  what: 'What they would bring',
  /** How a record in a file stands to what is here. */
  standing,
  /** `20 meetings: 18 new, 2 here already`. */
  standings: (lines: readonly Pick<RecordLine, 'standing'>[]): string =>
    (['new', 'adds', 'here', 'twice'] as const)
      .map((how) => ({ how, of: lines.filter((line) => line.standing === how).length }))
      .filter(({ of }) => of > 0)
      .map(({ how, of }) => `${String(of)}\u00a0${standing[how].toLowerCase()}`)
      .join(', '),
  showAll: 'Show all',
  sample: 'Sample',
  others: (others: number): string => `${counted(others, 'other file')} in the zip ${others === 1 ? 'is no record and is' : 'are no records and are'} left.`,
  nothing: 'All of it is here already. There is nothing to add.',
  together: 'All of it goes in together, or none of it. Of each entry the later one counts; nothing else changes.',
  add: 'Add to this tablet',
  adding: 'Adding',
  leave: 'Leave it',
  sealing: (part: number): string => `Sealing: ${parts(part)}.`,
  noCode: 'No code',
  noDate: 'No date',
  revision: (revision: number): string => `revision\u00a0${String(revision)}`,
  entries: ({ fresh, later, here, earlier }: EntryCounts): readonly { readonly words: string; readonly count: number }[] => [
    { words: 'Entries that are new here', count: fresh },
    { words: 'Later than what is here', count: later },
    { words: 'Here already', count: here },
    { words: 'Earlier than what is here, which stays', count: earlier },
  ],
};
