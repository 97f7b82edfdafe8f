/** Words for what can be in the way of what leaves the tablet. */
import type { ExportObstacle, ManyObstacle } from '#app/export/obstacle.ts';
import { tableWords } from './export-words.ts';
import { counted } from './plain.ts';

interface Words {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

const nothingLeft = 'Nothing has left the tablet.';
const place = (path: string): string => (path === '' ? 'at its beginning' : `at ${path}`);

/** What did not agree: files, or the rows of a table. */
const countedThing = (of: string): string => (of === 'files' ? 'files' : `rows of ${(tableWords[of] ?? of).toLowerCase()}`);

/** Every obstacle of handing something over; one without words does not compile. */
export function exportObstacleWords(obstacle: ExportObstacle | ManyObstacle): Words {
  switch (obstacle.type) {
    case 'ReasonMissing': return { happened: 'A form with the student code asks for a reason.', safe: nothingLeft, next: 'Say in a few words what it is for.' };
    case 'RecordRefused': return { happened: `The record could not be written so that it can be read again: it does not fit ${place(obstacle.at)}.`, safe: `The meeting itself is whole and stays on this tablet. ${nothingLeft}`, next: 'Print the summary, and tell whoever looks after the app.' };
    case 'RevisionMissing': return { happened: `Revision ${String(obstacle.revision)} does not open on this tablet.`, safe: 'The meeting as it stands now is whole.', next: 'Use the present one, or bring in the earlier record from where it was saved.' };
    case 'SealShort': return { happened: `A passphrase for a file has at least ${String(obstacle.least)} letters or signs.`, safe: nothingLeft, next: 'Four words that do not belong together do well.' };
    case 'SealDiffers': return { happened: 'The two passphrases are not the same.', safe: nothingLeft, next: 'Type both again; they can be shown while you type.' };
    case 'RecipientRefused': return { happened: `The reader’s key in line ${String(obstacle.line)} is not a public key of age.`, safe: nothingLeft, next: 'Ask the reader for the key that begins with age1, and paste it whole.' };
    case 'WriterMissing': return { happened: 'The part of the app that writes this form is not stored on this tablet yet.', safe: nothingLeft, next: 'Go online once, or choose another form.' };
    case 'ShareRefused': return { happened: 'The tablet did not open its share sheet.', safe: nothingLeft, next: 'Save the file instead, and send it from where it is saved.' };
    case 'NothingChosen': return { happened: 'No meeting is chosen.', safe: nothingLeft, next: 'Widen the choice above.' };
    case 'MeetingRuns': return { happened: 'A meeting is running.', safe: nothingLeft, next: 'End it or leave it first; files of many meetings are made when the room is empty.' };
    case 'CalledOff': return { happened: 'It was called off.', safe: `No file was made. ${nothingLeft}`, next: 'Begin again whenever you like.' };
    case 'MeetingClosed': return { happened: 'One of the meetings you chose does not open on this tablet.', safe: `No file was made, so none lacks it unsaid. ${nothingLeft}`, next: 'Open the meetings from the list to find it; it says what can be done. Then choose without it.' };
    case 'CountsDiffer': return { happened: `The file would have ${String(obstacle.written)} of ${String(obstacle.expected)} ${countedThing(obstacle.of)}, so it was not made.`, safe: `All meetings are whole and stay on this tablet. ${nothingLeft}`, next: 'Make it once more. If it comes again, hand over the meetings one by one, and tell whoever looks after the app.' };
    case 'TooMuchForZip': return { happened: `One zip takes at most ${String(Math.floor(obstacle.limitBytes / 1_000_000))}\u00a0MB or ${counted(obstacle.limitFiles, 'file')}; these meetings are more.`, safe: `No file was made. ${nothingLeft}`, next: 'Choose fewer, such as one school or one half of the year, and make two files.' };
  }
}

/** One sentence after the other. */
export const inOneLine = ({ happened, safe, next }: Words): string => `${happened} ${safe} ${next}`;
