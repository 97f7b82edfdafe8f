/** Words for every obstacle: what happened, what is safe, what to do. A new obstacle without words does not compile. */
import type { AppError } from '#app/errors.ts';
import { counted } from './meeting-words.ts';

export interface Words {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

type Of<T extends AppError['type']> = Extract<AppError, { readonly type: T }>;
type At = Of<'NotJson'>['at'];

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toLocaleString('en-US', { maximumFractionDigits: 1 })}\u00a0MB`;
const words = (happened: string, safe: string, next: string): Words => ({ happened, safe, next });
const place = (at: At): string => `line\u00a0${at.line.toLocaleString('en-US')}, column\u00a0${at.column.toLocaleString('en-US')}`;
const field = (at: string): string => (at === '' ? 'at its beginning' : `at “${at}”`);

const nothingLost = 'Nothing you wrote was changed.';
const inMemory = 'What you wrote is on the screen and kept in memory until it can be stored.';
const noneAdded = 'None of it was added, so nothing here has changed.';
const nothingLeft = 'Nothing has left this tablet.';
const again = 'Ask for the file once more.';

export function wordsOf(error: AppError): Words {
  switch (error.type) {
    case 'NoDatabase': return words('This browser gave the app no place to store pages.', nothingLost, 'A private window has none: open the app in a normal window, or from the Home Screen.');
    case 'NewerDatabase': return words('These pages were written by a newer version of the app.', 'They stay as they are, unopened.', 'Go online and open the app again, so that it can fetch its newer version.');
    case 'KeyMissing': return words('The key that opens the pages of this tablet is not there any more.', 'The pages are still here, sealed. Nothing was changed.', 'If the browser’s site data was cleared or moved, bring it back from the tablet’s backup, then try again.');
    case 'KeyDamaged': return words('The key that opens the pages of this tablet does not fit them.', 'The pages are still here, sealed. Nothing was changed.', 'Close all other windows of the app and try again. If it stays so, bring the browser’s data back from the tablet’s backup.');
    case 'StorageFull': return full(error);
    case 'ConnectionLost': return words('The browser closed the app’s storage.', inMemory, 'It is opened again by itself. Keep this page open until it says Saved.');
    case 'WriteRefused': return words(`The browser did not store the last change (${error.name}).`, inMemory, 'It is tried again by itself. Keep this page open until it says Saved.');
    case 'DamagedRow': return words('One stored row does not open.', 'It is left as it is. Everything else opens.', 'Nothing needs to be done now. A record exported earlier can be imported to fill the gap.');
    case 'MeetingMissing': return words('This meeting is not on this tablet.', 'All other meetings are where they were.', 'It may have been removed, or it is on another tablet.');
    case 'RoadmapMissing': return words(`The roadmap version ${error.version} that this meeting was begun with does not open.`, 'The meeting’s marks and notes are here, unchanged.', 'Open it again after the app has been updated.');
    case 'NotARecord': return words(`This file is not an observation record: it does not fit ${field(error.at)}.`, noneAdded, 'Choose a record that Quiet Checkpoint has exported.');
    case 'NewerRecord': return words(`This record was written by a newer version of the app (format ${String(error.version)}).`, noneAdded, 'Update this app, then import the file again.');
    case 'RecordRefused': return words(`The record could not be written so that it reads back whole; it does not fit ${field(error.at)}.`, nothingLeft, 'Look at that place in the meeting, then export again.');
    case 'RevisionMissing': return words(`Revision ${String(error.revision)} of this meeting does not open on this tablet.`, nothingLeft, 'Finish the meeting once more to get a new revision, then export that.');
    case 'ReasonMissing': return words('A file that names the student’s code needs a reason.', nothingLeft, 'Say in a few words who it is for and why. The reason goes into the export log.');
    case 'RoadmapDiffers': return words(`This file brings roadmap version ${error.version} with other content than the one on this tablet.`, noneAdded, 'Ask whoever sent it which roadmap was used.');
    case 'ImportHeld': return words('The record was taken in, and storing it has met an obstacle.', 'All of it is kept in memory and tried again by itself.', 'Keep this page open until it says Saved. Make room on the tablet if it is full.');
    default: return fileWords(error);
  }
}

function full({ usedBytes, quotaBytes }: Of<'StorageFull'>): Words {
  const room = usedBytes !== null && quotaBytes !== null ? ` (${megabytes(usedBytes)} of ${megabytes(quotaBytes)})` : '';
  return words(`The tablet has no room left for the app’s pages${room}.`, inMemory, 'Make room on the tablet: photos and downloads take the most. Storing is tried again by itself.');
}

type FileObstacle = Of<
  'EmptyFile' | 'TooLarge' | 'FileUnreadable' | 'ZipComesLater' | 'NotText' | 'NotJson' | 'TruncatedFile' | 'TooDeep' | 'TooMany' | 'ForbiddenKey' | 'ClockAhead'
>;

function fileWords(error: FileObstacle): Words {
  switch (error.type) {
    case 'EmptyFile': return words('This file is empty.', noneAdded, again);
    case 'TooLarge': return words(`This file has ${megabytes(error.bytes)}; the app takes in up to ${megabytes(error.limitBytes)}.`, noneAdded, 'A record of one meeting is far smaller. Choose that file.');
    case 'FileUnreadable': return words('The tablet did not give the file’s content.', noneAdded, 'It may lie in a cloud that is out of reach. Save it on this tablet first, then choose it again.');
    case 'ZipComesLater': return words('This is a zip archive.', noneAdded, 'This version takes in single records (.json). Open the archive on the tablet and choose a record from it.');
    case 'NotText': return words('This file is not plain text.', noneAdded, 'Choose a record that Quiet Checkpoint has exported (.json).');
    case 'NotJson': return words(`This file is not a record: it stops making sense at ${place(error.at)}.`, noneAdded, again);
    case 'TruncatedFile': return words(`This file ends in the middle, at ${place(error.at)}.`, noneAdded, again);
    case 'TooDeep': return words(`This file is nested deeper than ${counted(error.limit, 'level')}, at ${place(error.at)}.`, noneAdded, 'A record never is. Choose another file.');
    case 'TooMany': return words(`This file holds more than ${error.limit.toLocaleString('en-US')} parts, at ${place(error.at)}.`, noneAdded, 'A record never does. Choose another file.');
    case 'ForbiddenKey': return words(`This file holds a field “${error.key}” that no record has, at ${place(error.at)}.`, noneAdded, 'Choose another file, and ask where this one came from.');
    case 'ClockAhead': return words(`This file was written by a tablet whose clock is ${ahead(error.aheadMs)} ahead.`, noneAdded, 'Set the clock of that tablet and of this one, then export the record once more.');
  }
}

function ahead(ms: number): string {
  const hours = Math.round(ms / 3_600_000);
  return hours < 48 ? counted(Math.max(1, hours), 'hour') : counted(Math.round(hours / 24), 'day');
}
