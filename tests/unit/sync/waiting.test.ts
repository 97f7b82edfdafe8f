import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterMs, waitMs } from '#sync/backoff.ts';
import { alone, leaseMs, type LeasePorts, type Locks } from '#sync/lease.ts';

describe('waiting after a failure', () => {
  it('doubles up to five minutes, at random below the bound', () => {
    expect([1, 2, 3, 9, 10, 1_000].map((failures) => waitMs({ failures, askedMs: null, random: 0.999_999 }))).toEqual([1_000, 2_000, 4_000, 256_000, 300_000, 300_000]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), fc.float({ min: 0, max: Math.fround(0.999), noNaN: true }), (failures, random) => {
      const wait = waitMs({ failures, askedMs: null, random });
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(300_000);
    }));
  });

  it('is never shorter than the hub asked for, and never for ever', () => {
    expect(waitMs({ failures: 1, askedMs: 90_000, random: 0 })).toBe(90_000);
    expect(waitMs({ failures: 1, askedMs: 10 ** 12, random: 0 })).toBe(3_600_000);
  });

  it('reads Retry-After as seconds and as a date', () => {
    const nowMs = Date.parse('Wed, 11 Nov 2026 10:00:00 GMT');
    expect(retryAfterMs('120', nowMs)).toBe(120_000);
    expect(retryAfterMs('Wed, 11 Nov 2026 10:01:00 GMT', nowMs)).toBe(60_000);
    expect(retryAfterMs('Wed, 11 Nov 2026 09:00:00 GMT', nowMs)).toBe(0);
    for (const no of [null, '', 'soon', '1e9']) expect(retryAfterMs(no, nowMs)).toBeNull();
  });
});

/** Locks as the browser has them: one holder, who may be robbed. */
class FakeLocks implements Locks {
  #held = false;
  async request<T>(_: string, { ifAvailable, steal }: { readonly ifAvailable?: boolean; readonly steal?: boolean }, work: (lock: unknown) => Promise<T>): Promise<T> {
    if (this.#held && ifAvailable && !steal) return work(null);
    this.#held = true;
    try {
      return await work({});
    } finally {
      this.#held = false;
    }
  }
}

function tabs(locks: Locks | null): { readonly ports: LeasePorts; readonly clock: { nowMs: number } } {
  const clock = { nowMs: 1_000_000 };
  let lease: unknown = null;
  const ports: LeasePorts = {
    locks, nowMs: () => clock.nowMs, readLease: () => Promise.resolve(lease),
    writeLease: (now) => { lease = now; return Promise.resolve(); },
  };
  return { ports, clock };
}

describe.each([['with Web Locks', () => new FakeLocks()], ['without', () => null]])('one tab at a time, %s', (_, locks) => {
  it('keeps the second away while the first is at it, and lets it in afterwards', async () => {
    const { ports } = tabs(locks());
    let end: () => void = () => undefined;
    const first = alone(ports, () => new Promise<string>((resolve) => { end = () => { resolve('first'); }; }));
    await new Promise((resolve) => setTimeout(resolve));
    expect(await alone(ports, () => Promise.resolve('second'))).toBeNull();
    end();
    expect(await first).toBe('first');
    expect(await alone(ports, () => Promise.resolve('second'))).toBe('second');
  });

  it('takes it from a tab that froze, after the lease', async () => {
    const { ports, clock } = tabs(locks());
    void alone(ports, () => new Promise(() => undefined));
    await new Promise((resolve) => setTimeout(resolve));
    clock.nowMs += leaseMs - 1;
    expect(await alone(ports, () => Promise.resolve('mine'))).toBeNull();
    clock.nowMs += 2;
    expect(await alone(ports, () => Promise.resolve('mine'))).toBe('mine');
  });

  it('is not kept out by a lease from a clock that was set back', async () => {
    const { ports, clock } = tabs(locks());
    void alone(ports, () => new Promise(() => undefined));
    await new Promise((resolve) => setTimeout(resolve));
    clock.nowMs -= 3_600_000;
    expect(await alone(ports, () => Promise.resolve('mine'))).toBe('mine');
  });

  it('lets go also when the work fails', async () => {
    const { ports } = tabs(locks());
    await expect(alone(ports, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await alone(ports, () => Promise.resolve('next'))).toBe('next');
  });
});
