/** Invitations, unused and used. */
import { err, ok, type Result } from '#domain/result.ts';
import type { InvitationsAnswer, PendingAnswer } from '#wire/answers.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import { roleSchema, type Role } from '#wire/ids.ts';
import type { InvitationRequest } from '#wire/requests.ts';
import { note, type AuditLine } from './audit.ts';
import type { Database } from './database.ts';

export interface Invitation {
  readonly inviteId: string;
  readonly authHash: string;
  readonly role: Role;
  readonly recovers: string | null;
  readonly expiresAtMs: number;
  /** The device that used it; null while unused. */
  readonly usedBy: string | null;
}

export interface InvitationStore {
  /** `already-there`: the id is taken by another; `not-found`: no member to recover. */
  invite(request: InvitationRequest & { readonly expiresAtMs: number }, line: AuditLine): Promise<Result<null, ErrorCode>>;
  invitation(inviteId: string): Promise<Invitation | null>;
  invitations(): Promise<InvitationsAnswer['invitations']>;
  /** Withdraws one, also when it was used and not yet countersigned: then the device stays out. */
  withdraw(inviteId: string, line: AuditLine): Promise<Result<null, ErrorCode>>;
  /** Who used an invitation and waits for an owner. */
  pending(): Promise<readonly PendingAnswer[]>;
}

export const invitationStore = (database: Database): InvitationStore => ({
  invite: (request, line) => database.write(async (tx) => {
    const { inviteId, authHash, role, recovers = null, label = null, expiresAtMs } = request;
    const there = await tx.selectFrom('invitations').select('auth_hash').where('id', '=', inviteId).executeTakeFirst();
    if (there) return there.auth_hash === authHash ? ok(null) : err('already-there');
    if (recovers !== null) {
      const member = await tx.selectFrom('members').select('id').where('id', '=', recovers).where('revoked_ms', 'is', null).executeTakeFirst();
      if (!member) return err('not-found');
    }
    await tx.insertInto('invitations').values({
      id: inviteId, auth_hash: authHash, role, recovers, label, created_ms: line.atMs, expires_ms: expiresAtMs, used_ms: null, member_id: null, device_id: null,
      recipient: null, signer: null, proof: null, device_label: null, countersigned_ms: null,
    }).execute();
    await note(tx, line);
    return ok(null);
  }),
  invitation: async (inviteId) => {
    const row = await database.read((db) => db.selectFrom('invitations').selectAll().where('id', '=', inviteId).executeTakeFirst());
    return row ? { inviteId, authHash: row.auth_hash, role: roleSchema.parse(row.role), recovers: row.recovers, expiresAtMs: row.expires_ms, usedBy: row.device_id } : null;
  },
  invitations: async () => {
    const rows = await database.read((db) => db.selectFrom('invitations').selectAll().orderBy('created_ms', 'desc').limit(1_000).execute());
    return rows.map((row) => ({
      inviteId: row.id, role: roleSchema.parse(row.role), recovers: row.recovers, label: row.label,
      createdAtMs: row.created_ms, expiresAtMs: row.expires_ms, usedAtMs: row.used_ms,
    }));
  },
  withdraw: (inviteId, line) => database.write(async (tx) => {
    const row = await tx.selectFrom('invitations').select(['device_id', 'countersigned_ms']).where('id', '=', inviteId).executeTakeFirst();
    if (!row) return err('not-found');
    if (row.countersigned_ms !== null) return err('link-spent');
    await tx.deleteFrom('invitations').where('id', '=', inviteId).execute();
    if (row.device_id !== null) await tx.updateTable('devices').set({ revoked_ms: line.atMs }).where('id', '=', row.device_id).execute();
    await note(tx, line);
    return ok(null);
  }),
  pending: async () => {
    const rows = await database.read((db) => db.selectFrom('invitations').selectAll().where('used_ms', 'is not', null).where('countersigned_ms', 'is', null).orderBy('used_ms').limit(1_000).execute());
    return rows.map((row) => ({
      inviteId: row.id, memberId: row.member_id ?? '', deviceId: row.device_id ?? '', role: roleSchema.parse(row.role), recovers: row.recovers,
      keys: { recipient: row.recipient ?? '', signer: row.signer ?? '' }, proof: row.proof ?? '', label: row.device_label, joinedAtMs: row.used_ms ?? 0,
    }));
  },
});
