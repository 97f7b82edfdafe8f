/** What is known of the latest backup that was made here and said to be saved. */
import type { ListedMeeting } from '#data/store.ts';
import type { MeetingId } from '#domain/ids.ts';
import { backupMark } from '#domain/record/backup.ts';
import { z } from '#domain/zod.ts';
import type { App } from '../app.ts';

/** The setting's name. It speaks of this device and is in no backup. */
export const lastBackupSetting = 'backup.last';

const schema = z.object({
  atMs: z.number(),
  bytes: z.number(),
  /** The state of each meeting in it, see `backupMark`. */
  marks: z.record(z.string(), z.string()),
});

export type LastBackup = z.infer<typeof schema>;

/** The latest backup; null when none was made or its row does not open. */
export async function readLastBackup(app: App): Promise<LastBackup | null> {
  const last = schema.safeParse(await app.store.readSetting(lastBackupSetting));
  return last.success ? last.data : null;
}

/** The marks of a list, as a backup that holds all of it has them. */
export const marksOf = (meetings: readonly ListedMeeting[], without: ReadonlySet<MeetingId> = new Set()): Record<string, string> =>
  Object.fromEntries(meetings.filter(({ id }) => !without.has(id)).map(({ id, digest }) => [id, backupMark(digest)]));

/** True when the backup holds the meeting as it stands now. */
export const isBackedUp = ({ id, digest }: ListedMeeting, last: LastBackup | null): boolean => last?.marks[id] === backupMark(digest);
