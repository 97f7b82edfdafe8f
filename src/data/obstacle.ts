/**
 * From what the browser or Dexie threw to what stands in the way. Told by names, never by
 * message texts, which differ between browsers and languages.
 */
import type { StoreObstacle } from './store.ts';
import { within } from './timing.ts';

const estimateMs = 500;

/** Names after which a connection is worth closing and opening anew. */
const lostNames: ReadonlySet<string> = new Set([
  'DatabaseClosedError', 'UnknownError', 'InvalidStateError', 'TimeoutError', 'OpenFailedError',
  // A transaction that ended under our feet: seen when WebKit's database process goes.
  'TransactionInactiveError', 'PrematureCommitError',
]);

/** Names of an error and of those that it wraps, the outermost first. */
export function namesOf(error: unknown): string[] {
  const names: string[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && names.length < 8) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null) continue;
    const { name, inner, cause, failures } = next as Partial<Record<'name' | 'inner' | 'cause' | 'failures', unknown>>;
    if (typeof name === 'string') names.push(name);
    waiting.push(inner, cause);
    if (Array.isArray(failures)) waiting.push(failures[0]);
  }
  return names;
}

/** True when closing and opening the connection may help. */
export const isLost = (error: unknown): boolean => namesOf(error).some((name) => lostNames.has(name));

/** The obstacle that an error stands for. Asks the browser for the room only when the disk is full. */
export async function obstacleOf(error: unknown): Promise<StoreObstacle> {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { type: 'StorageFull', ...(await room()) };
  if (isLost(error)) return { type: 'ConnectionLost' };
  return { type: 'WriteRefused', name: names.at(-1) ?? 'Unknown' };
}

async function room(): Promise<{ usedBytes: number | null; quotaBytes: number | null }> {
  // WebKitGTK has no navigator.storage, Safari before 17 no estimate; neither may throw here.
  const storage = navigator.storage as Partial<StorageManager> | undefined;
  const asked = storage?.estimate?.();
  // The numbers are worth a moment, but nothing may wait for them for long.
  const estimate = asked && (await within(estimateMs, asked).catch((): StorageEstimate => ({})));
  return { usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null };
}
