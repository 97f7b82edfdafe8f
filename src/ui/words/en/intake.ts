/** Words for what can be in the way of a file that comes in, in English: what happened, what is safe, what to do. */
import type { ImportObstacle } from '#app/intake/obstacle.ts';
import { goesOn, said, type Words } from '../said.ts';
import { megabytes } from '../bytes.ts';

const nothingAdded = 'None of it was added; all that is on this tablet is as it was.';
const askAgain = 'Ask for the file once more.';
const chooseRecord = 'Choose a record that was saved as a .json file, or a zip of records.';
const whoMade = 'Ask who made the file where it comes from.';
const update = 'Update the app on this tablet, then bring in the file again.';

const count = (value: number): string => value.toLocaleString('en-US');
const place = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `line\u00a0${count(line)}, character\u00a0${count(column)}`;
const after = (path: string): string => (path === '' ? 'at its beginning' : `at ${path}`);

/** `4 minutes`, `3 hours`, `5 days`. */
function span(ms: number): string {
  const steps = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]] as const;
  const [unit, size] = steps.find(([, least]) => ms >= least) ?? ['minute', 60_000];
  const whole = Math.max(1, Math.round(ms / size));
  return `${count(whole)}\u00a0${unit}${whole === 1 ? '' : 's'}`;
}

const refused = (happened: string, next: string): Words => said(happened, nothingAdded, next);

/** Every obstacle of import has words; one without them does not compile. */
function obstacle(error: ImportObstacle): Words {
  switch (error.type) {
    case 'EmptyFile':
      return refused('This file is empty.', askAgain);
    case 'TooLarge':
      return refused(`This file has ${megabytes(error.bytes)}; a record has at most ${megabytes(error.limitBytes)}. It was not opened.`, chooseRecord);
    case 'FileUnreadable':
      return refused('The tablet did not hand over this file. It may have been moved, or it is kept online and is not on the tablet yet.', 'Open it in Files once, then choose it again.');
    case 'NotText':
      return refused('This file is not text in UTF-8, so it is no record.', chooseRecord);
    case 'NotJson':
      return refused(`This file is not a record: it cannot be read on from ${place(error.at)}.`, `${askAgain} A record that was edited by hand may have lost a sign there.`);
    case 'TruncatedFile':
      return refused(`This file ends in the middle, at ${place(error.at)}.`, askAgain);
    case 'TooDeep':
      return refused(`This file is nested more than ${count(error.limit)} deep, at ${place(error.at)}. No record is.`, chooseRecord);
    case 'TooMany':
      return refused(`This file has more than ${count(error.limit)} values, at ${place(error.at)}. No record has.`, chooseRecord);
    case 'ForbiddenKey':
      return refused(`This file has a field named ${error.key}, at ${place(error.at)}. No record has.`, 'Ask who made the file where it comes from.');
    case 'NotARecord':
      return refused(`This file is not a whole record: it does not fit ${after(error.at)}.`, askAgain);
    case 'NewerRecord':
      return refused(`This record was written by a later version of Quiet Checkpoint (form ${String(error.version)}).`, update);
    case 'ClockAhead':
      return refused(`This record comes from a tablet whose clock is ${span(error.aheadMs)} ahead of this one.`, 'Look at date and time on both tablets. If this one is right, save the record there anew once its clock is right.');
    case 'RoadmapDiffers':
      return refused(`This record was made with another content of roadmap version ${error.version} than the one on this tablet.`, 'Ask for a record that was made with the same roadmap.');
    case 'ImportNotStored':
      return {
        happened: error.because === 'StorageFull' ? 'The tablet is full, so nothing was added.' : 'The tablet did not store it, so nothing was added.',
        safe: 'All that is on this tablet is as it was, and the files are whole.',
        next: error.because === 'StorageFull' ? 'Make room on the tablet, then add them again.' : 'Add them again.',
      };
    case 'CalledOff':
      return { happened: 'It was called off.', safe: nothingAdded, next: 'Choose the files again whenever you like.' };
    case 'TruncatedZip': case 'DamagedZip': case 'EncryptedZip': case 'ZipForm': case 'TooManyInZip': case 'ZipBomb': case 'LargeInZip': case 'UnzipsTooLarge':
    case 'ZipInZip': case 'NoRecordInZip': case 'TooManyRecords':
      return zipWords(error);
    case 'RefusedInZip': {
      const { happened, next } = obstacle(error.because);
      return refused(`In file ${count(error.entry)} of ${count(error.of)} of this zip: ${goesOn(happened)}`, next);
    }
    case 'NotAnAgeFile': case 'SealedForAKey': case 'TooCostly': case 'WrongPassphrase': case 'Truncated': case 'Altered': case 'PassphraseNeeded': case 'SealedTwice': case 'ItIsABackup':
      return sealedWords(error);
  }
}

type Of<T extends ImportObstacle['type']> = Extract<ImportObstacle, { readonly type: T }>;
const inZip = (entry: number): string => (entry === 0 ? 'This zip' : `File\u00a0${count(entry)} in this zip`);

function zipWords(
  error: Of<'TruncatedZip' | 'DamagedZip' | 'EncryptedZip' | 'ZipForm' | 'TooManyInZip' | 'ZipBomb' | 'LargeInZip' | 'UnzipsTooLarge' | 'ZipInZip' | 'NoRecordInZip' | 'TooManyRecords'>,
): Words {
  switch (error.type) {
    case 'TruncatedZip': return refused('This zip ends too early: the list of what is in it is not there.', askAgain);
    case 'DamagedZip': return refused(`${inZip(error.entry)} is damaged: it is not what the list says of it.`, askAgain);
    case 'EncryptedZip': return refused(`${inZip(error.entry)} is locked by the zip program’s own password, which is not opened here.`, 'Ask for a zip without a password, or for an .age file under a passphrase.');
    case 'ZipForm': return refused(`${inZip(error.entry)} is packed in a way that is not read here.`, 'Ask for the zip as Quiet Checkpoint saves it.');
    case 'TooManyInZip': return refused(`This zip has ${count(error.entries)} files; at most ${count(error.limit)} are read.`, 'Ask for the meetings in several zips.');
    case 'ZipBomb': return refused(`${inZip(error.entry)} unpacks to far more than a record can hold.`, whoMade);
    case 'LargeInZip': return refused(`${inZip(error.entry)} has ${megabytes(error.bytes)}; a record has at most ${megabytes(error.limitBytes)}.`, whoMade);
    case 'UnzipsTooLarge': return refused(`This zip unpacks to more than ${megabytes(error.limitBytes)}.`, 'Ask for the meetings in several zips.');
    case 'ZipInZip': return refused(`${inZip(error.entry)} is itself a zip, which is not opened.`, 'Unpack the outer zip, then choose the ones in it.');
    case 'NoRecordInZip': return refused('There is no record in this zip.', chooseRecord);
    case 'TooManyRecords': return refused(`These are more than ${count(error.limit)} records at once.`, 'Bring in some of the files first, then the others.');
  }
}

function sealedWords(error: Of<'NotAnAgeFile' | 'SealedForAKey' | 'TooCostly' | 'WrongPassphrase' | 'Truncated' | 'Altered' | 'PassphraseNeeded' | 'SealedTwice' | 'ItIsABackup'>): Words {
  switch (error.type) {
    case 'NotAnAgeFile': return refused('This file calls itself a sealed one and is not.', askAgain);
    case 'SealedForAKey': return refused('This file is sealed for somebody’s key, and no passphrase opens it.', 'Ask for it under a passphrase, or open it first with the key it was made for.');
    case 'TooCostly': return refused('Opening this file would take more memory than a tablet should give. No file of this app does.', whoMade);
    case 'WrongPassphrase': return refused('This passphrase does not open the file.', 'Look at capital letters and spaces, and try again. If you are sure of it, the file was altered at its beginning: ask for it once more.');
    case 'Truncated': return refused('This sealed file is not whole: it ends too early, or its end was altered.', askAgain);
    case 'Altered': return refused('This sealed file was altered after it was made.', askAgain);
    case 'PassphraseNeeded': return refused('This file is sealed.', 'Type the passphrase it was made with.');
    case 'ItIsABackup': return refused('This file is a backup of a whole tablet.', 'Bring it in under This tablet, Restore a backup.');
    case 'SealedTwice': return refused('There is another sealed file in this one.', 'Open the outer one with the age tool first, then choose what is in it.');
  }
}

export const intake = { obstacle };
