import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#hub/store/database.ts';
import { kindOfFault, StoreFault } from '#hub/store/faults.ts';
import type { Tables } from '#hub/store/tables.ts';

const fault = (code: string, more: object = {}): Error => Object.assign(new Error('x'), { code, ...more });

describe('what a database throws', () => {
  it.each([
    ['40001', 'again'], ['40P01', 'again'], ['SQLITE_BUSY', 'again'], ['SQLITE_BUSY_SNAPSHOT', 'again'], ['42P07', 'again'],
    ['08006', 'moved'], ['57P01', 'moved'], ['25006', 'moved'], ['ECONNREFUSED', 'moved'],
    ['SQLITE_FULL', 'full'], ['SQLITE_READONLY', 'full'], ['SQLITE_IOERR_WRITE', 'full'], ['53100', 'full'],
    ['23505', 'bug'], ['42601', 'bug'], ['SQLITE_CONSTRAINT_PRIMARYKEY', 'bug'], ['', 'bug'],
  ])('%s is met as: %s', (code, kind) => {
    expect(kindOfFault(fault(code))).toBe(kind);
  });

  it('of two hubs that make a table at once is tried again', () => {
    expect(kindOfFault(fault('23505', { constraint: 'pg_type_typname_nsp_index' }))).toBe('again');
    expect(kindOfFault(fault('23505', { constraint: 'members_pkey' }))).toBe('bug');
  });
});

describe('a transaction', () => {
  function database(retryMs: number): { readonly database: Database; readonly moves: () => number } {
    const file = new Sqlite(':memory:');
    file.exec('create table meta (key text, value text, version integer)');
    let moves = 0;
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
    return { database: openDatabase({ kind: 'sqlite', db, copyTo: null, moved: () => { moves += 1; }, retryMs }), moves: () => moves };
  }

  it('that meets a conflict is run again whole, and leaves nothing of its first turns', async () => {
    const { database: one, moves } = database(5_000);
    let turn = 0;
    await one.write(async (tx) => {
      turn += 1;
      await tx.insertInto('meta').values({ key: 'k', value: String(turn), version: 0 }).execute();
      if (turn === 1) throw fault('40001');
      if (turn === 2) throw fault('57P01');
    });
    expect(await one.read((db) => db.selectFrom('meta').select('value').execute())).toEqual([{ value: '3' }]);
    expect(moves()).toBe(1);
    await one.close();
  });

  it('that goes on meeting one is given up as busy, a full disk at once, a bug is thrown as it is', async () => {
    const { database: one } = database(30);
    await expect(one.write(() => Promise.reject(fault('40001')))).rejects.toMatchObject({ name: 'StoreFault', reason: 'busy' });
    await expect(one.write(() => Promise.reject(fault('SQLITE_FULL')))).rejects.toEqual(new StoreFault('storage-full', fault('SQLITE_FULL')));
    await expect(one.write(() => Promise.reject(fault('42601')))).rejects.toMatchObject({ code: '42601' });
    await one.close();
  });
});
