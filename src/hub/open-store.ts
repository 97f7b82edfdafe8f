/** Opens the configured database, brings its schema up to date, and gives the store over it. */
import { err, ok, type Result } from '#domain/result.ts';
import type { Config } from './config.ts';
import type { Database } from './store/database.ts';
import { StoreFault } from './store/faults.ts';
import { migrate } from './store/migrations.ts';
import { openPostgres } from './store/postgres.ts';
import { openSqlite } from './store/sqlite.ts';
import { createStore, type Store } from './store/store.ts';

export interface Opened {
  readonly database: Database;
  readonly store: Store;
}

/** Where the store is, and how long a request waits for it. */
export type StoreConfig = Pick<Config, 'data' | 'database' | 'connections' | 'max-data-mb'> & Partial<Pick<Config, 'retry-seconds'>>;

/** One sentence for the person at the terminal. */
export interface NoStore {
  readonly type: 'NoStore';
  readonly sentence: string;
}

/** Opens the store, and closes it again when it can't be used. */
export async function openStore(config: StoreConfig): Promise<Result<Opened, NoStore>> {
  try {
    const database = config.database === undefined ? openSqlite(config.data, config['max-data-mb']) : openPostgres(config.database, config.connections, (config['retry-seconds'] ?? 20) * 1_000);
    const later = await migrate(database);
    if (later !== null) {
      await database.close();
      return no(`The database was written by a later version of the hub (schema ${String(later.version)}). Start that version.`);
    }
    const store = createStore(database);
    await store.begin();
    return ok({ database, store });
  } catch (error) {
    const code = codeOf(error instanceof StoreFault ? error.cause : error);
    if (code === null) throw error;
    return no(config.database === undefined ? `The data folder ${config.data} can't be used (${code}).` : `The database of DATABASE_URL can't be used (${code}).`);
  }
}

const no = (sentence: string): { readonly ok: false; readonly error: NoStore } => err({ type: 'NoStore', sentence });

/** What drivers and file system call it; null for what is no obstacle of theirs. */
const codeOf = (error: unknown): string | null => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null);
