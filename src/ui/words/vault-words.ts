/** Words for backup, restore, how long meetings stay, and what this device keeps: what happened, what is safe, what to do. */
import type { BackupObstacle } from '#app/backup/obstacle.ts';
import type { BackupReminder } from '#app/backup/reminder.ts';
import type { RestoreCounts } from '#app/backup/preview-restore.ts';
import type { RetentionPlan } from '#app/retention/plan.ts';
import type { StorageMemory } from '#app/storage-memory.ts';
import type { StorageState } from '#app/tablet.ts';
import { dayShort, dayWithYear, nearDay } from './dates.ts';
import { wordsOf, type Words } from './errors.ts';
import { counted } from './meeting-words.ts';

const nothingAdded = 'None of it was brought in; all that is on this tablet is as it was.';
const nothingMade = 'No file was made. All that is on this tablet is as it was.';
const fetchAgain = 'Fetch the file once more from where it is kept, or take an earlier backup.';
const refused = (happened: string, next: string): Words => ({ happened, safe: nothingAdded, next });
const megabytes = (bytes: number): string => `${String(Math.ceil(bytes / 1_000_000))}\u00a0MB`;
const place = (at: string): string => (at === '' ? 'at its beginning' : `at ${at}`);

/** Every obstacle of backup and restore; one without words does not compile. */
export function backupWords(obstacle: BackupObstacle): Words {
  switch (obstacle.type) {
    case 'PassphraseShort': return { happened: `A passphrase for a file has at least ${String(obstacle.least)} letters or signs.`, safe: nothingMade, next: 'Four words that do not belong together do well.' };
    case 'PassphraseDiffers': return { happened: 'The two passphrases are not the same.', safe: nothingMade, next: 'Type both again; they can be shown while you type.' };
    case 'BackupTooLarge': return { happened: `The backup would have ${megabytes(obstacle.bytes)}; a file takes ${megabytes(obstacle.limitBytes)}.`, safe: nothingMade, next: 'Export the largest meetings one by one, and let old ones go.' };
    case 'CalledOff': return { happened: 'It was called off.', safe: 'Nothing was written. All that is on this tablet is as it was.', next: 'Begin again whenever you like.' };
    case 'EmptyFile': return refused('This file is empty.', fetchAgain);
    case 'TooLarge': return refused(`This file has ${megabytes(obstacle.bytes)}; a backup has at most ${megabytes(obstacle.limitBytes)}. It was not opened.`, 'Choose the backup, a file that ends in .age.');
    case 'FileUnreadable': return refused('The tablet did not hand over this file. It may have been moved, or it is kept online and is not on the tablet yet.', 'Open it in Files once, then choose it again.');
    case 'NotAnAgeFile': return refused('This file is not a backup under a passphrase.', 'Choose the backup, a file that ends in .age. A record that ends in .json is brought in under This tablet.');
    case 'SealedForAKey': return refused('This file is sealed for somebody’s key, so it is no backup of this app.', 'Choose the backup, a file that ends in .age.');
    case 'TooCostly': return refused('Opening this file would take more memory than a tablet should give. No backup of this app does.', 'Ask who made the file where it comes from.');
    case 'WrongPassphrase': return refused('This passphrase does not open the file.', 'Look at capital letters and spaces, and try again. If you are sure of it, the file was altered at its beginning: fetch it once more.');
    case 'Truncated': return refused('This file is not whole: it ends too early, or its end was altered.', fetchAgain);
    case 'Altered': return refused('This file was altered after it was made.', fetchAgain);
    case 'NotABackup': return refused(`This file opens, but is not a whole backup: it does not fit ${place(obstacle.at)}.`, fetchAgain);
    case 'NewerBackup': return refused(`This backup was made by a later version of Quiet Checkpoint (form ${String(obstacle.version)}).`, 'Update the app on this tablet, then bring in the file again.');
    case 'RoadmapDiffers': return refused(`This backup has another content of roadmap version ${obstacle.version} than the one on this tablet.`, 'Take a backup that was made with the same roadmap.');
    case 'StorageFull': case 'ConnectionLost': case 'WriteRefused':
      return { ...wordsOf(obstacle), safe: nothingAdded, next: obstacle.type === 'StorageFull' ? 'Make room on the tablet, then try again.' : 'Try again.' };
  }
}

/** What a file would bring, line by line. */
export const restoreLines = ({ fresh, grown, same, changes, records }: RestoreCounts): { readonly words: string; readonly count: number }[] => [
  { words: 'Meetings that are not here', count: fresh },
  { words: 'Meetings here that it adds to', count: grown },
  { words: 'Meetings that are here already', count: same },
  { words: 'Single entries to add', count: changes },
  { words: 'Finished revisions to add', count: records },
];

/** `3 meetings since Nov 12 are in no backup.` */
export function reminderWords({ meetings, sinceDay, lastDay }: BackupReminder, today: string): string {
  const last = lastDay === null ? 'No backup was made yet.' : `The last one is of ${nearDay(lastDay, today)}.`;
  return `${counted(meetings, 'meeting')} ${meetings === 1 ? 'is' : 'are'} in no backup, the first since ${nearDay(sinceDay, today)}. ${last}`;
}

/** What comes next for a meeting, and why not yet. */
export function planWordsOf({ step, onDay, state }: RetentionPlan): string {
  const act = step === 'reduce' ? 'only its marks stay' : 'its marks go';
  const from = `from ${dayWithYear(onDay)} ${act}`;
  switch (state) {
    case 'later': case 'to-announce': case 'announced': return capital(from);
    case 'due': return `Today ${act}`;
    case 'held': return 'On hold: it stays as it is';
    case 'not-backed-up': return 'In no backup as it stands: it stays as it is';
  }
}

/** Where the app runs, and what that means for what is kept. */
export function placeWords({ installed, evictsTabs }: StorageState): { readonly tone: 'ink' | 'clay'; readonly says: string } {
  if (installed) return { tone: 'ink', says: 'Opened from the Home Screen, as an app of its own.' };
  if (evictsTabs) return { tone: 'clay', says: 'Opened in a browser tab. This browser clears a tab’s pages after seven days without a visit, so do not sit in a real meeting with it. Put the app on the Home Screen, and bring over by a backup what is here.' };
  return { tone: 'ink', says: 'Opened in a browser tab.' };
}

/** Said once on the plan, where the browser clears tabs. */
export const tabNotice = 'This is a browser tab, and this browser clears its pages after seven days without a visit. For a real meeting open the app from the Home Screen; a backup carries over what is here.';

/** Since when pages are kept here, and whether the device was seen to clear them. */
export function memoryWords({ sinceDay, clearedOn }: StorageMemory, today: string): { readonly tone: 'ink' | 'clay'; readonly says: string } {
  if (clearedOn !== null) return { tone: 'clay', says: `This device erases data: on ${dayShort(clearedOn)} earlier pages of this app were gone. Ask whoever looks after the tablet, and make a backup after each meeting.` };
  if (sinceDay === today) return { tone: 'ink', says: 'Pages are kept here since today. If it says so again tomorrow, this device erases data at night or when you sign out.' };
  return { tone: 'ink', says: `Pages are kept here since ${dayWithYear(sinceDay)}.` };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `Made Nov 12, 1.2 MB`; what is said of the latest backup. */
export const lastBackupWords = (lastDay: string | null, today: string): string => (lastDay === null ? 'None yet' : capital(nearDay(lastDay, today)));
