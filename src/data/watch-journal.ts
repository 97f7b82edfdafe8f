/**
 * Follows what any tab adds to a meeting's journal. Cheap while one's own ticks land: the
 * query is a count of the meeting's key range; keys are read only when the count says that
 * something is unknown, and only unknown rows are read and opened, after the transaction.
 */
import type { Change } from '#domain/change.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { Guard } from './guard.ts';
import { live } from './live.ts';
import { countJournal, journalStamps, openChange, rowsOfStamps } from './tables/changes.ts';
import { openAll } from './tables/opened.ts';
import { pause } from './timing.ts';

export interface Watch {
  readonly meeting: MeetingId;
  /** Stamps that the caller knows to be on disk; it adds what `on` brings. */
  readonly known: ReadonlySet<Stamp>;
  readonly on: (changes: readonly Change[]) => void;
  /** Known rows have gone: the meeting was removed. With how many there are; the caller empties `known`. */
  readonly onGone: (left: number) => void;
}

/** Lets the callers of a commit that has just been made hear of it first; also gathers bursts. */
const gatherMs = 20;

/** Calls `on` with changes that are on disk and not known. Returns the way to stop. */
export function watchJournal(guard: Guard, key: CryptoKey, { meeting, known, on, onGone }: Watch): () => void {
  const broken = new Set<Stamp>();
  let stopped = false;
  const catchUp = async (): Promise<void> => {
    await pause(gatherMs);
    // Looked at before the count, as a commit may land meanwhile; only a removal makes it fewer.
    const atLeast = known.size + broken.size;
    const count = await guard.read((db) => countJournal(db, meeting));
    if (stopped || count === known.size + broken.size) return;
    if (count < atLeast) {
      broken.clear();
      onGone(count);
      if (count === 0) return;
    }
    const stamps = await guard.read((db) => journalStamps(db, meeting));
    const unknown = stamps.filter((stamp) => !known.has(stamp) && !broken.has(stamp));
    if (unknown.length === 0) return;
    const { values, damaged } = await openAll(
      await guard.read((db) => rowsOfStamps(db, meeting, unknown)), (row) => openChange(key, row),
    );
    if (damaged.length > 0) {
      const opened = new Set(values.map(({ stamp }) => stamp));
      for (const stamp of unknown) if (!opened.has(stamp)) broken.add(stamp);
    }
    // The caller may have come to know some of them while they were read.
    const news = values.filter(({ stamp }) => !known.has(stamp));
    if (news.length > 0 && !isStopped()) on(news);
  };
  const isStopped = (): boolean => stopped;
  const stop = live(guard, (db) => countJournal(db, meeting), catchUp);
  return () => {
    stopped = true;
    stop();
  };
}
