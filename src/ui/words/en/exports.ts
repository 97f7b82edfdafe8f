/** Words for what leaves the tablet, in English: the forms, the screen of many meetings, and the export log. What can be in their way is elsewhere. */
import type { FileForm } from '#app/export/form.ts';
import type { LogLine } from '#app/export/log.ts';
import type { NoteChoice } from '#domain/record/chosen-notes.ts';
import { plain } from './plain.ts';

const { counted, listed } = plain;
const meetings = (count: number): string => counted(count, 'meeting');

/** A form that can be chosen. */
export type Form = FileForm | 'summary-print' | 'patterns-print';

interface FormWords {
  readonly name: string;
  readonly says: string;
  /** On its button: to make it, to save it at once, and while it is made. */
  readonly make: string;
  readonly save: string;
  readonly making: string;
}

const form = (name: string, says: string, the: string): FormWords => ({ name, says, make: `Make ${the}`, save: `Save ${the}`, making: `Making ${the}` });

/** How each form is called, and what it is for. */
const forms: Readonly<Record<Form, FormWords>> = {
  'page-pdf': form('PDF', 'The page, to send or to file', 'the PDF'),
  'summary-print': form('Print', 'The page on paper', 'the page'),
  'page-docx': form('Word', 'The page, to write on in', 'the Word file'),
  'tables-xlsx': form('Workbook', 'Marks, notes, times for Excel', 'the workbook'),
  'tables-csv': form('Tables', 'The same as CSV files in a zip', 'the tables'),
  'record-json': form('Record', 'All of it, for another tablet', 'the record'),
  'calendar-ics': form('Calendar', 'Next steps, for a calendar app', 'the calendar file'),
  'patterns-pdf': form('PDF', 'A report, to send or to file', 'the PDF'),
  'patterns-docx': form('Word', 'The report, to write on in', 'the Word file'),
  'patterns-xlsx': form('Workbook', 'The tables as Excel sheets', 'the workbook'),
  'patterns-csv': form('Tables', 'The same as CSV files in a zip', 'the tables'),
  'patterns-print': form('Print', 'This screen on paper', 'the screen'),
};

const notes: Readonly<Record<NoteChoice, string>> = {
  strength: 'Strengths', growth: 'Growth', family: 'Family’s words', 'follow-up': 'Follow-ups', none: 'Without a tag',
};

/** `Observation tables`, as they are called in the preview. */
const tables: Readonly<Record<string, string>> = {
  meetings: 'The meeting', marks: 'Marks', notes: 'Notes', turns: 'Who spoke', thread: 'Alignment thread', reflections: 'Reflection',
  'follow-ups': 'Next steps', attendees: 'Who took part',
};

/** What a line of the log is about. */
const logged: Readonly<Record<LogLine['what'], string>> = {
  'page-pdf': 'Summary as PDF', 'page-docx': 'Summary as Word file', 'tables-xlsx': 'Workbook', 'tables-csv': 'Tables', 'record-json': 'Record',
  'calendar-ics': 'Calendar file', 'summary-print': 'Summary on paper', 'summary-text': 'Summary as text', 'log-csv': 'This log',
  'record-imported': 'Record brought in', 'meeting-removed': 'Meeting removed', 'backup-made': 'Backup saved', 'backup-restored': 'Backup brought in',
  'meeting-reduced': 'Meeting reduced to marks', 'code-exported': 'All of one code saved',
  'patterns-pdf': 'Patterns as PDF', 'patterns-docx': 'Patterns as Word file', 'patterns-csv': 'Patterns as tables', 'patterns-xlsx': 'Patterns as workbook', 'patterns-print': 'Patterns on paper',
};

const kinds: Readonly<Record<LogLine['kind'], string>> = { identified: 'identified', 'de-identified': 'de-identified', none: '' };
const ways: Readonly<Record<NonNullable<LogLine['way']>, string>> = { saved: 'saved', shared: 'handed to Share', printed: 'printed', copied: 'copied' };
const seals: Readonly<Record<NonNullable<LogLine['sealed']>, string>> = { passphrase: 'sealed by a passphrase', recipients: 'sealed for a reader' };
const isChoice = (tag: string): tag is NoteChoice => Object.hasOwn(notes, tag);

/** What a line of the log says beside what and when: `de-identified, saved, 3 meetings`. */
function loggedDetails({ kind, way, sealed, meetings: of, reason, deviceOnlyNotesLeftOut, notesLeftOut = [] }: LogLine): string {
  const left = notesLeftOut.map((tag) => (isChoice(tag) ? notes[tag].toLowerCase() : tag));
  return [
    kinds[kind],
    way ? ways[way] : '',
    sealed ? seals[sealed] : '',
    of === 1 ? '' : meetings(of),
    reason === '' ? '' : `“${reason}”`,
    left.length === 0 ? '' : `without notes: ${listed(left)}`,
    deviceOnlyNotesLeftOut === 0 ? '' : `${counted(deviceOnlyNotesLeftOut, 'device-only note')} left out`,
  ].filter((part) => part !== '').join(', ');
}

/** Says what became of words that look like names, numbers or dates. */
function suspects(found: readonly string[], isLeftOut: boolean): string {
  if (found.length === 0) return 'No name was found in the text.';
  const some = listed(found.slice(0, 3).map((words) => `“${words}”`));
  const more = found.length > 3 ? ` and ${counted(found.length - 3, 'more', 'more')}` : '';
  return isLeftOut
    ? `${some}${more} may be a name or a number and ${found.length === 1 ? 'is' : 'are'} left out: read the text once before it leaves.`
    : `${some}${more} may be a name or a number: read the text once before it leaves.`;
}

export const exports = {
  forms, notes, tables, logged, loggedDetails, suspects,
  /** What the leader needs to know of notes that stay. */
  stays: (count: number): string =>
    (count === 0 ? 'No note is device only.' : `${counted(count, 'device-only note')} ${count === 1 ? 'stays' : 'stay'} on this tablet.`),
  form: 'Form', notesByTag: 'Notes, by their tag', paper: 'Paper', papers: { letter: 'US Letter', a4: 'A4' },
  kind: {
    label: 'Kind', without: 'De-identified', with: 'Identified',
    fixed: 'A record has code, days and times: it is the meeting itself. It can be an education record; keep it as one.',
    wanting: 'Say in a few words what it is for. Nothing has left the tablet.',
    reason: 'What it is for', reasonAdvice: 'Goes into the export log on this tablet.',
  },
  seal: {
    label: 'Seal the file', none: 'Not sealed', passphrase: 'Passphrase', recipients: 'One reader',
    phrase: 'Passphrase for the file', phraseAdvice: 'At least 12 letters or signs. Tell it to the reader by another way than the file.',
    again: 'The same once more', show: 'Show it while I type',
    key: 'The reader’s public key', keyAdvice: 'It begins with age1. Several readers: one key on each line.',
  },
  way: {
    print: 'Print', share: 'Share it', save: 'Save it', callOff: 'Call it off',
    noReason: 'This form asks what it is for, above. Nothing has left the tablet.',
    notSealed: 'The file is not sealed yet, as said above. Nothing has left the tablet.',
    ready: (name: string, size: string): string => `Ready: ${name}, ${size}. It has not left the tablet yet.`,
    gone: (way: 'saved' | 'shared', name: string): string => `${way === 'saved' ? 'Handed to the browser' : 'Shared'} as ${name}.`,
    inLog: { before: 'It has a line in the ', link: 'export log', after: '.' },
  },
  many: {
    title: 'Hand over many · Quiet Checkpoint', head: 'Hand over many',
    says: 'One file of all the meetings you choose. Device-only notes are never in it.',
    runs: 'A meeting is running. Files of many meetings are made when it is over. ', toMeetings: 'Meetings',
    inWhichForm: 'In which form', names: 'Names of people',
    pages: 'A zip with the summary page of each meeting. Its letters are Latin, Greek and Cyrillic; others are named in their place.',
    whoCanBeTold: 'Who can be told from it',
    adviceWithout: (isPages: boolean): string => `No code, school or team; months instead of days; no names.${isPages ? '' : ' Counts of fewer than ten are left out.'}`,
    adviceWith: 'With codes, teams, days and times. Such a file can be an education record; keep it as one.',
    handOver: 'Hand it over', aside: 'What is chosen',
    chosen: (count: number): string => (count === 0 ? 'No meeting chosen' : `${meetings(count)} chosen`),
    which: 'Which meetings',
    count: (count: number): string => (count === 0 ? 'None' : meetings(count)),
    from: 'From', to: 'Until',
    school: 'School', allSchools: 'All schools', team: 'Team', allTeams: 'All teams', type: 'Type of meeting', allTypes: 'All types',
    finishedOnly: 'Finished meetings only', sampleToo: 'The sample meeting too',
    about: (type: string, state: string | null, isSample: boolean): string => `${type}${state === null ? '' : `, ${state.toLowerCase()}`}${isSample ? ', sample' : ''}`,
    noDay: 'No day',
    showAll: (more: number): string => `Show all, ${counted(more, 'more', 'more')}`,
    none: 'No meeting on this tablet is like that. Take a bound away to see more.',
    zipOfRecords: 'Make a zip of records', zipOfPages: 'Make a zip of PDFs', making: 'Making the file', read: 'Meetings read',
    at: (done: number, of: number): string => `Meeting ${String(done)} of ${String(of)}. Nothing has left the tablet.`,
    gone: (count: number, way: 'saved' | 'shared', name: string): string => `${meetings(count)} ${way === 'saved' ? 'handed to the browser' : 'shared'} as ${name}.`,
  },
};
