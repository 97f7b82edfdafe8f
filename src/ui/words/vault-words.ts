/** Words for backup, restore, how long meetings stay, and what this device keeps: what happened, what is safe, what to do. */
import type { BackupObstacle } from '#app/backup/obstacle.ts';
import type { BackupReminder } from '#app/backup/reminder.ts';
import type { RestoreCounts } from '#app/backup/preview-restore.ts';
import type { RetentionPlan } from '#app/retention/plan.ts';
import type { StorageMemory } from '#app/storage-memory.ts';
import type { StorageState } from '#app/tablet.ts';
import { dayShort, dayWithYear, nearDay } from './dates.ts';
import { vault as en } from './en/vault.ts';
import { inLanguage } from './language.svelte.ts';
import type { Words } from './said.ts';
import { capital } from './named.ts';

export const vaultWords = inLanguage('vault', en);

interface Line {
  readonly tone: 'ink' | 'clay';
  readonly says: string;
}
const ink = (says: string): Line => ({ tone: 'ink', says });
const clay = (says: string): Line => ({ tone: 'clay', says });

export const backupWords = (obstacle: BackupObstacle): Words => vaultWords.obstacle(obstacle);

/** What a file would bring, line by line. */
export const restoreLines = (counts: RestoreCounts): { readonly words: string; readonly count: number }[] =>
  (['fresh', 'grown', 'same', 'changes', 'records'] as const).map((what) => ({ words: vaultWords.restore[what], count: counts[what] }));

/** `3 meetings are in no backup, the first since Nov 12.` */
export const reminderWords = ({ meetings, sinceDay, lastDay }: BackupReminder, today: string): string =>
  vaultWords.reminder(meetings, nearDay(sinceDay, today), lastDay === null ? null : nearDay(lastDay, today));

/** What comes next for a meeting, and why not yet. */
export function planWordsOf({ step, onDay, state }: RetentionPlan): string {
  switch (state) {
    case 'later': case 'to-announce': case 'announced': return vaultWords.goesFrom(step, dayWithYear(onDay));
    case 'due': return vaultWords.goesToday(step);
    case 'held': return vaultWords.onHold;
    case 'not-backed-up': return vaultWords.notBackedUp;
  }
}

/** Where the app runs, and what that means for what is kept. */
export function placeWords({ installed, evictsTabs }: StorageState): Line {
  if (installed) return ink(vaultWords.inApp);
  return evictsTabs ? clay(vaultWords.inTabEvicted) : ink(vaultWords.inTab);
}

/** Since when pages are kept here, and whether the device was seen to clear them. */
export function memoryWords({ sinceDay, clearedOn }: StorageMemory, today: string): Line {
  if (clearedOn !== null) return clay(vaultWords.cleared(dayShort(clearedOn)));
  return ink(sinceDay === today ? vaultWords.sinceToday : vaultWords.since(dayWithYear(sinceDay)));
}

/** Whether the browser may clear the app's pages by itself. */
export function persistenceWords({ persisted, installed, evictsTabs }: StorageState): Line {
  if (persisted === true) return ink(vaultWords.persisted);
  if (evictsTabs && !installed) return clay(vaultWords.evicted);
  return clay(persisted === false ? vaultWords.notPersisted : vaultWords.persistenceUnknown);
}


/** `Yesterday`; what is said of the latest backup. */
export const lastBackupWords = (lastDay: string | null, today: string): string => (lastDay === null ? vaultWords.noBackup : capital(nearDay(lastDay, today)));
