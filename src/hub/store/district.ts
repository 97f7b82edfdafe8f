/** What the hub knows of itself and of the district: ids, the owner link's hash, signed statements. */
import { randomUUID } from 'node:crypto';
import { canonicalJson } from '#wire/canonical-json.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import {
  signedPublishedSchema, signedRevocationsSchema, signedStatementSchema, type SignedPublished, type SignedRevocations, type SignedStatement,
} from '#wire/statements.ts';
import type { z } from '#domain/zod.ts';
import { note, type AuditLine } from './audit.ts';
import type { Database, Reader, Transact } from './database.ts';

export interface District {
  readonly hubId: string;
  /** Changes when the database was put back from a copy. */
  readonly epoch: string;
  /** Null until an owner has founded the district. */
  readonly statement: SignedStatement | null;
  readonly revocations: SignedRevocations | null;
}

/** The one link that founds the district, as the hub keeps it. */
export interface OwnerLink {
  readonly id: string;
  readonly authHash: string;
}

export interface DistrictStore {
  district(): Promise<District>;
  /** Makes the hub's own id, once for all hubs on one database. */
  begin(): Promise<void>;
  /** Keeps the link if there is none yet. @returns whether it was kept, so whoever prints it prints one that works */
  keepFirstOwnerLink(link: OwnerLink): Promise<boolean>;
  /** Puts another link in its place; `already-founded` when it would open nothing. */
  replaceOwnerLink(link: OwnerLink, atMs: number): Promise<Result<null, ErrorCode>>;
  ownerLink(): Promise<OwnerLink | null>;
  renewStatement(statement: SignedStatement, line: AuditLine): Promise<Result<null, ErrorCode>>;
  publish(published: SignedPublished, line: AuditLine): Promise<Result<null, ErrorCode>>;
  published(): Promise<SignedPublished | null>;
  /** Voids all cursors: after the database was put back from a copy. */
  beginEpoch(atMs: number): Promise<void>;
}

export const districtStore = (database: Database): DistrictStore => ({
  district: () => database.read(readDistrict),
  begin: () => database.write(async (tx) => {
    for (const key of ['hubId', 'epoch']) await putFirst(tx, key, randomUUID());
  }),
  keepFirstOwnerLink: (link) => database.write(async (tx) => {
    await putFirst(tx, 'ownerLink', `${link.id} ${link.authHash}`);
    return (await readMeta(tx, 'ownerLink'))?.value === `${link.id} ${link.authHash}`;
  }),
  replaceOwnerLink: (link, atMs) => database.write(async (tx) => {
    if (await readMeta(tx, 'statement')) return err('already-founded');
    await putFirst(tx, 'ownerLink', '');
    await tx.updateTable('meta').set({ value: `${link.id} ${link.authHash}` }).where('key', '=', 'ownerLink').execute();
    await note(tx, { what: 'owner link renewed', atMs });
    return ok(null);
  }),
  ownerLink: async () => {
    const [id, authHash] = (await database.read((db) => readMeta(db, 'ownerLink')))?.value.split(' ') ?? [];
    return id && authHash ? { id, authHash } : null;
  },
  renewStatement: (statement, line) => database.write((tx) => putNewer(tx, { key: 'statement', version: statement.body.version, signed: statement }, line)),
  publish: (published, line) => database.write((tx) => putNewer(tx, { key: 'published', version: published.body.version, signed: published }, line)),
  published: async () => parseSigned(await database.read((db) => readMeta(db, 'published')), signedPublishedSchema),
  beginEpoch: (atMs) => database.write(async (tx) => {
    await tx.updateTable('meta').set({ value: randomUUID() }).where('key', '=', 'epoch').execute();
    await note(tx, { what: 'restored', atMs });
  }),
});

interface Newer { readonly key: string; readonly version: number; readonly signed: unknown }

/** Puts a signed value in the place of an older version; the same again is fine, another of the same version is not. */
export async function putNewer(tx: Transact, { key, version, signed }: Newer, line: AuditLine): Promise<Result<null, ErrorCode>> {
  const value = JSON.stringify(signed);
  const there = await readMeta(tx, key);
  if (there && canonicalJson(JSON.parse(there.value)) === canonicalJson(signed)) return ok(null);
  await putFirst(tx, key, value, 0);
  const changed = await tx.updateTable('meta').set({ value, version }).where('key', '=', key).where('version', '<', version).returning('version').execute();
  if (changed.length === 0) return err('version-taken');
  await note(tx, line);
  return ok(null);
}

export async function putFirst(tx: Transact, key: string, value: string, version = 0): Promise<void> {
  await tx.insertInto('meta').values({ key, value, version }).onConflict((conflict) => conflict.column('key').doNothing()).execute();
}

export const readMeta = (db: Reader, key: string): Promise<{ value: string; version: number } | undefined> =>
  db.selectFrom('meta').select(['value', 'version']).where('key', '=', key).executeTakeFirst();

async function readDistrict(db: Reader): Promise<District> {
  const rows = new Map((await db.selectFrom('meta').selectAll().where('key', 'in', ['hubId', 'epoch', 'statement', 'revocations']).execute()).map((row) => [row.key, row]));
  return {
    hubId: rows.get('hubId')?.value ?? '',
    epoch: rows.get('epoch')?.value ?? '',
    statement: parseSigned(rows.get('statement'), signedStatementSchema),
    revocations: parseSigned(rows.get('revocations'), signedRevocationsSchema),
  };
}

/** What was checked before it was stored is read by its schema again: the database is a border as well. */
function parseSigned<Schema extends z.ZodMiniType>(row: { value: string } | undefined, schema: Schema): z.infer<Schema> | null {
  return row === undefined ? null : schema.parse(JSON.parse(row.value));
}
