/** What every door of the store is opened with. */
import type { Kdf } from '#seal/kdf.ts';
import type { Factory } from './database.ts';
import type { Timing } from './timing.ts';
import type { SchemaVersion } from './versions/schema-version.ts';

export interface OpenOptions {
  /** Wall clock, epoch milliseconds. */
  readonly nowMs: () => number;
  /** Another factory than the window's. */
  readonly indexedDB?: IDBFactory;
  /** Another name than the app's, so that several stores can stand side by side. */
  readonly name?: string;
  readonly timing?: Partial<Timing>;
  /** Other schema versions than the app's. */
  readonly versions?: readonly SchemaVersion[];
  /** Another way to derive a key from a passphrase than the worker. */
  readonly kdf?: Kdf;
  /** Done once before the first commit: `freshLog` in the app. */
  readonly beforeWriting?: (factory: Factory) => Promise<void>;
}
