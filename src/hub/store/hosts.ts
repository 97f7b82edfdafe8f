/**
 * Several hosts of one PostgreSQL, `postgres://user@a:5432,b/db`. The driver takes one host,
 * so this holds one pool per host and takes connections from the one that accepts writes:
 * where `pg_is_in_recovery()` is false. Engines without that function accept writes anywhere.
 */
import pg from 'pg';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

const connectMs = 4_000;
const queryMs = 20_000;
/** Many connections break together; only the first of them may turn to another host. */
const settledMs = 2_000;

/** No host takes writes at the moment. `code` sorts it in `faults.ts`. */
class NoPrimary extends Error {
  readonly code = 'QC_NO_PRIMARY';
}

/** One address per host; an address with a single host is given back as it is. */
export function addressesOf(address: string): readonly string[] {
  const [, scheme = '', user = '', hosts = '', rest = ''] = /^([a-z]+:\/\/)([^/@]*@)?([^/?]*)(.*)$/.exec(address) ?? [];
  return hosts.split(',').map((host) => `${scheme}${user}${host}${rest}`);
}

/** A pool over all hosts of the address, and a way to say that the host in use is no longer the one. */
export function poolOfHosts(address: string, connections: number): PostgresPool & { moved(): void } {
  const hosts = addressesOf(address).map((one) => ({ address: one, pool: null as pg.Pool | null, sinceMs: 0 }));
  let first = 0;

  async function connect(): Promise<PostgresPoolClient> {
    let last: unknown = null;
    for (let turn = 0; turn < hosts.length; turn += 1) {
      const at = (first + turn) % hosts.length;
      const host = hosts[at];
      if (!host) continue;
      try {
        if (!host.pool) Object.assign(host, { pool: poolOf(host.address, connections), sinceMs: performance.now() });
        const client = await host.pool?.connect();
        if (!client) continue; // the host was given up in the meantime
        first = at;
        return client;
      } catch (error) {
        last = error;
      }
    }
    throw hosts.length > 1 ? new NoPrimary('No host takes writes', { cause: last }) : last;
  }

  /** Connections to the present host are dropped as they come back; the next one is asked first. */
  function moved(): void {
    const host = hosts[first];
    if (!host?.pool || hosts.length === 1 || performance.now() - host.sinceMs < settledMs) return;
    const { pool } = host;
    host.pool = null;
    first = (first + 1) % hosts.length;
    pool.end().catch(() => undefined); // connections that are broken already need no goodbye
  }

  return {
    connect,
    moved,
    options: {},
    end: async () => {
      await Promise.all(hosts.flatMap(({ pool }) => (pool ? [pool.end()] : [])));
    },
  };
}

function poolOf(address: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    statement_timeout: queryMs,
    keepAlive: true,
    types: { getTypeParser: parserOf },
    verify: (client, done) => {
      refuseStandby(client).then(() => { done(); }, done);
    },
  });
  // A connection that breaks, idle or in use, is taken out by the pool, and its query rejects; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Numbers of 64 bits come as text; ours stay below 2^53. */
const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === 20 ? Number : (pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => (text: string) => unknown)(oid, format);

async function refuseStandby(client: pg.ClientBase): Promise<void> {
  try {
    const { rows } = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
    if (rows[0]?.standby === true) throw new NoPrimary('This host is a standby');
  } catch (error) {
    // 42883: the engine has no such function, so it has no standbys of this kind.
    if (error instanceof Error && 'code' in error && error.code === '42883') return;
    throw error;
  }
}
