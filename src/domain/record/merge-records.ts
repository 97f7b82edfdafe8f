/** Replicas of one record to one record: commutative, associative and idempotent, as in `merge.ts`. */
import type { DeviceId } from '../ids.ts';
import type { RecordEntry } from './record.ts';

/** What a replica needs to be merged: a whole record has it, and one whose roadmap is elsewhere. */
export interface Mergeable {
  readonly device: DeviceId;
  readonly revision: number;
  readonly finishedAtMs: number;
  readonly entries: readonly RecordEntry[];
}

/**
 * The record that replicas of one meeting come to: of every entry the one with the latest
 * stamp, tombstones among them; all else from the replica that was finished last (then by
 * revision, then by device). The entries are sorted by id. Null for no replica.
 */
export function mergeRecords<T extends Mergeable>(replicas: readonly T[]): T | null {
  const [first, ...others] = replicas.toSorted(later);
  if (!first) return null;
  const entries = new Map<string, RecordEntry>(first.entries.map((entry) => [entry.id, entry]));
  for (const { entries: more } of others) {
    for (const entry of more) {
      const known = entries.get(entry.id);
      if (!known || entry.stamp > known.stamp) entries.set(entry.id, entry);
    }
  }
  return { ...first, entries: [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

const later = (a: Mergeable, b: Mergeable): number =>
  b.finishedAtMs - a.finishedAtMs || b.revision - a.revision || (a.device < b.device ? -1 : 1);
