/**
 * Rows that are sealed and wait for their transaction. Sealing is over before a transaction
 * is opened: WebKit and Firefox commit a transaction as soon as it waits for anything else.
 */
import Dexie from 'dexie';
import type { Database, TableName } from './database.ts';

/** One row to put, or with `row: null` one to take away. */
export interface SealedRow {
  readonly table: TableName;
  readonly key: string | readonly [string, string | number] | readonly [string, string, string];
  readonly row: object | null;
}

/** A transaction under way, and the way to break it off. */
export interface Commit {
  readonly done: Promise<void>;
  readonly abort: () => void;
}

/**
 * Puts rows in one strict transaction. Of two rows with one key the later one stands.
 * Doing it twice is the same as doing it once.
 */
export function commitRows(db: Database, rows: Iterable<SealedRow>): Commit {
  const latest = new Map<string, SealedRow>();
  for (const row of rows) latest.set(JSON.stringify([row.table, row.key]), row);
  const byTable = new Map<TableName, SealedRow[]>();
  for (const row of latest.values()) byTable.set(row.table, [...(byTable.get(row.table) ?? []), row]);
  let native: IDBTransaction | null = null;
  const cause = (): DOMException | null => native?.error ?? null;
  const done = db.transaction('rw', [...byTable.keys()], (transaction) => {
    native = transaction.idbtrans;
    return Dexie.Promise.all([...byTable].flatMap(([name, group]) => {
      const table = db.table<object, unknown>(name);
      const put = group.flatMap(({ row }) => (row ? [row] : []));
      const gone = group.flatMap(({ key, row }) => (row ? [] : [key]));
      return [...(put.length > 0 ? [table.bulkPut(put)] : []), ...(gone.length > 0 ? [table.bulkDelete(gone)] : [])];
    }));
  });
  return {
    // When a full disk ends a transaction, each put says AbortError, and only the transaction says why.
    done: Promise.resolve(done).then(() => undefined, (error: unknown) => { throw cause() ?? error; }),
    abort: () => { native?.abort(); },
  };
}
