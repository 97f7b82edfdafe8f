/** Sealed blobs that belong to a member: keyrings, and the grant of the district's identity. */
import { err, ok, type Result } from '#domain/result.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import type { Scope } from '#wire/ids.ts';
import type { KeyringRequest } from '#wire/requests.ts';
import { note, type AuditLine } from './audit.ts';
import type { Database } from './database.ts';

export type BlobScope = Scope | 'grant';

export interface StoredBlob extends KeyringRequest {
  readonly scope: BlobScope;
}

export interface KeyringStore {
  /** Puts a blob in the place of an older version. `version-taken` when what is there is as new and differs; `not-found` without the member. */
  putBlob(memberId: string, blob: StoredBlob, line: AuditLine): Promise<Result<null, ErrorCode>>;
  blobs(memberId: string, scopes: readonly BlobScope[]): Promise<readonly StoredBlob[]>;
}

export const keyringStore = (database: Database): KeyringStore => ({
  putBlob: (memberId, { scope, version, blob, signature }, line) => database.write(async (tx) => {
    const member = await tx.selectFrom('members').select('id').where('id', '=', memberId).executeTakeFirst();
    if (!member) return err('not-found');
    const there = await tx.selectFrom('blobs').select(['version', 'blob']).where('member_id', '=', memberId).where('scope', '=', scope).executeTakeFirst();
    if (there?.version === version && there.blob === blob) return ok(null);
    await tx.insertInto('blobs').values({ member_id: memberId, scope, version: 0, blob: '', signature: '' }).onConflict((conflict) => conflict.columns(['member_id', 'scope']).doNothing()).execute();
    const changed = await tx.updateTable('blobs').set({ version, blob, signature }).where('member_id', '=', memberId).where('scope', '=', scope).where('version', '<', version).returning('version').execute();
    if (changed.length === 0) return err('version-taken');
    await note(tx, line);
    return ok(null);
  }),
  blobs: async (memberId, scopes) => {
    const rows = await database.read((db) => db.selectFrom('blobs').selectAll().where('member_id', '=', memberId).where('scope', 'in', scopes).execute());
    return scopes.flatMap((scope) => rows.filter((row) => row.scope === scope && row.version > 0).map(({ version, blob, signature }) => ({ scope, version, blob, signature })));
  },
});
