/** Takes a meeting out of the database: list, journal, records and drafts in one transaction. */
import type { MeetingId } from '#domain/ids.ts';
import type { Database } from './database.ts';
import { removeJournal } from './tables/changes.ts';
import { removeDrafts } from './tables/drafts.ts';
import { removeListed } from './tables/meetings.ts';
import { removeRecords } from './tables/records.ts';

/** Removes every row of the meeting, or none when it rejects. */
export const removeMeeting = (db: Database, meeting: MeetingId): PromiseLike<void> =>
  db.transaction('rw', [db.meetings, db.changes, db.records, db.drafts], async () => {
    await removeListed(db, meeting);
    await removeJournal(db, meeting);
    await removeRecords(db, meeting);
    await removeDrafts(db, meeting);
  });
