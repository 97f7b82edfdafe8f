/**
 * Schema version 2: what syncing with a hub and the patterns keep. Additive: no row of
 * version 1 is touched. All values are sealed; in clear stand random ids, kinds of sealed
 * objects and revision numbers.
 *
 *   outbox    id                      `record:kind:revision`; what waits for the hub, domain/sync/outbox-item.ts
 *   replicas  [member+record+device]  what others' and own other devices' records held when they were
 *                                     last read, domain/sync/pulled-replica.ts; `device` ends in `:draft` for drafts
 *   sync      id                      a name of the program's own: identity, members, cursors, keyrings
 *   receipts  id                      `record:kind`; what the hub has acknowledged, domain/sync/receipt.ts
 *   derived   id                      rows that can be computed anew from the rest (patterns)
 */
import type { SchemaVersion } from './schema-version.ts';

export const v02: SchemaVersion = {
  number: 2,
  stores: {
    outbox: 'id',
    replicas: '[member+record+device]',
    sync: 'id',
    receipts: 'id',
    derived: 'id',
  },
};
