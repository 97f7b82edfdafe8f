import type { Change } from '#domain/change.ts';
import type { MeetingRecord, RecordObstacle } from '#domain/record/record.ts';

/**
 * The first entry of a record whose stamp stands for a change of another entry in the journal.
 * No honest file has one; taking it in would put its row in the place of that change.
 */
export function takenStamp({ entries }: Pick<MeetingRecord, 'entries'>, journal: readonly Change[]): RecordObstacle | null {
  const entryByStamp = new Map<string, string>(journal.map(({ stamp, entry }) => [stamp, entry]));
  const at = entries.findIndex(({ id, stamp }) => (entryByStamp.get(stamp) ?? id) !== id);
  return at === -1 ? null : { type: 'NotARecord', at: `entries.${String(at)}.stamp` };
}
