/**
 * What databases throw, sorted by what helps. SQLSTATE: PostgreSQL 18, appendix A; SQLite:
 * https://sqlite.org/rescode.html.
 */

/** The database cannot do it now; the request may come again. Answered with 503. */
export class StoreFault extends Error {
  readonly reason: 'busy' | 'storage-full';

  constructor(reason: 'busy' | 'storage-full', cause: unknown) {
    super(`The store is ${reason}`, { cause });
    this.name = 'StoreFault';
    this.reason = reason;
  }
}

/**
 * - `again`: the transaction did nothing, or is unknown to have; all our transactions may be done twice
 * - `moved`: as above, and this host is no longer (or not yet) the one that takes writes
 * - `full`: no room, or the file may not be written
 * - `bug`: none of these
 */
export type FaultKind = 'again' | 'moved' | 'full' | 'bug';

const full = /^(?:SQLITE_FULL|SQLITE_READONLY.*|SQLITE_IOERR.*|SQLITE_CANTOPEN.*|53100|53200)$/;
// Serialization, deadlock, lock not available, too many connections, SQLite's locks; a table that another process is creating.
const again = /^(?:40001|40P01|55P03|53300|57014|SQLITE_BUSY.*|SQLITE_LOCKED.*|23505:pg_.*|42P07)$/;
// Connection exceptions, shutdown, crash, starting up, read-only.
const moved = /^(?:08...|57P01|57P02|57P03|25006|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|QC_NO_PRIMARY)$/;

/** Sorts whatever a driver threw. */
export function kindOfFault(error: unknown): FaultKind {
  if (!(error instanceof Error)) return 'bug';
  if (error.name === 'AbortedTransactionError') return 'again';
  const code = codeOf(error);
  if (full.test(code)) return 'full';
  if (again.test(code)) return 'again';
  if (moved.test(code)) return 'moved';
  // pg tells these without a code: https://github.com/brianc/node-postgres, packages/pg/lib/client.js
  return /^(?:Connection terminated|timeout e|Query read timeout|Client has encountered a connection error|Client was closed|Postgres connection has been discarded)/.test(error.message) ? 'moved' : 'bug';
}

function codeOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // "create table if not exists" is not atomic in PostgreSQL: two at once meet in its catalog.
  return code === '23505' && 'constraint' in error && typeof error.constraint === 'string' ? `${code}:${error.constraint}` : code;
}
