/** Words for what can be in the way of what leaves the tablet, in English. */
import type { ExportObstacle, ManyObstacle } from '#app/export/obstacle.ts';
import { said, type Words } from '../said.ts';
import { plain } from './plain.ts';

const nothingLeft = 'Nothing has left the tablet.';
const place = (path: string): string => (path === '' ? 'at its beginning' : `at ${path}`);

const rows: Readonly<Record<string, string>> = {
  meetings: 'the meeting', marks: 'marks', notes: 'notes', turns: 'who spoke', thread: 'alignment thread', reflections: 'reflection',
  'follow-ups': 'next steps', attendees: 'who took part',
};
/** What did not agree: files, or the rows of a table. */
const countedThing = (of: string): string => (of === 'files' ? 'files' : `rows of ${rows[of] ?? of.toLowerCase()}`);

/** Every obstacle of handing something over; one without words does not compile. */
function obstacle(error: ExportObstacle | ManyObstacle): Words {
  switch (error.type) {
    case 'ReasonMissing': return said('A form with the student code asks for a reason.', nothingLeft, 'Say in a few words what it is for.');
    case 'RecordRefused': return said(`The record could not be written so that it can be read again: it does not fit ${place(error.at)}.`, `The meeting itself is whole and stays on this tablet. ${nothingLeft}`, 'Print the summary, and tell whoever looks after the app.');
    case 'RevisionMissing': return said(`Revision ${String(error.revision)} does not open on this tablet.`, 'The meeting as it stands now is whole.', 'Use the present one, or bring in the earlier record from where it was saved.');
    case 'SealShort': return said(`A passphrase for a file has at least ${String(error.least)} letters or signs.`, nothingLeft, 'Four words that do not belong together do well.');
    case 'SealDiffers': return said('The two passphrases are not the same.', nothingLeft, 'Type both again; they can be shown while you type.');
    case 'RecipientRefused': return said(`The reader’s key in line ${String(error.line)} is not a public key of age.`, nothingLeft, 'Ask the reader for the key that begins with age1, and paste it whole.');
    case 'WriterMissing': return said('The part of the app that writes this form is not stored on this tablet yet.', nothingLeft, 'Go online once, or choose another form.');
    case 'ShareRefused': return said('The tablet did not open its share sheet.', nothingLeft, 'Save the file instead, and send it from where it is saved.');
    case 'NothingChosen': return said('No meeting is chosen.', nothingLeft, 'Widen the choice above.');
    case 'MeetingRuns': return said('A meeting is running.', nothingLeft, 'End it or leave it first; files of many meetings are made when the room is empty.');
    case 'CalledOff': return said('It was called off.', `No file was made. ${nothingLeft}`, 'Begin again whenever you like.');
    case 'MeetingClosed': return said('One of the meetings you chose does not open on this tablet.', `No file was made, so none lacks it unsaid. ${nothingLeft}`, 'Open the meetings from the list to find it; it says what can be done. Then choose without it.');
    case 'CountsDiffer': return said(`The file would have ${String(error.written)} of ${String(error.expected)} ${countedThing(error.of)}, so it was not made.`, `All meetings are whole and stay on this tablet. ${nothingLeft}`, 'Make it once more. If it comes again, hand over the meetings one by one, and tell whoever looks after the app.');
    case 'TooMuchForZip': return said(`One zip takes at most ${String(Math.floor(error.limitBytes / 1_000_000))}\u00a0MB or ${plain.counted(error.limitFiles, 'file')}; these meetings are more.`, `No file was made. ${nothingLeft}`, 'Choose fewer, such as one school or one half of the year, and make two files.');
  }
}

export const handingOver = { obstacle };
