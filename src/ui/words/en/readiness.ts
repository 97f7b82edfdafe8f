/** Words of whether the app can be taken into a room without a network, in English. */
import { plain } from './plain.ts';

export const readiness = {
  checking: { says: 'Looking whether the whole app is on this tablet.', more: 'It works in the meantime.' },
  impossible: {
    says: 'Not ready for rooms without Wi-Fi.',
    more: 'This browser keeps no copy of the app at this address. Open it over https, in a normal window.',
  },
  incomplete: {
    says: 'Not ready for rooms without Wi-Fi yet.',
    more: (missing: number, files: number): string =>
      `${plain.counted(missing, 'file')} of ${String(files)} still missing. Stay online for a minute, then look again under This tablet.`,
  },
  whole: 'Ready for rooms without Wi-Fi.',
  keptWith: (room: string): string => `Kept on this tablet, sealed. Room for ${room} more.`,
  kept: 'Kept on this tablet, sealed.',
  keptSpare: 'Kept on this tablet, sealed, with room to spare.',
  locked: 'The lock is on.',
  notLocked: 'No lock is set yet: set one under This tablet.',
};
