/** Takes a meeting out of the database: list, journal, records and drafts in one transaction. */
import type { MeetingId } from '#domain/ids.ts';
import type { Database } from './database.ts';
import { countJournal, removeJournal } from './tables/changes.ts';
import { removeDrafts } from './tables/drafts.ts';
import { removeListed } from './tables/meetings.ts';
import { removeRecords } from './tables/records.ts';

/**
 * Removes every row of the meeting, or none when it rejects. With `onlyWith` also none, and
 * false, when its journal does not have just so many changes: somebody has gone on writing.
 */
export const removeMeeting = (db: Database, meeting: MeetingId, onlyWith?: number): PromiseLike<boolean> =>
  db.transaction('rw', [db.meetings, db.changes, db.records, db.drafts], async () => {
    if (onlyWith !== undefined && (await countJournal(db, meeting)) !== onlyWith) return false;
    await removeListed(db, meeting);
    await removeJournal(db, meeting);
    await removeRecords(db, meeting);
    await removeDrafts(db, meeting);
    return true;
  });
