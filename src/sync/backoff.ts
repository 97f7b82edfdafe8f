/**
 * When the next pass is due: exponential backoff with full jitter (a random moment between
 * now and the bound, so that the tablets of a district do not come back all at once), bounded
 * by what the hub asked for.
 *
 *   | failures in a row | 1   | 2   | 3   | 4   | ... | 9 and more |
 *   | bound             | 1 s | 2 s | 4 s | 8 s | ... | 5 min      |
 */
const firstMs = 1_000;
const mostMs = 300_000;
/** A hub that asks for more is asked again after an hour all the same. */
const mostAskedMs = 3_600_000;

export interface Waiting {
  /** Passes that failed since the last one that did not; 1 at least. */
  readonly failures: number;
  /** What the hub asked for, ms; null when it did not. */
  readonly askedMs: number | null;
  /** 0 to 1, exclusive. */
  readonly random: number;
}

/** How long to wait, ms. Never less than what the hub asked for (up to an hour). */
export function waitMs({ failures, askedMs, random }: Waiting): number {
  const bound = Math.min(mostMs, firstMs * 2 ** Math.min(Math.max(failures, 1) - 1, 20));
  return Math.round(Math.min(askedMs ?? 0, mostAskedMs) + bound * random);
}

/** The header `Retry-After` in ms: seconds or a date (RFC 9110, 10.2.3); null for what is neither. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
