/** PostgreSQL, or an engine that speaks its protocol, for any number of hubs side by side. */
import { Kysely, PostgresDialect } from 'kysely';
import { openDatabase, type Database } from './database.ts';
import { poolOfHosts } from './hosts.ts';
import type { Tables } from './tables.ts';

/** Opens no connection yet; the first query does. `address` may name several hosts; a failover may take `retryMs`. */
export function openPostgres(address: string, connections: number, retryMs = 20_000): Database {
  const pool = poolOfHosts(address, connections);
  return openDatabase({
    kind: 'postgres',
    retryMs,
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    moved: () => {
      pool.moved();
    },
    copyTo: null,
  });
}
