import type { Backup } from '#domain/record/backup.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { unlessCalledOff } from './called-off.ts';
import type { BackupObstacle } from './obstacle.ts';
import { planRestore, type RestoreCounts } from './restore-plan.ts';

export type { RestoreCounts } from './restore-plan.ts';

/** What a backup file would bring. Nothing has been written. */
export interface RestorePreview {
  readonly name: string;
  readonly backup: Backup;
  readonly counts: RestoreCounts;
  /** True when everything in the file is here. */
  readonly isNothing: boolean;
}

export interface PreviewOptions {
  readonly passphrase: string;
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/** Opens a backup file and compares it with what is here; refuses it whole, naming the place. */
export function previewRestore(app: App, file: File, options: PreviewOptions): Promise<Result<RestorePreview, BackupObstacle>> {
  return unlessCalledOff(async () => {
    const { readBackup } = await import('#intake/read-backup.ts');
    const read = await readBackup(file, options);
    if (!read.ok) return read;
    const plan = await planRestore(app, read.value, { bringBack: false, ...(options.signal ? { signal: options.signal } : {}) });
    if (!plan.ok) return plan;
    return ok({ name: file.name, backup: read.value, counts: plan.value.counts, isNothing: plan.value.isNothing });
  });
}
