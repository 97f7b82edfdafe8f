/** Words of the lock: what a passphrase is worth, what stands in the way of opening, and how the ways in are called. */
import type { Advice } from '#app/vault/advice.ts';
import type { SlotObstacle } from '#app/vault/ways.ts';
import type { PasskeyObstacle } from '#app/vault/ports.ts';
import type { Words } from './errors.ts';

type LockObstacle = Exclude<SlotObstacle, { readonly type: 'StorageFull' | 'ConnectionLost' | 'WriteRefused' }> | PasskeyObstacle;

const words = (happened: string, safe: string, next: string): Words => ({ happened, safe, next });
const sealed = 'Everything stays sealed, and nothing was changed.';

/** What is said below a passphrase while it is being typed. */
export function adviceWords(advice: Advice): string {
  switch (advice.kind) {
    case 'empty': return 'Four plain words are easy to keep and hard to guess.';
    case 'short': return `Short yet: ${advice.missing === 1 ? 'one more character' : `${String(advice.missing)} more characters`} at least. Whole words make it quick.`;
    case 'common': return 'This is one of those that are tried first. Words that nobody would put together hold better.';
    case 'fair': return 'This will do. One or two words more make it strong.';
    case 'strong': return 'Strong.';
  }
}

/** Words for what stands in the way of the lock. */
export function lockWords(error: LockObstacle): Words {
  switch (error.type) {
    case 'WrongSecret': return words('That does not open it.', sealed, triesWords(error.triesLeft) ?? 'Look whether capitals are on, and try again.');
    case 'TooSoon': return words('After tries that did not open it, there is a pause.', sealed, 'Try again in a moment.');
    case 'SlotDamaged': return words(`The ${wayName(error.way).toLowerCase()} cannot be read on this tablet any more.`, sealed, 'Open by another way: another passkey, the passphrase, or the recovery sheet.');
    case 'RecoveryTypo': return words(`Group ${String(error.group)} is not as it was printed.`, 'It does not count as a try.', 'Compare it with the sheet, letter by letter.');
    case 'Wiped': return words('This tablet’s pages were erased, as was chosen for this many tries.', 'What was exported or backed up before is safe where it was put.', 'Begin anew, then bring back a backup.');
    case 'NoDeviceSlot': return words('The lock was changed in another window of the app.', sealed, 'Look at the lock as it is now, then try again.');
    case 'NoSuchSlot': return words('This way in is already gone.', sealed, 'Look at the list as it is now.');
    case 'LastSlot': return words('This is the last way in that works without a passkey.', sealed, 'Add a passphrase or a recovery sheet first, or turn the lock off.');
    case 'KeyNotKept': return words('The browser did not keep the new key.', sealed, 'Open the app in a normal window, or from the Home Screen, and try again.');
    case 'NoPasskeys': return words('This browser and device have no passkey that could open the pages.', sealed, 'The passphrase works everywhere.');
    case 'PasskeyRefused': return words('The passkey was not given.', sealed, 'Try again, or use the passphrase.');
    case 'PasskeyUnsteady': return words('This passkey did not give the same key twice, so it is not kept.', sealed, 'Use the passphrase. A newer system of the tablet may bring better passkeys.');
  }
}

/** How many tries are left before everything is erased; null where it never is. */
export const triesWords = (left: number | null): string | null =>
  (left === null ? null : `${left === 1 ? 'One more try' : `${String(left)} more tries`}, then the pages of this tablet are erased, as was chosen.`);

/** How long there is to wait, in words that do not change every second when it is long. */
export function waitWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 60) return `The next try opens in ${seconds === 1 ? 'one second' : `${String(seconds)} seconds`}.`;
  const minutes = Math.ceil(seconds / 60);
  return `The next try opens in ${minutes === 1 ? 'one minute' : `${String(minutes)} minutes`}.`;
}

export const wayName = (way: 'passphrase' | 'passkey' | 'recovery'): string =>
  ({ passphrase: 'Passphrase', passkey: 'Passkey', recovery: 'Recovery sheet' })[way];

/** Minutes of auto-lock, as a choice. */
export const minutesName = (minutes: number | null): string =>
  (minutes === null ? 'Never' : minutes === 60 ? '1 hour' : `${String(minutes)} min`);
