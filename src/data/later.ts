/** What the store does without while it opens and lists; fetched when it is first wanted, and with a meeting (build/chunks.ts). */
export { eraseDatabase, readEverything, writeEverything } from './everything.ts';
export { freshLog } from './fresh-log.ts';
export { removeMeeting } from './remove-meeting.ts';
export { readDrafts, readRoadmaps, watchRoadmaps } from './roadmap-tables.ts';
export { selfTest } from './self-test.ts';
export { lineRows, openLine, sealLine } from './tables/log.ts';
export { openRecord, recordRow, revisionsOf, rowsOfRecords, sealRecord } from './tables/records.ts';
export {
  readAllNamed, readNamed, readOutbox, readReceipts, readReplicas, sealSynced, watchNamed, watchOutbox, watchReplicas,
} from './synced-tables.ts';
export { sealItem } from './tables/outbox.ts';
export { watchJournal } from './watch-journal.ts';
