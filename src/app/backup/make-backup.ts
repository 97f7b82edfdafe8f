import type { Change } from '#domain/change.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { MeetingId } from '#domain/ids.ts';
import { localDay } from '#domain/local-day.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import type { Backup, BackedUpMeeting } from '#domain/record/backup.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { backedUpSyncRows } from '#domain/sync/named-rows.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { Store } from '#data/store.ts';
import { meta } from '#export/backup-age/meta.ts';
import type { App } from '../app.ts';
import type { ExportedFile } from '#app/export/exported-file.ts';
import { unlessCalledOff } from './called-off.ts';
import { lastBackupSetting, marksOf, type LastBackup } from './last-backup.ts';
import type { BackupObstacle } from './obstacle.ts';

/** Shorter passphrases are refused: the file may lie anywhere, and guessing at it is not slowed down by this app. */
export const leastPassphrase = 12;

/** Settings that speak of this device only, and are in no backup. */
export const deviceSettings: ReadonlySet<string> = new Set([lastBackupSetting, 'storage.canary', 'self-test', 'retention.notices']);

export interface MadeBackup {
  readonly file: ExportedFile;
  readonly meetings: number;
  /** Rows that did not open and are not in it. */
  readonly damaged: number;
  /** For `keepMade`, once the file is where it belongs. */
  readonly last: LastBackup;
}

export interface BackupOptions {
  readonly passphrase: string;
  /** The passphrase typed once more. */
  readonly again: string;
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Everything on this device as one age file, device-only notes and drafts among it. Nothing
 * is written on the device; the file is in memory until it is saved.
 *
 * `PassphraseShort`, `PassphraseDiffers`; `CalledOff`; `BackupTooLarge`; `NotABackup` when
 * it would not be read back.
 */
export async function makeBackup(app: App, options: BackupOptions): Promise<Result<MadeBackup, BackupObstacle>> {
  const { passphrase, again, onProgress, signal } = options;
  if (passphrase.length < leastPassphrase) return err({ type: 'PassphraseShort', least: leastPassphrase });
  if (passphrase !== again) return err({ type: 'PassphraseDiffers' });
  return unlessCalledOff(async () => {
    await app.store.flush(5_000);
    // Before everything is read: what comes in meanwhile is in the file, but is not claimed to be.
    const { meetings } = await app.store.readMeetings();
    const all = await app.store.readEverything(signal);
    const nowMs = app.nowMs();
    const backup = backupOf(app, all, nowMs);
    const { write } = await import('#export/backup-age/write.ts');
    const bytes = await write(backup, { passphrase, ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) });
    if (!bytes.ok) return bytes;
    const name = `quiet-checkpoint-backup-${localDay(nowMs)}.${meta.extension}`;
    return ok({
      file: { name, mediaType: meta.mediaType, bytes: bytes.value },
      meetings: backup.meetings.length,
      damaged: all.damaged.length,
      last: { atMs: nowMs, bytes: bytes.value.length, marks: marksOf(meetings, meetingsOfDamaged(all.damaged)) },
    });
  });
}

/** Keeps that the file is saved: the reminder and the retention go by it. Resolves at the commit. */
export async function keepMade(app: App, { last, meetings }: Pick<MadeBackup, 'last' | 'meetings'>): Promise<void> {
  await app.store.writeSetting(lastBackupSetting, last);
  await app.store.write({
    log: { id: app.newId(), atMs: app.nowMs(), what: 'backup-made', kind: 'identified', meetings, reason: '', deviceOnlyNotesLeftOut: 0 },
  });
}

type All = Awaited<ReturnType<Store['readEverything']>>;

function backupOf({ device }: App, all: All, madeAtMs: number): Backup {
  const journals = new Map<MeetingId, Change[]>();
  for (const change of all.changes) {
    const journal = journals.get(change.meeting);
    if (journal) journal.push(change);
    else journals.set(change.meeting, [change]);
  }
  const listed = new Set(all.meetings.map(({ id }) => id));
  const orphans = [...journals].filter(([id]) => !listed.has(id)).map(([id, changes]) => rebuilt(id, changes, all.roadmaps));
  return {
    madeAtMs, device,
    meetings: [...all.meetings.map((meeting) => ({ ...meeting, changes: journals.get(meeting.id) ?? [] })), ...orphans],
    records: all.records, roadmaps: all.roadmaps, drafts: all.drafts, log: all.log,
    settings: Object.fromEntries(Object.entries(all.settings).filter(([id]) => !deviceSettings.has(id))),
    sync: Object.fromEntries(Object.entries(all.sync).filter(([id]) => backedUpSyncRows.has(id))),
  };
}

/** A journal whose row of the list does not open: the row is made anew from it. */
function rebuilt(id: MeetingId, changes: readonly Change[], roadmaps: readonly Roadmap[]): BackedUpMeeting {
  const digest = digestOf(meetingOf(replicaOf(changes)), roadmaps[0] ?? defaultRoadmap());
  return { id, open: digest.state !== 'finished', digest, changes };
}

const meetingsOfDamaged = (damaged: All['damaged']): ReadonlySet<MeetingId> =>
  new Set(damaged.filter(({ table }) => table === 'changes').map(({ key }) => key.slice(0, 36) as MeetingId)); // keys of a journal begin with their meeting
