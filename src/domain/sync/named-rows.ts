/**
 * Names under which the table `sync` keeps what syncing needs, and which of them belong in a
 * backup: what makes a tablet the member it is does, so that a restored one still is; what
 * can be asked of the hub again does not. The outbox, receipts and replicas are in no backup
 * either: after a restore every finished record without a receipt is queued anew.
 */
export const syncRowIds = [
  /** Member and device ids, token, member keys, address and pin of the hub, certificate. */
  'identity',
  /** Own content keys, by period. */
  'keyrings',
  /** The private identity of the district, where this member reads for it. */
  'district',
  /** The root signer's private key, with owners only. */
  'root',
  /** Secrets of invitations that are out. */
  'invitations',
  /** The highest version, serial and sequence that was seen of everything that only grows. */
  'trust',
  /** Whether drafts are sent, and the like. */
  'choices',
  'cursors', 'members', 'published', 'pass', 'lease',
  /** Keys of a joining whose answer has not come yet. */
  'joining',
] as const;
export type SyncRowId = (typeof syncRowIds)[number];

/** Rows of the table that a backup holds. */
export const backedUpSyncRows: ReadonlySet<string> = new Set<SyncRowId>(['identity', 'keyrings', 'district', 'root', 'invitations', 'trust', 'choices']);
