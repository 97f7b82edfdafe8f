/** Words of the lock, in English: its sheet, how it is set, and what stands in the way of opening. */
import type { Advice } from '#app/vault/advice.ts';
import type { PasskeyObstacle } from '#app/vault/ports.ts';
import type { SlotObstacle } from '#app/vault/ways.ts';
import { said, type Words } from '../said.ts';

export type LockObstacle = Exclude<SlotObstacle, { readonly type: 'StorageFull' | 'ConnectionLost' | 'WriteRefused' }> | PasskeyObstacle;
export type WayName = 'passphrase' | 'passkey' | 'recovery';

const sealed = 'Everything stays sealed, and nothing was changed.';
const ways: Readonly<Record<WayName, string>> = { passphrase: 'Passphrase', passkey: 'Passkey', recovery: 'Recovery sheet' };

/** What is said below a passphrase while it is being typed. */
function advice(on: Advice): string {
  switch (on.kind) {
    case 'empty': return 'Four plain words are easy to keep and hard to guess.';
    case 'short': return `Short yet: ${on.missing === 1 ? 'one more character' : `${String(on.missing)} more characters`} at least. Whole words make it quick.`;
    case 'common': return 'This is one of those that are tried first. Words that nobody would put together hold better.';
    case 'fair': return 'This will do. One or two words more make it strong.';
    case 'strong': return 'Strong.';
  }
}

/** How many tries are left before everything is erased; null where it never is. */
const tries = (left: number | null): string | null =>
  (left === null ? null : `${left === 1 ? 'One more try' : `${String(left)} more tries`}, then the pages of this tablet are erased, as was chosen.`);

function obstacle(error: LockObstacle): Words {
  switch (error.type) {
    case 'WrongSecret': return said('That does not open it.', sealed, tries(error.triesLeft) ?? 'Look whether capitals are on, and try again.');
    case 'TooSoon': return said('After tries that did not open it, there is a pause.', sealed, 'Try again in a moment.');
    case 'SlotDamaged': return said(`The ${ways[error.way].toLowerCase()} cannot be read on this tablet any more.`, sealed, 'Open by another way: another passkey, the passphrase, or the recovery sheet.');
    case 'RecoveryTypo': return said(`Group ${String(error.group)} is not as it was printed.`, 'It does not count as a try.', 'Compare it with the sheet, letter by letter.');
    case 'Wiped': return said('This tablet’s pages were erased, as was chosen for this many tries.', 'What was exported or backed up before is safe where it was put.', 'Begin anew, then bring back a backup.');
    case 'NoDeviceSlot': return said('The lock was changed in another window of the app.', sealed, 'Look at the lock as it is now, then try again.');
    case 'NoSuchSlot': return said('This way in is already gone.', sealed, 'Look at the list as it is now.');
    case 'LastSlot': return said('This is the last way in that works without a passkey.', sealed, 'Add a passphrase or a recovery sheet first, or turn the lock off.');
    case 'KeyNotKept': return said('The browser did not keep the new key.', sealed, 'Open the app in a normal window, or from the Home Screen, and try again.');
    case 'NoPasskeys': return said('This browser and device have no passkey that could open the pages.', sealed, 'The passphrase works everywhere.');
    case 'PasskeyRefused': return said('The passkey was not given.', sealed, 'Try again, or use the passphrase.');
    case 'PasskeyUnsteady': return said('This passkey did not give the same key twice, so it is not kept.', sealed, 'Use the passphrase. A newer system of the tablet may bring better passkeys.');
  }
}

export const lock = {
  ways, advice, tries, obstacle,
  wait: (seconds: number): string => `The next try opens in ${seconds === 1 ? 'one second' : `${String(seconds)} seconds`}.`,
  waitMinutes: (minutes: number): string => `The next try opens in ${minutes === 1 ? 'one minute' : `${String(minutes)} minutes`}.`,
  never: 'Never',
  oneHour: '1 hour',
  minutes: (minutes: number): string => `${String(minutes)} min`,

  locked: 'Locked',
  lockedSays: 'Everything is sealed on this tablet. Nothing is open.',
  erased: 'Erased',
  beginAnew: 'Begin anew',
  recoveryField: 'Recovery key, the eight groups of the sheet',
  open: 'Open',
  opening: 'Opening',
  usePasskey: 'Use the passkey',
  onceOpen: 'Once it is open, choose a new passphrase under This tablet.',
  havePassphrase: 'I have the passphrase',
  haveSheet: 'I have the recovery sheet',
  groupsGoHere: 'The eight groups of the sheet go here.',
  passphraseGoesHere: 'The passphrase goes here.',
  keyDoesNot: 'This key does not open it.',
  nowAgain: 'It can be tried again now.',

  asItIs: 'Leave it as it is',
  presentPassphrase: 'The passphrase as it is now',
  sheetKey: 'The key of the recovery sheet',
  askedWhy: 'It is asked for, so that nobody else can change the lock.',
  askedOnce: 'Asked once more, so that nobody else can change the lock.',
  useSheet: 'Use the recovery sheet',
  usePassphrase: 'Use the passphrase',

  newPassphrase: 'New passphrase',
  onceMore: 'The same once more',
  differ: 'The two are not the same yet.',
  same: 'The same.',
  show: 'Show what is typed',
  makeSheet: 'Make a recovery sheet to print',
  withSheet: 'Forgetting the passphrase is survivable only through the recovery sheet. Print it, and keep it with your papers.',
  withoutSheet: 'Without the sheet, a forgotten passphrase cannot be undone by anyone: what is on this tablet then stays sealed for good.',
  sealing: 'Sealing',

  done: {
    set: 'The lock is on. From the next start on, the app asks for the passphrase.',
    passkey: 'The passkey opens the app from now on. It was tried twice.',
    sheet: 'There is a new recovery key. An earlier sheet opens nothing any more.',
    off: 'The lock is off. The app opens without asking, and the recovery sheet opens nothing any more.',
    change: 'The new passphrase opens the app from now on.',
    remove: 'It opens nothing any more.',
    neverErases: 'Nothing is ever erased by tries.',
    erasesAfter: (count: number): string => `After ${String(count)} tries that do not open it, everything on this tablet is erased.`,
  },

  sheet: {
    title: 'Recovery sheet',
    printNow: 'Print the recovery sheet now: its key is not kept on this tablet and is shown only this once.',
    print: 'Print the sheet',
    hide: 'Hide the key',
    byHand: 'Write it down by hand',
    onPaper: 'I have it on paper',
    letters: 'It has no letter O, I or L: those are zeros and ones. The last sign of each group checks the others.',
    madeOn: (day: string): string => `Quiet Checkpoint, made on ${day}`,
    what: 'This key opens the pages on one tablet when its passphrase is forgotten. Whoever holds this sheet and the tablet can open them: keep it with your papers, apart from the tablet.',
    key: 'The key',
    typing: 'It has no letter O, I or L: those are zeros and ones. Capitals and spaces do not matter. The last sign of each group checks the others, so a slip is found, and its group is named.',
    toOpen: 'To open with it',
    steps: [
      'Open Quiet Checkpoint on the tablet that this sheet was made on.',
      'Tap “I have the recovery sheet” and type the eight groups.',
      'Under This tablet, choose a new passphrase. A new recovery sheet there makes this one worthless.',
    ],
  },
};
