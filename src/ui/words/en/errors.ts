/** Words for every obstacle, in English: what happened, what is safe, what to do. A new obstacle without words does not compile. */
import type { AppError } from '#app/errors.ts';
import { bytesInWords } from '../bytes.ts';
import { said, type Words } from '../said.ts';
import { handingOver } from './handing-over.ts';
import { intake } from './intake.ts';
import { lock } from './lock.ts';

const nothingLost = 'Nothing you wrote was changed.';
const inMemory = 'What you wrote is on the screen and kept in memory until it can be stored.';

const room = ({ usedBytes, quotaBytes }: Extract<AppError, { readonly type: 'StorageFull' }>): string =>
  (usedBytes !== null && quotaBytes !== null ? ` (${bytesInWords(usedBytes)} of ${bytesInWords(quotaBytes)})` : '');

function wordsOf(error: AppError): Words {
  switch (error.type) {
    case 'NoDatabase': return said('This browser gave the app no place to store pages.', nothingLost, 'A private window has none: open the app in a normal window, or from the Home Screen.');
    case 'NewerDatabase': return said('These pages were written by a newer version of the app.', 'They stay as they are, unopened.', 'Go online and open the app again, so that it can fetch its newer version.');
    case 'KeyMissing': return said('The key that opens the pages of this tablet is not there any more.', 'The pages are still here, sealed. Nothing was changed.', 'If the browser’s site data was cleared or moved, bring it back from the tablet’s backup, then try again.');
    case 'KeyDamaged': return said('The key that opens the pages of this tablet does not fit them.', 'The pages are still here, sealed. Nothing was changed.', 'Close all other windows of the app and try again. If it stays so, bring the browser’s data back from the tablet’s backup.');
    case 'StorageFull': return said(`The tablet has no room left for the app’s pages${room(error)}.`, inMemory, 'Make room on the tablet: photos and downloads take the most. Storing is tried again by itself.');
    case 'ConnectionLost': return said('The browser closed the app’s storage.', inMemory, 'It is opened again by itself. Keep this page open until it says Saved.');
    case 'WriteRefused': return said('The browser did not store the last change.', inMemory, 'It is tried again by itself. Keep this page open until it says Saved.');
    case 'DamagedRow': return said('One stored row does not open.', 'It is left as it is. Everything else opens.', 'Nothing needs to be done now. A record exported earlier can be imported to fill the gap.');
    case 'MeetingMissing': return said('This meeting is not on this tablet.', 'All other meetings are where they were.', 'It may have been removed, or it is on another tablet.');
    case 'RoadmapMissing': return said(`The roadmap version ${error.version} that this meeting was begun with does not open.`, 'The meeting’s marks and notes are here, unchanged.', 'Open it again after the app has been updated.');
    case 'EmptyFile': case 'TooLarge': case 'FileUnreadable': case 'NotText': case 'NotJson': case 'TruncatedFile':
    case 'TooDeep': case 'TooMany': case 'ForbiddenKey': case 'NotARecord': case 'NewerRecord': case 'ClockAhead': case 'RoadmapDiffers':
    case 'TruncatedZip': case 'DamagedZip': case 'EncryptedZip': case 'ZipForm': case 'TooManyInZip': case 'ZipBomb': case 'LargeInZip': case 'UnzipsTooLarge':
    case 'ZipInZip': case 'NoRecordInZip': case 'TooManyRecords': case 'RefusedInZip': case 'NotAnAgeFile': case 'SealedForAKey': case 'TooCostly':
    case 'WrongPassphrase': case 'Truncated': case 'Altered': case 'PassphraseNeeded': case 'SealedTwice': case 'ItIsABackup': case 'CalledOff':
    case 'ImportNotStored':
      return intake.obstacle(error);
    case 'ReasonMissing': case 'RecordRefused': case 'RevisionMissing': case 'SealShort': case 'SealDiffers': case 'RecipientRefused':
    case 'WriterMissing': case 'ShareRefused':
      return handingOver.obstacle(error);
    case 'WrongSecret': case 'TooSoon': case 'SlotDamaged': case 'RecoveryTypo': case 'Wiped': case 'NoDeviceSlot': case 'NoSuchSlot':
    case 'LastSlot': case 'KeyNotKept': case 'NoPasskeys': case 'PasskeyRefused': case 'PasskeyUnsteady':
      return lock.obstacle(error);
  }
}

export const errors = { wordsOf };
