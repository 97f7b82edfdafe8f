/** SQLite in the data folder, for one hub. What is acknowledged is on disk: `synchronous = FULL`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely';
import { openDatabase, type Database } from './database.ts';
import type { Tables } from './tables.ts';

const pageBytes = 4_096;
const busyMs = 5_000;

/** `begin immediate`: a transaction that first reads and then writes would otherwise fail when a second process wrote in between. */
class ImmediateDriver extends SqliteDriver {
  readonly #file: Sqlite.Database;

  constructor(file: Sqlite.Database) {
    super({ database: file });
    this.#file = file;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite itself takes a transaction back when the disk is full; a second time would be an error that hides the first. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

/**
 * Opens, or makes, `hub.db` in the folder. Throws what the file system or SQLite throws.
 * @param mostMb the database grows no larger; 0 for no limit but the disk's
 */
export function openSqlite(folder: string, mostMb: number): Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = new Sqlite(join(folder, 'hub.db'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma(`busy_timeout = ${String(busyMs)}`);
  if (mostMb > 0) file.pragma(`max_page_count = ${String(Math.ceil((mostMb * 1024 * 1024) / pageBytes))}`);
  const dialect = new SqliteDialect({ database: file });
  dialect.createDriver = () => new ImmediateDriver(file);
  return openDatabase({
    kind: 'sqlite',
    retryMs: busyMs,
    db: new Kysely<Tables>({ dialect }),
    moved: () => undefined, // there is but one file
    // One read transaction: writers go on meanwhile, and none of what they add is in the copy.
    copyTo: (path) => {
      file.prepare('vacuum into ?').run(path);
    },
  });
}
