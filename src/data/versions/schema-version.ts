import type { Transaction } from 'dexie';

/**
 * One version of the schema. `upgrade` brings the rows of the version before to this one,
 * inside the upgrade's transaction: when it throws, nothing of it stays. It must not await
 * anything but the transaction (WebKit and Firefox commit early).
 */
export interface SchemaVersion {
  readonly number: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}
