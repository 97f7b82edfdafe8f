import type { ListedMeeting } from '#data/store.ts';
import { dayAfter, localDay } from '#domain/local-day.ts';
import { reminderDays } from '#domain/retention.ts';
import { isBackedUp, type LastBackup } from './last-backup.ts';

export { readLastBackup, type LastBackup } from './last-backup.ts';

export interface BackupReminder {
  /** Meetings that were held and are in no file and on no other device. */
  readonly meetings: number;
  /** The local day since when the oldest of them waits. */
  readonly sinceDay: string;
  /** The day of the latest backup; null when there was none. */
  readonly lastDay: string | null;
}

const dayOf = ({ digest }: ListedMeeting): string | null => {
  const atMs = digest.finishedAtMs ?? digest.endedAtMs ?? digest.startedAtMs;
  return atMs === null ? digest.onDate : localDay(atMs);
};

/** The meetings that were held, are no sample and are not in the backup as they stand. */
export const notBackedUp = (meetings: readonly ListedMeeting[], last: LastBackup | null): ListedMeeting[] =>
  meetings.filter((meeting) => ['held', 'finished'].includes(meeting.digest.state) && !meeting.digest.sample && !isBackedUp(meeting, last));

/** What to remind of: something that was held seven days ago or earlier and is in no backup; null while there is nothing. */
export function backupReminder(meetings: readonly ListedMeeting[], last: LastBackup | null, nowMs: number): BackupReminder | null {
  const waiting = notBackedUp(meetings, last);
  const sinceDay = waiting.map(dayOf).filter((day) => day !== null).sort()[0];
  if (sinceDay === undefined || sinceDay > dayAfter(localDay(nowMs), -reminderDays)) return null;
  return { meetings: waiting.length, sinceDay, lastDay: last ? localDay(last.atMs) : null };
}
