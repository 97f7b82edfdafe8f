/** Members and their devices: who they are, and how they are put out again. */
import { err, ok, type Result } from '#domain/result.ts';
import type { DeviceAnswer, MemberAnswer } from '#wire/answers.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import { roleSchema, type Role } from '#wire/ids.ts';
import { signedCertificateSchema, type SignedRevocations } from '#wire/statements.ts';
import { note, type AuditLine } from './audit.ts';
import type { Database, Reader, Transact } from './database.ts';
import { putNewer, readMeta } from './district.ts';

/** A device as it asks for something. */
export interface KnownDevice {
  readonly deviceId: string;
  readonly memberId: string;
  readonly tokenHash: string;
  readonly role: Role;
  /** The key that signs the member's records; null before the first certificate. */
  readonly signer: string | null;
  /** False until the member's certificate covers it. */
  readonly isIn: boolean;
  /** The device or its member was revoked. */
  readonly isRevoked: boolean;
  readonly seenAtMs: number | null;
}

export interface MemberStore {
  device(deviceId: string): Promise<KnownDevice | null>;
  /** Remembers when a device was here last. */
  seen(deviceId: string, atMs: number): Promise<void>;
  /** All members, or the one of that id alone. */
  members(only: string | null): Promise<readonly MemberAnswer[]>;
  /**
   * Takes the newer list of revoked members and puts them and their devices out.
   * `bad-request` when it leaves out somebody of the list before; `not-allowed` when no owner
   * would be left; `not-found` when the member is not there.
   */
  revokeMember(memberId: string, revocations: SignedRevocations, line: AuditLine): Promise<Result<null, ErrorCode>>;
  /** Puts one device out. `owner` null: of any member; else of that member only, and others are `not-found`. */
  revokeDevice(deviceId: string, owner: string | null, line: AuditLine): Promise<Result<null, ErrorCode>>;
}

export const memberStore = (database: Database): MemberStore => ({
  device: async (deviceId) => {
    const row = await database.read((db) => db.selectFrom('devices').innerJoin('members', 'members.id', 'devices.member_id')
      .select(['devices.id', 'devices.member_id', 'devices.token_hash', 'devices.is_in', 'devices.revoked_ms as device_revoked_ms', 'devices.seen_ms', 'members.role', 'members.signer', 'members.revoked_ms'])
      .where('devices.id', '=', deviceId).executeTakeFirst());
    return row ? {
      deviceId, memberId: row.member_id, tokenHash: row.token_hash, role: roleSchema.parse(row.role), signer: row.signer, isIn: row.is_in === 1,
      isRevoked: row.device_revoked_ms !== null || row.revoked_ms !== null, seenAtMs: row.seen_ms,
    } : null;
  },
  seen: (deviceId, atMs) => database.write(async (tx) => {
    await tx.updateTable('devices').set({ seen_ms: atMs }).where('id', '=', deviceId).execute();
  }),
  members: (only) => database.read((db) => readMembers(db, only)),
  revokeMember: (memberId, revocations, line) => database.write((tx) => revokeMember(tx, memberId, revocations, line)),
  revokeDevice: (deviceId, owner, line) => database.write(async (tx) => {
    const device = await tx.selectFrom('devices').select(['member_id', 'revoked_ms']).where('id', '=', deviceId).executeTakeFirst();
    if (!device || (owner !== null && device.member_id !== owner)) return err('not-found');
    if (device.revoked_ms !== null) return ok(null);
    await tx.updateTable('devices').set({ revoked_ms: line.atMs }).where('id', '=', deviceId).execute();
    await note(tx, line);
    return ok(null);
  }),
});

async function readMembers(db: Reader, only: string | null): Promise<readonly MemberAnswer[]> {
  const members = await db.selectFrom('members').selectAll().$if(only !== null, (query) => query.where('id', '=', only ?? '')).orderBy('created_ms').execute();
  const certificates = await db.selectFrom('certificates').selectAll().$if(only !== null, (query) => query.where('member_id', '=', only ?? '')).orderBy('serial').execute();
  const devices = await db.selectFrom('devices').selectAll().$if(only !== null, (query) => query.where('member_id', '=', only ?? '')).orderBy('created_ms').execute();
  const certificatesOf = byMember(certificates);
  const devicesOf = byMember(devices);
  return members.map((row) => ({
    memberId: row.id, role: roleSchema.parse(row.role), label: row.label, revokedAtMs: row.revoked_ms, head: row.seq,
    certificates: (certificatesOf.get(row.id) ?? []).map(({ signed }) => signedCertificateSchema.parse(JSON.parse(signed))),
    devices: (devicesOf.get(row.id) ?? []).map((device): DeviceAnswer => ({
      deviceId: device.id, label: device.label, createdAtMs: device.created_ms, seenAtMs: device.seen_ms, revokedAtMs: device.revoked_ms,
    })),
  }));
}

function byMember<Row extends { member_id: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.member_id, [...(groups.get(row.member_id) ?? []), row]);
  return groups;
}

async function revokeMember(tx: Transact, memberId: string, revocations: SignedRevocations, line: AuditLine): Promise<Result<null, ErrorCode>> {
  const { revoked, serial } = revocations.body;
  const member = await tx.selectFrom('members').select('id').where('id', '=', memberId).executeTakeFirst();
  if (!member) return err('not-found');
  if (!revoked.includes(memberId)) return err('bad-request');
  const left = await tx.selectFrom('members').select('id').where('role', '=', 'owner').where('revoked_ms', 'is', null).where('certificate_serial', '>', 0).execute();
  if (left.every(({ id }) => revoked.includes(id))) return err('not-allowed');
  const before = await tx.selectFrom('members').select('id').where('revoked_ms', 'is not', null).execute();
  // A member who never got a certificate needs no place in the list; nobody else may drop out of it.
  if (await readMeta(tx, 'revocations') && before.some(({ id }) => !revoked.includes(id))) return err('bad-request');
  const put = await putNewer(tx, { key: 'revocations', version: serial, signed: revocations }, line);
  if (!put.ok) return put;
  await tx.updateTable('members').set({ revoked_ms: line.atMs }).where('id', 'in', revoked).where('revoked_ms', 'is', null).execute();
  await tx.updateTable('devices').set({ revoked_ms: line.atMs }).where('member_id', 'in', revoked).where('revoked_ms', 'is', null).execute();
  return ok(null);
}
