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
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
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
  const config = { database: file };
  const dialect = new SqliteDialect(config);
  dialect.createDriver = () => new ImmediateDriver(config);
  return openDatabase({
    kind: 'sqlite',
    db: new Kysely<Tables>({ dialect }),
    moved: () => undefined, // there is but one file
    // One read transaction: writers go on meanwhile, and none of what they add is in the copy.
    copyTo: (path) => {
      file.prepare('vacuum into ?').run(path);
    },
  });
}
