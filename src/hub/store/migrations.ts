/**
 * The schema, step by step. A step is never edited once released; a change is a new step.
 *
 * Several hubs may start at once: each step runs in one transaction that begins by raising
 * the number in `schema_version` from the step before. That row's lock makes the others wait,
 * and then they find that there is nothing left to raise. No advisory lock is needed, which
 * not all engines that speak the protocol of PostgreSQL have.
 */
import { sql } from 'kysely';
import type { Database, Transact } from './database.ts';

const bytes = { sqlite: 'blob', postgres: 'bytea' } as const;
const whole = { sqlite: 'integer', postgres: 'bigint' } as const;

type Step = (kind: Database['kind']) => readonly string[];

const first: Step = (kind) => [
  `create table meta (key text primary key, value text not null, version ${whole[kind]} not null)`,
  `create table members (id text primary key, role text not null, label text, seq ${whole[kind]} not null,
     certificate_serial ${whole[kind]} not null, signer text, created_ms ${whole[kind]} not null, revoked_ms ${whole[kind]})`,
  `create table certificates (member_id text not null references members (id), serial ${whole[kind]} not null, signed text not null,
     primary key (member_id, serial))`,
  `create table devices (id text primary key, member_id text not null references members (id), token_hash text not null, label text,
     is_in ${whole[kind]} not null, created_ms ${whole[kind]} not null, seen_ms ${whole[kind]}, revoked_ms ${whole[kind]})`,
  'create index devices_by_member on devices (member_id)',
  `create table invitations (id text primary key, auth_hash text not null, role text not null, recovers text, label text,
     created_ms ${whole[kind]} not null, expires_ms ${whole[kind]} not null, used_ms ${whole[kind]}, member_id text, device_id text,
     recipient text, signer text, proof text, device_label text, countersigned_ms ${whole[kind]})`,
  `create table blobs (member_id text not null references members (id), scope text not null, version ${whole[kind]} not null,
     blob text not null, signature text not null, primary key (member_id, scope))`,
  `create table pairings (id text primary key, member_id text not null references members (id), auth_hash text not null,
     expires_ms ${whole[kind]} not null, device_id text, token_hash text, label text, recipient text, proof text, blob text, mac text)`,
  // The bytes stand last, so that reading the other columns does not walk through them.
  `create table records (member_id text not null references members (id), record_id text not null, device_id text not null, kind text not null,
     revision ${whole[kind]} not null, sha256 text not null, seq ${whole[kind]} not null, size ${whole[kind]} not null, envelope ${bytes[kind]} not null,
     primary key (member_id, record_id, device_id, kind))`,
  'create index records_by_seq on records (member_id, seq)',
  `create table audit (id text primary key, at_ms ${whole[kind]} not null, what text not null, member_id text, device_id text, about text, amount ${whole[kind]})`,
  'create index audit_by_time on audit (at_ms, id)',
];

const steps: readonly Step[] = [first];

/** The database was written by a later version of the hub, which knows of things that this one would break. */
export interface LaterSchema {
  readonly type: 'LaterSchema';
  readonly version: number;
}

/** Brings the schema up to date. @returns the obstacle when it is already beyond. */
export async function migrate(database: Database): Promise<LaterSchema | null> {
  await database.write(async (tx) => {
    await sql`create table if not exists schema_version (id integer primary key, version integer not null)`.execute(tx);
  });
  await database.write(async (tx) => {
    await tx.insertInto('schema_version').values({ id: 1, version: 0 }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  });
  for (const [before, step] of steps.entries()) await database.write((tx) => take(tx, before, step(database.kind)));
  const version = await schemaVersion(database);
  return version > steps.length ? { type: 'LaterSchema', version } : null;
}

async function take(tx: Transact, before: number, statements: readonly string[]): Promise<void> {
  const raised = await tx.updateTable('schema_version').set({ version: before + 1 }).where('id', '=', 1).where('version', '=', before).returning('version').execute();
  if (raised.length === 0) return;
  for (const statement of statements) await sql.raw(statement).execute(tx);
}

/** The step that the database is at; also what readiness asks. */
export async function schemaVersion(database: Database): Promise<number> {
  const row = await database.read((db) => db.selectFrom('schema_version').select('version').where('id', '=', 1).executeTakeFirst());
  return row?.version ?? 0;
}

/** Whether the schema is the one that this version of the hub writes. */
export const isCurrent = (version: number): boolean => version === steps.length;
