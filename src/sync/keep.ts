/** Writing what the next step builds on: it is on the disk before that step is taken. */
import { err, ok, type Result } from '#domain/result.ts';
import type { SyncObstacle } from './obstacle.ts';
import type { Batch, SyncPorts } from './ports.ts';

/** The store goes on trying for ever; a pass does not wait that long. */
const keepMs = 20_000;

/** Writes rows in one transaction. `KeepingHeld` when they are not on the disk in time: the pass ends, the next one repeats it. */
export async function keep({ storage }: Pick<SyncPorts, 'storage'>, batch: Batch): Promise<Result<void, SyncObstacle>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => { timer = setTimeout(() => { resolve('late'); }, keepMs); });
  const how = await Promise.race([storage.write(batch).then(() => 'kept' as const), late]);
  clearTimeout(timer);
  return how === 'kept' ? ok(undefined) : err({ type: 'KeepingHeld' });
}
