/**
 * Wrong tries of the passphrase, counted over restarts. A courtesy against the curious who
 * hold the tablet: whoever has copied the database tries elsewhere, and meets Argon2id.
 */
import { databaseName } from './database.ts';
import { dropText, keepText, keptText } from './kept-text.ts';

export interface Tries {
  /** Wrong tries in a row. */
  readonly count: number;
  /** When the latest was, epoch ms. */
  readonly lastMs: number;
}

const none: Tries = { count: 0, lastMs: 0 };
/** After the first, second, ... wrong try, ms; the last holds for all that follow. */
const waitsMs = [0, 0, 0, 5_000, 15_000, 60_000, 300_000];
/** Stands in where the browser keeps nothing. */
const inMemory = new Map<string, Tries>();

const keyOf = (name: string): string => (name === databaseName ? 'qc.tries' : `qc.tries.${name}`);

/** The wrong tries at the store of this name. */
export function triesAt(name: string): Tries {
  const kept = keptText('localStorage', keyOf(name));
  return (kept === null ? inMemory.get(name) : parsed(kept)) ?? none;
}

function parsed(text: string): Tries | null {
  const [count, lastMs] = text.split(' ').map(Number);
  const whole = Number.isSafeInteger(count) && Number.isSafeInteger(lastMs);
  return whole ? { count: Math.max(0, count ?? 0), lastMs: lastMs ?? 0 } : null;
}

/** One wrong try more. */
export function countTry(name: string, nowMs: number): Tries {
  const tries = { count: triesAt(name).count + 1, lastMs: nowMs };
  inMemory.set(name, tries);
  keepText('localStorage', keyOf(name), `${String(tries.count)} ${String(tries.lastMs)}`);
  return tries;
}

/** After a right one. */
export function forgetTries(name: string): void {
  inMemory.delete(name);
  dropText('localStorage', keyOf(name));
}

/** Until when the next try is not looked at, epoch ms; null when it may come now. A clock that was set back makes no wait longer. */
export function waitUntilMs({ count, lastMs }: Tries, nowMs: number): number | null {
  const waitMs = count === 0 ? 0 : (waitsMs[Math.min(count, waitsMs.length) - 1] ?? 0);
  const until = Math.min(lastMs, nowMs) + waitMs;
  return until > nowMs ? until : null;
}
