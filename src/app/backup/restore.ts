import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { unlessCalledOff } from './called-off.ts';
import type { BackupObstacle } from './obstacle.ts';
import type { RestorePreview } from './preview-restore.ts';
import { planRestore, type RestoreCounts } from './restore-plan.ts';

export interface RestoreOptions {
  /** Meetings that were reduced or removed here come back too. */
  readonly bringBack: boolean;
  readonly onProgress?: (part: number) => void;
  /** Heard until the write begins. */
  readonly signal?: AbortSignal;
}

/**
 * Brings a previewed backup in, in one transaction, all or nothing. Compared anew: the
 * leader may have gone on writing since the preview. Doing it twice changes nothing.
 */
export function restore(app: App, { backup }: Pick<RestorePreview, 'backup'>, options: RestoreOptions): Promise<Result<RestoreCounts, BackupObstacle>> {
  const { bringBack, onProgress, signal } = options;
  const heard = signal ? { signal } : {};
  return unlessCalledOff(async () => {
    const plan = await planRestore(app, backup, { bringBack, ...heard });
    if (!plan.ok) return plan;
    const { put, remove, counts, isNothing } = plan.value;
    if (isNothing && remove.length === 0) return ok(counts);
    const line = {
      id: app.newId(), atMs: app.nowMs(), what: 'backup-restored', kind: 'none',
      meetings: counts.fresh + counts.grown, reason: '', deviceOnlyNotesLeftOut: 0,
    } as const;
    const written = await app.store.writeEverything({ ...put, log: [...(put.log ?? []), line] }, {
      remove, ...heard, ...(onProgress ? { onProgress: (done: number, of: number) => { onProgress(done / Math.max(1, of)); } } : {}),
    });
    return written.ok ? ok(counts) : written;
  });
}
