/** How members and devices come in: founding, joining, countersigning. */
import { err, ok, type Result } from '#domain/result.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import { roleSchema } from '#wire/ids.ts';
import type { FoundRequest, JoinRequest } from '#wire/requests.ts';
import type { SignedCertificate } from '#wire/statements.ts';
import { note, type AuditLine } from './audit.ts';
import type { Database, Transact } from './database.ts';
import { putNewer, readMeta } from './district.ts';

export interface JoiningStore {
  /** Makes the first owner. `already-founded` when somebody else did; `already-there` when an id is taken. */
  found(request: FoundRequest, line: AuditLine): Promise<Result<null, ErrorCode>>;
  /** Uses an invitation; the device stays out until `countersign`. `link-spent` when another device used it. */
  join(inviteId: string, request: JoinRequest, line: AuditLine): Promise<Result<null, ErrorCode>>;
  /**
   * Takes a certificate in: lets the devices in that joined with its keys, and for a recovery
   * retires the member's others. `version-taken` when its serial is not above the member's last;
   * `not-found` when nobody waits with these keys and they are not the member's own.
   */
  countersign(certificate: SignedCertificate, line: AuditLine): Promise<Result<null, ErrorCode>>;
}

export const joiningStore = (database: Database): JoiningStore => ({
  found: (request, line) => database.write((tx) => found(tx, request, line)),
  join: (inviteId, request, line) => database.write((tx) => join(tx, inviteId, request, line)),
  countersign: (certificate, line) => database.write((tx) => countersign(tx, certificate, line)),
});

async function found(tx: Transact, request: FoundRequest, line: AuditLine): Promise<Result<null, ErrorCode>> {
  if (await isSameDevice(tx, request)) return ok(null);
  if (await readMeta(tx, 'statement')) return err('already-founded');
  if (await isTaken(tx, request)) return err('already-there');
  const put = await putNewer(tx, { key: 'statement', version: request.statement.body.version, signed: request.statement }, line);
  if (!put.ok) return err('already-founded');
  await insertMember(tx, request.memberId, { role: 'owner', label: request.label, atMs: line.atMs });
  await insertDevice(tx, request, { isIn: 1, atMs: line.atMs });
  await insertCertificate(tx, request.certificate);
  return ok(null);
}

async function join(tx: Transact, inviteId: string, request: JoinRequest, line: AuditLine): Promise<Result<null, ErrorCode>> {
  if (await isSameDevice(tx, request)) return ok(null);
  const invitation = await tx.selectFrom('invitations').selectAll().where('id', '=', inviteId).executeTakeFirst();
  if (!invitation || invitation.used_ms !== null) return err('link-spent');
  const recovers = invitation.recovers;
  if (recovers === null ? await isTaken(tx, request) : recovers !== request.memberId || await isDeviceTaken(tx, request.deviceId)) return err('already-there');
  const used = await tx.updateTable('invitations').set({
    used_ms: line.atMs, member_id: request.memberId, device_id: request.deviceId, recipient: request.keys.recipient, signer: request.keys.signer,
    proof: request.proof, device_label: request.label ?? null,
  }).where('id', '=', inviteId).where('used_ms', 'is', null).returning('id').execute();
  if (used.length === 0) return err('link-spent');
  if (recovers === null) await insertMember(tx, request.memberId, { role: roleSchema.parse(invitation.role), label: invitation.label ?? undefined, atMs: line.atMs });
  await insertDevice(tx, request, { isIn: 0, atMs: line.atMs });
  await note(tx, line);
  return ok(null);
}

async function countersign(tx: Transact, certificate: SignedCertificate, line: AuditLine): Promise<Result<null, ErrorCode>> {
  const { memberId, serial, signer, recipient, role } = certificate.body;
  const member = await tx.selectFrom('members').selectAll().where('id', '=', memberId).executeTakeFirst();
  if (!member) return err('not-found');
  if (member.revoked_ms !== null) return err('revoked');
  const stored = await tx.selectFrom('certificates').select('signed').where('member_id', '=', memberId).where('serial', '=', serial).executeTakeFirst();
  if (stored?.signed === JSON.stringify(certificate)) return ok(null);
  const joins = await tx.selectFrom('invitations').selectAll().where('member_id', '=', memberId).where('countersigned_ms', 'is', null)
    .where('signer', '=', signer).where('recipient', '=', recipient).execute();
  if (joins.length === 0 && member.signer !== signer) return err('not-found');
  const raised = await tx.updateTable('members').set({ certificate_serial: serial, signer, role })
    .where('id', '=', memberId).where('certificate_serial', '<', serial).returning('id').execute();
  if (raised.length === 0) return err('version-taken');
  await insertCertificate(tx, certificate);
  for (const { id, device_id: deviceId, recovers } of joins) {
    if (recovers !== null) await tx.updateTable('devices').set({ revoked_ms: line.atMs }).where('member_id', '=', memberId).where('id', '!=', deviceId ?? '').where('revoked_ms', 'is', null).execute();
    await tx.updateTable('devices').set({ is_in: 1 }).where('id', '=', deviceId ?? '').execute();
    await tx.updateTable('invitations').set({ countersigned_ms: line.atMs }).where('id', '=', id).execute();
  }
  await note(tx, joins.length > 0 ? line : { ...line, what: 'certificate renewed' });
  return ok(null);
}

interface NewDevice { readonly memberId: string; readonly deviceId: string; readonly tokenHash: string; readonly label?: string | undefined }

/** A request that comes a second time, since its answer was lost. */
async function isSameDevice(tx: Transact, { memberId, deviceId, tokenHash }: NewDevice): Promise<boolean> {
  const there = await tx.selectFrom('devices').select(['member_id', 'token_hash']).where('id', '=', deviceId).executeTakeFirst();
  return there?.member_id === memberId && there.token_hash === tokenHash;
}

async function isTaken(tx: Transact, { memberId, deviceId }: NewDevice): Promise<boolean> {
  const member = await tx.selectFrom('members').select('id').where('id', '=', memberId).executeTakeFirst();
  return member !== undefined || isDeviceTaken(tx, deviceId);
}

/** Whether a device of this id is there, of whichever member. */
export async function isDeviceTaken(tx: Transact, deviceId: string): Promise<boolean> {
  return (await tx.selectFrom('devices').select('id').where('id', '=', deviceId).executeTakeFirst()) !== undefined;
}

async function insertMember(tx: Transact, id: string, { role, label, atMs }: { role: string; label: string | undefined; atMs: number }): Promise<void> {
  await tx.insertInto('members').values({ id, role, label: label ?? null, seq: 0, certificate_serial: 0, signer: null, created_ms: atMs, revoked_ms: null }).execute();
}

/** Adds a device; `isIn` is 0 for one that still waits for its certificate. */
export async function insertDevice(tx: Transact, device: NewDevice, { isIn, atMs }: { isIn: 0 | 1; atMs: number }): Promise<void> {
  await tx.insertInto('devices').values({
    id: device.deviceId, member_id: device.memberId, token_hash: device.tokenHash, label: device.label ?? null,
    is_in: isIn, created_ms: atMs, seen_ms: null, revoked_ms: null,
  }).execute();
}

async function insertCertificate(tx: Transact, certificate: SignedCertificate): Promise<void> {
  const { memberId, serial, signer } = certificate.body;
  await tx.insertInto('certificates').values({ member_id: memberId, serial, signed: JSON.stringify(certificate) }).execute();
  await tx.updateTable('members').set({ certificate_serial: serial, signer }).where('id', '=', memberId).execute();
}
