import type * as doors from './doors.ts';
import type { Passkeys } from './ports.ts';

export type Doors = typeof doors;

let here: Doors | null = null;

/** The doors; rejects with a TypeError when their file cannot be had. Screens of the lock are shown only after they have come. */
export async function fetchDoors(): Promise<Doors> {
  here ??= await import('./doors.ts');
  return here;
}

/** Uses the doors at once where they are here: a browser may ask for a passkey only within the touch that wants it. */
const through = <T>(use: (doors: Doors) => Promise<T>): Promise<T> => (here ? use(here) : fetchDoors().then(use));

/** The passkeys of this browser. */
export const passkeys: Passkeys = {
  isLikely: () => through(({ canUsePasskeys }) => canUsePasskeys()),
  make: () => through(({ createPasskey }) => createPasskey('Quiet Checkpoint')),
  ask: (credentialIds) => through(({ evaluatePasskey }) => evaluatePasskey(credentialIds)),
  get name() {
    if (/iPad|iPhone|Macintosh/.test(navigator.userAgent)) return 'Face ID or Touch ID';
    return navigator.userAgent.includes('Windows') ? 'Windows Hello' : 'Passkey of this device';
  },
};
