/** Whether the app can be taken into a room without a network, in words. Each "not yet" says what to do. */
import type { ShellState } from '#app/tablet.ts';
import { counted } from './plain.ts';

export interface Readiness {
  readonly ready: boolean;
  readonly tone: 'ink' | 'clay';
  readonly icon: string;
  readonly says: string;
  readonly more: string;
}

/** Room for about a year of meetings, at 20 MB a year with as much again for the browser. */
const enoughBytes = 40_000_000;

export const bytesInWords = (bytes: number): string =>
  (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)}\u00a0GB` : `${(bytes / 1e6).toLocaleString('en-US', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })}\u00a0MB`);

/** How many bytes the browser would still take; null when it does not say. */
export const roomLeft = ({ usedBytes, quotaBytes }: ShellState['storage']): number | null =>
  (usedBytes === null || quotaBytes === null ? null : Math.max(0, quotaBytes - usedBytes));

/** `locked`: a lock is set, so that a lost tablet shows nothing. */
export function readinessOf({ offline, storage }: ShellState, locked: boolean): Readiness {
  switch (offline.kind) {
    case 'checking':
      return { ready: false, tone: 'ink', icon: 'clock', says: 'Looking whether the whole app is on this tablet.', more: 'It works in the meantime.' };
    case 'impossible':
      return {
        ready: false, tone: 'clay', icon: 'info', says: 'Not ready for rooms without Wi-Fi.',
        more: 'This browser keeps no copy of the app at this address. Open it over https, in a normal window.',
      };
    case 'incomplete':
      return {
        ready: false, tone: 'clay', icon: 'info', says: 'Not ready for rooms without Wi-Fi yet.',
        more: `${counted(offline.missing, 'file')} of ${String(offline.files)} still missing. Stay online for a minute, then look again under This tablet.`,
      };
    case 'whole':
      return { ready: true, tone: 'ink', icon: 'check', says: 'Ready for rooms without Wi-Fi.', more: `${keptWords(storage)} ${lockedWords(locked)}` };
  }
}

const lockedWords = (locked: boolean): string => (locked ? 'The lock is on.' : 'No lock is set yet: set one under This tablet.');

function keptWords(storage: ShellState['storage']): string {
  const room = roomLeft(storage);
  if (room !== null && room < enoughBytes) return `Kept on this tablet, sealed. Room for ${bytesInWords(room)} more.`;
  return `Kept on this tablet, sealed${room === null ? '' : ', with room to spare'}.`;
}

/** Whether the browser may clear the app's pages by itself; null when there is nothing to say. */
export function persistenceWords({ persisted, installed, evictsTabs }: ShellState['storage']): { tone: 'ink' | 'clay'; says: string } {
  if (persisted === true) return { tone: 'ink', says: 'Stored for good: the browser clears these pages only when you tell it to.' };
  if (evictsTabs && !installed) return { tone: 'clay', says: 'This browser clears the pages of a tab that was not opened for seven days. Put the app on the Home Screen to keep them.' };
  if (persisted === false) return { tone: 'clay', says: 'The browser may clear this app’s pages when the tablet runs low. Put the app on the Home Screen to keep them.' };
  return { tone: 'clay', says: 'The browser does not say whether it keeps these pages for good. Put the app on the Home Screen to be sure.' };
}
