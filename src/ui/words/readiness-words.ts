/** Whether the app can be taken into a room without a network, in words. Each "not yet" says what to do. */
import type { ShellState } from '#app/tablet.ts';
import { bytesInWords } from './bytes.ts';
import { readiness as en } from './en/readiness.ts';
import { inLanguage } from './language.svelte.ts';


export interface Readiness {
  readonly ready: boolean;
  readonly tone: 'ink' | 'clay';
  readonly icon: string;
  readonly says: string;
  readonly more: string;
}

const words = inLanguage('readiness', en);

/** Room for about a year of meetings, at 20 MB a year with as much again for the browser. */
const enoughBytes = 40_000_000;

/** How many bytes the browser would still take; null when it does not say. */
export const roomLeft = ({ usedBytes, quotaBytes }: ShellState['storage']): number | null =>
  (usedBytes === null || quotaBytes === null ? null : Math.max(0, quotaBytes - usedBytes));

/** `locked`: a lock is set, so that a lost tablet shows nothing. */
export function readinessOf({ offline, storage }: ShellState, locked: boolean): Readiness {
  const not = { ready: false, tone: 'clay', icon: 'info' } as const;
  switch (offline.kind) {
    case 'checking': return { ...not, tone: 'ink', icon: 'clock', ...words.checking };
    case 'impossible': return { ...not, ...words.impossible };
    case 'incomplete': return { ...not, says: words.incomplete.says, more: words.incomplete.more(offline.missing, offline.files) };
    case 'whole':
      return { ready: true, tone: 'ink', icon: 'check', says: words.whole, more: `${keptWords(storage)} ${locked ? words.locked : words.notLocked}` };
  }
}

function keptWords(storage: ShellState['storage']): string {
  const room = roomLeft(storage);
  if (room === null) return words.kept;
  return room < enoughBytes ? words.keptWith(bytesInWords(room)) : words.keptSpare;
}
