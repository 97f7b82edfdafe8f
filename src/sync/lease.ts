/**
 * One tab syncs at a time. A Web Lock is held for one pass only; beside it stands a lease of
 * 60 s in the database, since a frozen tab keeps its lock: when that is over, the lock is
 * taken from it. The lock is thrift, not correctness: two passes at once repeat each other's
 * work and change nothing.
 */
import { z } from '#domain/zod.ts';

/** The part of `navigator.locks` that is used; null where the browser has none. */
export interface Locks {
  request<T>(name: string, options: { readonly ifAvailable?: boolean; readonly steal?: boolean }, work: (lock: unknown) => Promise<T>): Promise<T>;
}

export interface LeasePorts {
  readonly locks: Locks | null;
  readonly nowMs: () => number;
  readonly readLease: () => Promise<unknown>;
  /** Resolves when it is written, or rejects. */
  readonly writeLease: (value: Lease | null) => Promise<void>;
}

export interface Lease {
  readonly untilMs: number;
}

export const leaseMs = 60_000;
const lockName = 'quiet-checkpoint/sync';
const schema = z.object({ untilMs: z.number() });

/** Runs `work` as the only tab; `null` when another is at it. */
export async function alone<T>(ports: LeasePorts, work: () => Promise<T>): Promise<T | null> {
  const { locks } = ports;
  if (!locks) return (await isLeased(ports)) ? null : leased(ports, work);
  const tried = await locks.request(lockName, { ifAvailable: true }, async (lock) => (lock ? { done: await leased(ports, work) } : null));
  if (tried) return tried.done;
  if (await isLeased(ports)) return null;
  return locks.request(lockName, { steal: true }, () => leased(ports, work));
}

/** A lease that ends later than any that is given out now is of a clock that was set back, and counts for nothing. */
async function isLeased({ readLease, nowMs }: LeasePorts): Promise<boolean> {
  const lease = schema.safeParse(await readLease());
  const leftMs = lease.success ? lease.data.untilMs - nowMs() : 0;
  return leftMs > 0 && leftMs <= leaseMs;
}

async function leased<T>({ writeLease, nowMs }: LeasePorts, work: () => Promise<T>): Promise<T> {
  await writeLease({ untilMs: nowMs() + leaseMs });
  try {
    return await work();
  } finally {
    await writeLease(null);
  }
}
