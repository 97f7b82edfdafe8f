/**
 * Schema version 1, the first. All keys are strings (or pairs of strings and a revision
 * number): WebKit made tables with key generators unreadable (webkit.org/b/264099).
 *
 *   slots     id                  key slots, see seal/key-slot.ts; the only table that is not sealed
 *   meetings  id, open            random id; `open` is 1 or 0; sealed digest
 *   changes   [meeting+stamp]     the journals; rows are only ever added
 *   drafts    id                  a meeting's id; sealed text being typed
 *   records   [meeting+revision]  sealed records of finished meetings
 *   roadmaps  key                 hash of id and version; sealed roadmap
 *   settings  id                  a name of the program's own; sealed value
 *   log       id                  random id; sealed line of the export log
 */
import type { SchemaVersion } from './schema-version.ts';

export const v01: SchemaVersion = {
  number: 1,
  stores: {
    slots: 'id',
    meetings: 'id, open',
    changes: '[meeting+stamp]',
    drafts: 'id',
    records: '[meeting+revision]',
    roadmaps: 'key',
    settings: 'id',
    log: 'id',
  },
};
