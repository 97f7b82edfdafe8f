/** Words for backup, restore, how long meetings stay, and what this device keeps, in English. */
import type { BackupObstacle } from '#app/backup/obstacle.ts';
import { said, type Words } from '../said.ts';
import { errors } from './errors.ts';
import { plain } from './plain.ts';

const nothingAdded = 'None of it was brought in; all that is on this tablet is as it was.';
const nothingMade = 'No file was made. All that is on this tablet is as it was.';
const fetchAgain = 'Fetch the file once more from where it is kept, or take an earlier backup.';
const refused = (happened: string, next: string): Words => said(happened, nothingAdded, next);
const megabytes = (bytes: number): string => `${String(Math.ceil(bytes / 1_000_000))}\u00a0MB`;
const place = (at: string): string => (at === '' ? 'at its beginning' : `at ${at}`);

/** Every obstacle of backup and restore; one without words does not compile. */
function obstacle(error: BackupObstacle): Words {
  switch (error.type) {
    case 'PassphraseShort': return said(`A passphrase for a file has at least ${String(error.least)} letters or signs.`, nothingMade, 'Four words that do not belong together do well.');
    case 'PassphraseDiffers': return said('The two passphrases are not the same.', nothingMade, 'Type both again; they can be shown while you type.');
    case 'BackupTooLarge': return said(`The backup would have ${megabytes(error.bytes)}; a file takes ${megabytes(error.limitBytes)}.`, nothingMade, 'Export the largest meetings one by one, and let old ones go.');
    case 'CalledOff': return said('It was called off.', 'Nothing was written. All that is on this tablet is as it was.', 'Begin again whenever you like.');
    case 'EmptyFile': return refused('This file is empty.', fetchAgain);
    case 'TooLarge': return refused(`This file has ${megabytes(error.bytes)}; a backup has at most ${megabytes(error.limitBytes)}. It was not opened.`, 'Choose the backup, a file that ends in .age.');
    case 'FileUnreadable': return refused('The tablet did not hand over this file. It may have been moved, or it is kept online and is not on the tablet yet.', 'Open it in Files once, then choose it again.');
    case 'NotAnAgeFile': return refused('This file is not a backup under a passphrase.', 'Choose the backup, a file that ends in .age. A record that ends in .json is brought in under This tablet.');
    case 'SealedForAKey': return refused('This file is sealed for somebody’s key, so it is no backup of this app.', 'Choose the backup, a file that ends in .age.');
    case 'TooCostly': return refused('Opening this file would take more memory than a tablet should give. No backup of this app does.', 'Ask who made the file where it comes from.');
    case 'WrongPassphrase': return refused('This passphrase does not open the file.', 'Look at capital letters and spaces, and try again. If you are sure of it, the file was altered at its beginning: fetch it once more.');
    case 'Truncated': return refused('This file is not whole: it ends too early, or its end was altered.', fetchAgain);
    case 'Altered': return refused('This file was altered after it was made.', fetchAgain);
    case 'NotABackup': return refused(`This file opens, but is not a whole backup: it does not fit ${place(error.at)}.`, fetchAgain);
    case 'NewerBackup': return refused(`This backup was made by a later version of Quiet Checkpoint (form ${String(error.version)}).`, 'Update the app on this tablet, then bring in the file again.');
    case 'RoadmapDiffers': return refused(`This backup has another content of roadmap version ${error.version} than the one on this tablet.`, 'Take a backup that was made with the same roadmap.');
    case 'StorageFull': case 'ConnectionLost': case 'WriteRefused':
      return { ...errors.wordsOf(error), safe: nothingAdded, next: error.type === 'StorageFull' ? 'Make room on the tablet, then try again.' : 'Try again.' };
  }
}

/** Of a meeting that has come to the end of a time it was kept for. */
const acts = { reduce: 'only its marks stay', remove: 'its marks go' };

export const vault = {
  obstacle,
  restore: {
    fresh: 'Meetings that are not here',
    grown: 'Meetings here that it adds to',
    same: 'Meetings that are here already',
    changes: 'Single entries to add',
    records: 'Finished revisions to add',
  },
  reminder: (meetings: number, since: string, last: string | null): string =>
    `${plain.counted(meetings, 'meeting')} ${meetings === 1 ? 'is' : 'are'} in no backup, the first since ${since}. ${last === null ? 'No backup was made yet.' : `The last one is of ${last}.`}`,
  noBackup: 'None yet',
  goesFrom: (step: 'reduce' | 'remove', day: string): string => `From ${day} ${acts[step]}`,
  goesToday: (step: 'reduce' | 'remove'): string => `Today ${acts[step]}`,
  onHold: 'On hold: it stays as it is',
  notBackedUp: 'In no backup as it stands: it stays as it is',
  inApp: 'Opened from the Home Screen, as an app of its own.',
  inTab: 'Opened in a browser tab.',
  inTabEvicted:
    'Opened in a browser tab. This browser clears a tab’s pages after seven days without a visit, so do not sit in a real meeting with it. Put the app on the Home Screen, and bring over by a backup what is here.',
  tabNotice:
    'This is a browser tab, and this browser clears its pages after seven days without a visit. For a real meeting open the app from the Home Screen; a backup carries over what is here.',
  cleared: (day: string): string =>
    `This device erases data: on ${day} earlier pages of this app were gone. Ask whoever looks after the tablet, and make a backup after each meeting.`,
  sinceToday: 'Pages are kept here since today. If it says so again tomorrow, this device erases data at night or when you sign out.',
  since: (day: string): string => `Pages are kept here since ${day}.`,
  persisted: 'Stored for good: the browser clears these pages only when you tell it to.',
  evicted: 'This browser clears the pages of a tab that was not opened for seven days. Put the app on the Home Screen to keep them.',
  notPersisted: 'The browser may clear this app’s pages when the tablet runs low. Put the app on the Home Screen to keep them.',
  persistenceUnknown: 'The browser does not say whether it keeps these pages for good. Put the app on the Home Screen to be sure.',
};
