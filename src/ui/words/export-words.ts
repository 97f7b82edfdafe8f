/** Words for what leaves the tablet: the forms, and the export log. What can be in their way is in export-obstacle-words.ts. */
import type { FileForm } from '#app/export/form.ts';
import type { LogLine } from '#app/export/log.ts';
import type { NoteChoice } from '#domain/record/chosen-notes.ts';
import { counted, listed } from './plain.ts';

interface FormWords {
  readonly name: string;
  readonly says: string;
  /** After "Save" or "Make". */
  readonly the: string;
  readonly icon: string;
}

/** How each form is called, and what it is for. */
export const formWords: Readonly<Record<FileForm | 'summary-print' | 'patterns-print', FormWords>> = {
  'page-pdf': { name: 'PDF', says: 'The page, to send or to file', the: 'the PDF', icon: 'page' },
  'summary-print': { name: 'Print', says: 'The page on paper', the: 'the page', icon: 'print' },
  'page-docx': { name: 'Word', says: 'The page, to write on in', the: 'the Word file', icon: 'note' },
  'tables-xlsx': { name: 'Workbook', says: 'Marks, notes, times for Excel', the: 'the workbook', icon: 'pattern' },
  'tables-csv': { name: 'Tables', says: 'The same as CSV files in a zip', the: 'the tables', icon: 'out' },
  'record-json': { name: 'Record', says: 'All of it, for another tablet', the: 'the record', icon: 'copy' },
  'calendar-ics': { name: 'Calendar', says: 'Next steps, for a calendar app', the: 'the calendar file', icon: 'cal' },
  'patterns-pdf': { name: 'PDF', says: 'A report, to send or to file', the: 'the PDF', icon: 'page' },
  'patterns-docx': { name: 'Word', says: 'The report, to write on in', the: 'the Word file', icon: 'note' },
  'patterns-xlsx': { name: 'Workbook', says: 'The tables as Excel sheets', the: 'the workbook', icon: 'pattern' },
  'patterns-csv': { name: 'Tables', says: 'The same as CSV files in a zip', the: 'the tables', icon: 'out' },
  'patterns-print': { name: 'Print', says: 'This screen on paper', the: 'the screen', icon: 'print' },
};

export const noteChoiceWords: Readonly<Record<NoteChoice, string>> = {
  strength: 'Strengths', growth: 'Growth', family: 'Family’s words', 'follow-up': 'Follow-ups', none: 'Without a tag',
};

/** `Observation tables`, as they are called in the preview. */
export const tableWords: Readonly<Record<string, string>> = {
  meetings: 'The meeting', marks: 'Marks', notes: 'Notes', turns: 'Who spoke', thread: 'Alignment thread', reflections: 'Reflection',
  'follow-ups': 'Next steps', attendees: 'Who took part',
};

/** What the leader needs to know of notes that stay. */
export const staysWords = (count: number): string =>
  (count === 0 ? 'No note is device only.' : `${counted(count, 'device-only note')} ${count === 1 ? 'stays' : 'stay'} on this tablet.`);

/** Says what became of words that look like names, numbers or dates. */
export function suspectWords(found: readonly string[], isLeftOut: boolean): string {
  if (found.length === 0) return 'No name was found in the text.';
  const some = listed(found.slice(0, 3).map((words) => `“${words}”`));
  const more = found.length > 3 ? ` and ${counted(found.length - 3, 'more', 'more')}` : '';
  return isLeftOut
    ? `${some}${more} may be a name or a number and ${found.length === 1 ? 'is' : 'are'} left out: read the text once before it leaves.`
    : `${some}${more} may be a name or a number: read the text once before it leaves.`;
}

/** What a line of the log is about. */
export const loggedName: Readonly<Record<LogLine['what'], string>> = {
  'page-pdf': 'Summary as PDF', 'page-docx': 'Summary as Word file', 'tables-xlsx': 'Workbook', 'tables-csv': 'Tables', 'record-json': 'Record',
  'calendar-ics': 'Calendar file', 'summary-print': 'Summary on paper', 'summary-text': 'Summary as text', 'log-csv': 'This log',
  'record-imported': 'Record brought in', 'meeting-removed': 'Meeting removed', 'backup-made': 'Backup saved', 'backup-restored': 'Backup brought in',
  'meeting-reduced': 'Meeting reduced to marks', 'code-exported': 'All of one code saved',
  'patterns-pdf': 'Patterns as PDF', 'patterns-docx': 'Patterns as Word file', 'patterns-csv': 'Patterns as tables', 'patterns-xlsx': 'Patterns as workbook', 'patterns-print': 'Patterns on paper',
};

const kinds: Readonly<Record<LogLine['kind'], string>> = { identified: 'identified', 'de-identified': 'de-identified', none: '' };
const ways: Readonly<Record<NonNullable<LogLine['way']>, string>> = { saved: 'saved', shared: 'handed to Share', printed: 'printed', copied: 'copied' };
const seals: Readonly<Record<NonNullable<LogLine['sealed']>, string>> = { passphrase: 'sealed by a passphrase', recipients: 'sealed for a reader' };
const isChoice = (tag: string): tag is NoteChoice => Object.hasOwn(noteChoiceWords, tag);

/** What a line of the log says beside what and when: `de-identified, saved, 3 meetings`. */
export function loggedDetails({ kind, way, sealed, meetings, reason, deviceOnlyNotesLeftOut, notesLeftOut = [] }: LogLine): string {
  const notes = notesLeftOut.map((tag) => (isChoice(tag) ? noteChoiceWords[tag].toLowerCase() : tag));
  return [
    kinds[kind],
    way ? ways[way] : '',
    sealed ? seals[sealed] : '',
    meetings === 1 ? '' : counted(meetings, 'meeting'),
    reason === '' ? '' : `“${reason}”`,
    notes.length === 0 ? '' : `without notes: ${listed(notes)}`,
    deviceOnlyNotesLeftOut === 0 ? '' : `${counted(deviceOnlyNotesLeftOut, 'device-only note')} left out`,
  ].filter((part) => part !== '').join(', ');
}
