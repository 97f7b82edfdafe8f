import { err, ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { unlessCalledOff } from '../backup/called-off.ts';
import { ImportPlan } from './import-plan.ts';
import type { ImportObstacle } from './obstacle.ts';
import type { ImportFile } from './read-import-file.ts';

export interface ImportOptions {
  /** Called with the part that is sealed, 0 to 1; the write comes after the last call. */
  readonly onProgress?: (part: number) => void;
  /** Heard until the write begins. */
  readonly signal?: AbortSignal;
}

/**
 * Merges the records of files that were read: entries that are new or later than what is
 * here, the lists' rows, roadmaps and revisions, in one transaction, all or nothing. What is
 * here and later stays. A file that is refused now is left out as it was in the preview.
 *
 * Compared anew: the leader may have gone on writing since the preview. A second import of
 * the same files finds nothing to do and writes nothing.
 *
 * @returns how many meetings were changed
 */
export function importRecords(app: App, files: readonly ImportFile[], options: ImportOptions = {}): Promise<Result<number, ImportObstacle>> {
  const { onProgress, signal } = options;
  return unlessCalledOff(async () => {
    const plan = new ImportPlan(app);
    for (const file of files) if (file.kind === 'records') await plan.take(file.records, signal);
    const { meetings } = plan;
    if (meetings === 0) return ok(0);
    const log = [{
      id: app.newId(), atMs: app.nowMs(), what: 'record-imported', kind: 'none', meetings, reason: '', deviceOnlyNotesLeftOut: 0,
    } as const];
    const written = await app.store.writeEverything({ ...plan.rows(), log }, {
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress: (done: number, of: number) => { onProgress(done / Math.max(1, of)); } } : {}),
    });
    return written.ok ? ok(meetings) : err({ type: 'ImportNotStored', because: written.error.type });
  });
}
