/** Takes a meeting out of the database: list, journal, records, drafts and what waits of it for the hub, in one transaction. */
import type { MeetingId } from '#domain/ids.ts';
import type { Database } from './database.ts';
import type { SealedRow } from './sealed-rows.ts';
import { countJournal, removeJournal } from './tables/changes.ts';
import { removeDrafts } from './tables/drafts.ts';
import { removeListed } from './tables/meetings.ts';
import { removeItems } from './tables/outbox.ts';
import { removeRecords } from './tables/records.ts';

export interface Removal {
  readonly onlyWith?: number;
  /** A row of the outbox that goes in with it. */
  readonly queued?: SealedRow | null;
}

/**
 * Removes every row of the meeting, or none when it rejects. With `onlyWith` also none, and
 * false, when its journal does not have just so many changes: somebody has gone on writing.
 */
export const removeMeeting = (db: Database, meeting: MeetingId, { onlyWith, queued }: Removal = {}): PromiseLike<boolean> =>
  db.transaction('rw', [db.meetings, db.changes, db.records, db.drafts, db.outbox, db.derived], async () => {
    if (onlyWith !== undefined && (await countJournal(db, meeting)) !== onlyWith) return false;
    await removeListed(db, meeting);
    await removeJournal(db, meeting);
    await removeRecords(db, meeting);
    await removeDrafts(db, meeting);
    await removeItems(db, meeting);
    await db.derived.delete(meeting);
    if (queued?.row) await db.table<object, unknown>(queued.table).put(queued.row);
    return true;
  });
